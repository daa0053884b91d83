import GatewayCore

/// Runs a profile's own samples.
package enum ProfileSamples {
    private static let intake = IntakeID("sample")
    private static let bridge = BridgeID("sample")
    private static let topic = "zigbee2mqtt/sample"
    /// When the samples arrive; their readings do not depend on it.
    private static let moment = Moment(
        boot: BootTime(nanoseconds: 1_000_000_000), wall: WallTime(milliseconds: 1_767_225_600_000),
        quality: .synchronised)

    /// What the samples decode to otherwise than the profile says, each in one sentence. Empty if all is well.
    package static func failures(in profile: DeviceProfile) -> [String] {
        profile.samples.enumerated().flatMap { index, sample in
            failures(of: sample, in: profile).map { "Sample \(index + 1) of \(profile.id) \($0)" }
        }
    }

    private static func failures(of sample: ProfileSample, in profile: DeviceProfile) -> [String] {
        let bytes: [UInt8]
        let format: IntakeFormat.Form
        let address: EnrolledDevice.Address
        switch profile.dialect {
        case .zigbee2mqtt, .json:
            bytes = Array(sample.payload.utf8)
            format = .mqtt(bridges: [.init(bridge: bridge, baseTopic: "zigbee2mqtt")])
            address = .topic(topic)
        case .rfxtrx:
            guard let packet = Self.bytes(hexadecimal: sample.payload) else {
                return ["is not written in pairs of hexadecimal digits."]
            }
            guard let identity = RFXtrxFrame(packet)?.identities.last else {
                return ["is not one whole RFXtrx packet of a device."]
            }
            bytes = packet
            format = .serial(.rfxtrx)
            address = .frame(identity)
        case .enOcean:
            guard let frame = Self.bytes(hexadecimal: sample.payload) else {
                return ["is not written in pairs of hexadecimal digits."]
            }
            var stream = EnOceanStream()
            guard let identity = stream.take(frame, at: moment).frames.first?.identities.first else {
                return ["is not one whole EnOcean frame of a device."]
            }
            bytes = frame
            format = .serial(.enOcean)
            address = .frame(identity)
        }
        let device = EnrolledDevice(
            id: DeviceID("sample"), intake: intake, bridge: profile.dialect == .zigbee2mqtt ? bridge : nil,
            address: address, profile: profile)
        var decoder = ArrivalDecoder(formats: [IntakeFormat(intake: intake, form: format)], enrolled: [device])
        let decoded = decoder.decode(
            Arrival(
                intake: intake, address: topic + sample.topicSuffix, bytes: bytes, moment: moment,
                isRetained: sample.isRetained, isAlarmClass: false))
        return differences(decoded, sample)
    }

    private static func differences(_ decoded: DecodedArrival, _ sample: ProfileSample) -> [String] {
        var sentences = decoded.undecodable.map { "cannot be decoded: \($0)" }
        if decoded.refused > 0 { sentences.append("holds a value outside what its capability can be.") }
        var unexpected = decoded.readings
        for expected in sample.expected {
            let found = unexpected.firstIndex {
                $0.capability == expected.capability && $0.value == expected.value
            }
            if let found {
                unexpected.remove(at: found)
            } else {
                let wanted = words(expected.value)
                sentences.append("does not give \(expected.capability.rawValue) \(wanted), which it should.")
            }
        }
        for reading in unexpected {
            sentences.append(
                "gives \(reading.capability.rawValue) \(words(reading.value)), which it does not mention.")
        }
        return sentences
    }

    private static func words(_ value: ReadingValue) -> String {
        switch value {
        case .happened: "as an event"
        case .state(let state): state ? "true" : "false"
        case .number(let quantity): quantity.description
        }
    }

    /// Pairs of digits; blanks between them are allowed.
    private static func bytes(hexadecimal text: String) -> [UInt8]? {
        let digits = text.filter { $0 != " " }.map(\.hexDigitValue)
        guard !digits.isEmpty, digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[index], let low = digits[index + 1] else { return nil }
            bytes.append(UInt8(high << 4 | low))
        }
        return bytes
    }
}
