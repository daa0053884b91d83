/// One frame of a Contec oximeter, of either version.
struct OximeterSample: Hashable, Sendable {
    static let olderBytes = 5
    static let v7Bytes = 9

    /// In the words of its documents.
    var members: [DecodedValue.Member]
    /// The oximeter says that it does not measure: no finger, a fault of the probe, or it still looks for the
    /// pulse.
    var isIdle: Bool
    var pulse: Int
    var saturation: Int

    /// Beats a minute; nil where there is no reading.
    var validPulse: Int? { isIdle || pulse == 0 || pulse == 0xFF ? nil : pulse }

    /// Per cent; nil where there is no reading.
    var validSaturation: Int? { isIdle || !(1...100).contains(saturation) ? nil : saturation }

    /// Its flags by name, and the two readings where there are any.
    var values: [(path: String, value: Scalar)] {
        let flags = members.compactMap { member -> (path: String, value: Scalar)? in
            guard case .flag(let flag) = member.value else { return nil }
            return (member.name, .bit(flag))
        }
        let numbers = [("pulse_bpm", validPulse), ("spo2_pct", validSaturation)].compactMap { name, number in
            number.map { (path: name, value: Scalar.number(Double($0))) }
        }
        return flags + numbers
    }

    /// Five bytes of the older protocol, of which only the first has bit 7 (atbrask CMS50Dplus `LiveDataPoint`).
    init(older bytes: [UInt8]) {
        precondition(bytes.count == Self.olderBytes, "The stream cuts frames of five bytes.")
        pulse = Int(bytes[2] & 0x40) << 1 | Int(bytes[3] & 0x7F)
        saturation = Int(bytes[4] & 0x7F)
        let isFingerOut = bytes[0] & 0x10 != 0
        let isFaulty = bytes[2] & 0x10 != 0
        let isSearching = bytes[2] & 0x20 != 0
        isIdle = isFingerOut || isFaulty || isSearching
        members = [
            .init("signal_strength", .integer(Int64(bytes[0] & 0x0F))),
            .init("finger_out", .flag(isFingerOut)),
            .init("dropping_spo2", .flag(bytes[0] & 0x20 != 0)),
            .init("beep", .flag(bytes[0] & 0x40 != 0)),
            .init("waveform", .integer(Int64(bytes[1]))),
            .init("bar_graph", .integer(Int64(bytes[2] & 0x0F))),
            .init("probe_error", .flag(isFaulty)),
            .init("searching", .flag(isSearching)),
            .init("pulse_bpm", .integer(Int64(pulse))),
            .init("spo2_pct", .integer(Int64(saturation))),
        ]
    }

    /// Nine bytes of version 7: type, high bits, and seven bytes whose own bit 7 is always set (Contec, Communication
    /// protocol of pulse oximeter V7.0, 3.3.2.1, table 3). The beep and the low saturation, which it says to ignore,
    /// are left out.
    init(v7 bytes: [UInt8]) {
        precondition(bytes.count == Self.v7Bytes, "The stream cuts frames of nine bytes.")
        let whole = (2..<9).map { place -> UInt8 in
            let high: UInt8 = bytes[1] >> UInt8(place - 2) & 1
            return bytes[place] & 0x7F | high << 7
        }
        pulse = Int(whole[3])
        saturation = Int(whole[4])
        let isFaulty = whole[0] & 0x80 != 0
        let isSearching = whole[1] & 0x80 != 0
        let hasSearchedLong = whole[0] & 0x10 != 0
        isIdle = isFaulty || isSearching || hasSearchedLong
        members = [
            .init("signal_strength", .integer(Int64(whole[0] & 0x0F))),
            .init("probe_error", .flag(isFaulty)),
            .init("searching", .flag(isSearching)),
            .init("waveform", .integer(Int64(whole[1] & 0x7F))),
            .init("bar_graph", .integer(Int64(whole[2] & 0x0F))),
            .init("pi_invalid", .flag(whole[2] & 0x10 != 0)),
            .init("pulse_bpm", .integer(Int64(pulse))),
            .init("spo2_pct", .integer(Int64(saturation))),
            // Hundredths of a per cent.
            .init("pi_raw", .integer(Int64(whole[6]) << 8 | Int64(whole[5]))),
        ]
        if hasSearchedLong { members.append(.init("searching_too_long", .flag(true))) }
    }
}
