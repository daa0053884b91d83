internal import DeviceProtocols
internal import GatewayCore

// `samples`: real messages and what they must decode to.
extension ProfileReader {
    static func samples(_ table: Table<ProfileShape>, told: [Capability], _ dialect: Dialect?) -> [ProfileSample] {
        guard let samples = table.samples else { return [] }
        return items(samples, limit: SettingsLimits.profileSamples, table.reading).compactMap { index, item in
            guard let sample = samples.table(item, what: "sample \(index + 1)", in: table.reading) else { return nil }
            defer { sample.finish() }
            let payload = sample.payload
            if dialect == .rfxtrx || dialect == .enOcean, let payload, !isFrame(payload) {
                table.reading.log.error(
                    .badSample, sample.place(of: "payload"), "a frame is written in hexadecimal digits, two for a byte")
            }
            let suffix = sample.suffix ?? ""
            if !suffix.isEmpty, !suffix.hasPrefix("/") {
                table.reading.log.error(
                    .badSample, sample.place(of: "suffix"), "a suffix follows the topic and begins with `/`")
            }
            let isRetained = sample.retained
            let expected = expected(sample, told: told)
            guard let payload else { return nil }
            return ProfileSample(topicSuffix: suffix, payload: payload, isRetained: isRetained, expected: expected)
        }
    }

    private static func isFrame(_ text: String) -> Bool {
        text.utf8.count % 2 == 0
            && text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x66).contains($0) || (0x41...0x46).contains($0)
            }
    }

    private static func expected(_ sample: Table<SampleShape>, told: [Capability]) -> [ProfileSample.Expected] {
        // A bridge's verdict needs no field: the dialect itself tells it.
        let possible = Capability.allCases.filter { told.contains($0) || $0 == .available }
        guard let table = sample.expected?.becoming(Declared(ExpectedShape(possible))) else { return [] }
        let found = zip(possible, table.shape.readings).compactMap { capability, reading -> ProfileSample.Expected? in
            guard let pair = table.read(reading) else { return nil }
            return value(pair, of: capability, in: sample.reading).map {
                ProfileSample.Expected(capability: capability, value: $0)
            }
        }
        table.finish()
        return found
    }

    private static func value(_ pair: Value.Pair, of capability: Capability, in reading: Reading) -> ReadingValue? {
        switch capability.kind {
        case .state: return reading.flag(pair.value, name: pair.key).map { .state($0) }
        case .number: return reading.quantity(pair.value, name: pair.key).map { .number($0) }
        case .event:
            guard reading.text(pair.value, name: pair.key, limit: SettingsLimits.nameLength) == "happened" else {
                reading.log.error(
                    .badSample, pair.value.place, "an event has no value", hint: "write `\(pair.key): happened`")
                return nil
            }
            return .happened
        }
    }
}
