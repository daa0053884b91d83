package import GatewayCore

/// Contec oximeters as a stream: frames of one length, sixty times a second.
///
/// The oximeter is known as "oximeter". Profiles name `pulse_bpm` and `spo2_pct`, which are missing while it does
/// not measure, and its flags, `probe_error`, `searching`, and of versions before 7 `finger_out`; they see one frame a
/// second.
package struct CMS50Stream: SerialStream {
    /// Of the protocol.
    package enum Version: Sendable {
        /// Before 7: five bytes, of which the first alone has bit 7.
        case older
        /// A type without bit 7, the high bits, and bytes with bit 7; what is measured now has the type 1 and nine
        /// bytes.
        case seven
    }

    private static let realTime: UInt8 = 0x01
    private static let garbage = "Bytes that belong to no frame of an oximeter were skipped."

    private let version: Version
    private var frame: [UInt8] = []
    /// Until the next frame that is read: another packet, or garbage.
    private var isSkipping = false
    private var last: BootTime?
    private var pace = OximeterPace()

    package init(_ version: Version) {
        self.version = version
    }

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
        let hasBit7 = byte & 0x80 != 0
        if hasBit7 == (version == .older) {
            giveUp(&outcome)
            if version == .seven, byte != Self.realTime {
                return skip("An oximeter's packet is of a type that is not read.", &outcome)
            }
            isSkipping = false
            frame = [byte]
        } else if frame.isEmpty {
            skip(Self.garbage, &outcome)
        } else {
            frame.append(byte)
            guard let sample else { return }
            outcome.frames.append(pace.frame(sample, at: moment))
            frame = []
        }
    }

    /// Nil while the frame is not whole.
    private var sample: OximeterSample? {
        switch version {
        case .older: frame.count == OximeterSample.olderBytes ? OximeterSample(older: frame) : nil
        case .seven: frame.count == OximeterSample.v7Bytes ? OximeterSample(v7: frame) : nil
        }
    }

    private mutating func giveUp(_ outcome: inout StreamOutcome) {
        if !frame.isEmpty { skip(Self.garbage, &outcome) }
        frame = []
    }

    private mutating func skip(_ sentence: String, _ outcome: inout StreamOutcome) {
        if !isSkipping { outcome.refusals.append(sentence) }
        isSkipping = true
    }
}
