package import GatewayCore

/// Contec oximeters with version 7 of their protocol, as a stream: a type without bit 7, the high bits, and
/// bytes with bit 7; what is measured now has the type 1 and nine bytes, sixty times a second.
///
/// The oximeter is known as "oximeter". Profiles name `pulse_bpm` and `spo2_pct`, which are missing while it
/// does not measure; they see one frame a second.
package struct CMS50V7Stream: SerialStream {
    private static let length = 9
    private static let realTime: UInt8 = 0x01

    private var frame: [UInt8] = []
    /// Until the next byte without bit 7: a packet that is not read, or garbage.
    private var isSkipping = false
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
        if byte & 0x80 == 0 {
            giveUp(&outcome)
            if byte == Self.realTime {
                isSkipping = false
                frame = [byte]
            } else {
                skip("An oximeter's packet is of a type that is not read.", &outcome)
            }
        } else if frame.isEmpty {
            skip(Self.garbage, &outcome)
        } else {
            frame.append(byte)
            guard frame.count == Self.length else { return }
            outcome.frames.append(pace.frame(OximeterSample(v7: frame), at: moment))
            frame = []
        }
    }

    private static let garbage = "Bytes that belong to no frame of an oximeter were skipped."

    private mutating func giveUp(_ outcome: inout StreamOutcome) {
        if !frame.isEmpty { skip(Self.garbage, &outcome) }
        frame = []
    }

    private mutating func skip(_ sentence: String, _ outcome: inout StreamOutcome) {
        if !isSkipping { outcome.refusals.append(sentence) }
        isSkipping = true
    }
}
