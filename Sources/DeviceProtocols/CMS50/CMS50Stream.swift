package import GatewayCore

/// Contec oximeters before version 7 of their protocol, as a stream: five bytes sixty times a second, of which
/// the first alone has bit 7.
///
/// The oximeter is known as "oximeter". Profiles name `pulse_bpm` and `spo2_pct`, which are missing while it
/// does not measure, and its flags, `finger_out`, `probe_error` and `searching`; they see one frame a second.
package struct CMS50Stream: SerialStream {
    private static let length = 5

    private var frame: [UInt8] = []
    private var isInGarbage = false
    private var last: BootTime?
    private var pace = OximeterPace()

    package init() {}

    package mutating func take(_ bytes: [UInt8], at moment: Moment) -> StreamOutcome {
        var outcome = StreamOutcome()
        if let last, moment.boot - last > DecodingLimits.oximeterIdle { giveUp(&outcome) }
        last = moment.boot
        for byte in bytes { take(byte, moment, &outcome) }
        return outcome
    }

    package mutating func finish(at moment: Moment) -> StreamOutcome {
        var outcome = StreamOutcome()
        giveUp(&outcome)
        return outcome
    }

    private mutating func take(_ byte: UInt8, _ moment: Moment, _ outcome: inout StreamOutcome) {
        if byte & 0x80 != 0 {
            giveUp(&outcome)
            isInGarbage = false
            frame = [byte]
        } else if frame.isEmpty {
            skip(&outcome)
        } else {
            frame.append(byte)
            guard frame.count == Self.length else { return }
            outcome.frames.append(pace.frame(OximeterSample(older: frame), at: moment))
            frame = []
        }
    }

    private mutating func giveUp(_ outcome: inout StreamOutcome) {
        if !frame.isEmpty { skip(&outcome) }
        frame = []
    }

    private mutating func skip(_ outcome: inout StreamOutcome) {
        if !isInGarbage { outcome.refusals.append("Bytes that belong to no frame of an oximeter were skipped.") }
        isInGarbage = true
    }
}
