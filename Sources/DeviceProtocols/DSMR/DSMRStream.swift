package import GatewayCore

/// The customer port P1 of European electricity meters (DSMR 2.2 to 5 and its national forms) as a stream.
///
/// The meter is known by its number, in lower case, or simply as "meter". What profiles name is called as
/// dsmr-parser calls it, `CURRENT_ELECTRICITY_USAGE`, with power in watts and energy in kilowatt-hours; a gas
/// or water meter behind it by its channel, `1/MBUS_METER_READING`. What is encrypted is not read.
package struct DSMRStream: SerialStream {
    private var framer = DSMRFramer()
    private var last: BootTime?
    /// D0 ports send some bytes behind each telegram that mean nothing here.
    private var hasTail = false

    package init() {}

    package mutating func take(_ bytes: [UInt8], at moment: Moment) -> StreamOutcome {
        var outcome = StreamOutcome()
        if let last, moment.boot - last > DecodingLimits.lineIdle { add(framer.finish(), moment, &outcome) }
        last = moment.boot
        add(framer.take(bytes), moment, &outcome)
        return outcome
    }

    package mutating func finish(at moment: Moment) -> StreamOutcome {
        var outcome = StreamOutcome()
        add(framer.finish(), moment, &outcome)
        return outcome
    }

    private mutating func add(_ found: [DSMRFramer.Found], _ moment: Moment, _ outcome: inout StreamOutcome) {
        for found in found {
            switch found {
            case .telegram(let bytes, let checksum):
                read(bytes, checksum, moment, &outcome)
                continue
            case .torn: outcome.refusals.append("A telegram is torn.")
            case .tooLong:
                outcome.refusals.append("A telegram is longer than \(DecodingLimits.dsmrBytes) bytes.")
            case .encrypted:
                outcome.refusals.append(
                    "The meter encrypts what it sends, as in Austria and Luxembourg. An adapter that decrypts it "
                        + "with the key of the network operator is needed.")
            case .garbage:
                if !hasTail { outcome.refusals.append("Bytes outside a telegram were skipped.") }
            }
            hasTail = false
        }
    }

    private mutating func read(
        _ bytes: [UInt8], _ checksum: String, _ moment: Moment, _ outcome: inout StreamOutcome
    ) {
        hasTail = false
        do throws(DSMRTelegram.Refusal) {
            let telegram = try DSMRTelegram(bytes, checksum: checksum)
            for _ in 0..<telegram.broken {
                outcome.refusals.append("A line of a telegram is not written as its code says; it was left out.")
            }
            outcome.frames.append(
                DeviceFrame(
                    moment: moment, identities: telegram.identities, values: telegram.values,
                    decoded: telegram.described))
            hasTail = telegram.kind == .q3d
        } catch {
            outcome.refusals.append(error.sentence)
        }
    }
}
