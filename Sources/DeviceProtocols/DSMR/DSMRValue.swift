/// Reads what stands in the parentheses of a line.
enum DSMRValue {
    /// Nil for what is not written as its form says.
    static func read(_ groups: [String], as form: DSMRObject.Form) -> DecodedValue? {
        switch form {
        case .text, .whole, .number, .time:
            guard groups.count == 1 else { return nil }
            return single(groups[0], form).map { .object([.init("value", $0.value), .init("unit", $0.unit)]) }
        case .reading:
            guard groups.count == 2 else { return nil }
            return reading(time: groups[0], number: groups[1])
        case .oldReading:
            guard groups.count == 7, let number = single(groups[6], .number) else { return nil }
            return .object([
                .init("datetime", time(groups[0])), .init("value", number.value),
                .init("unit", groups[5].isEmpty ? .null : .text(groups[5])),
            ])
        case .failures: return failures(groups)
        case .peaks: return peaks(groups)
        }
    }

    private static func reading(time text: String, number: String) -> DecodedValue? {
        single(number, .number).map {
            .object([.init("datetime", time(text)), .init("value", $0.value), .init("unit", $0.unit)])
        }
    }

    /// How many, of what, then each its end and its seconds.
    private static func failures(_ groups: [String]) -> DecodedValue? {
        var count = 0
        if groups != [""] {
            guard groups.count >= 2, let given = DecodedValue.whole(groups[0]), (0...10).contains(given),
                groups.count == Int(given) * 2 + 2
            else { return nil }
            count = Int(given)
        }
        let type = groups.count > 1 ? groups[1] : ""
        var entries: [DecodedValue] = []
        for place in stride(from: 2, to: 2 + count * 2, by: 2) {
            let isKnown = type == "0-0:96.7.19"
            guard let value = single(groups[place + 1], isKnown ? .whole : .text) else { return nil }
            let when: DecodedValue = isKnown ? time(groups[place]) : text(groups[place])
            entries.append(
                .object([.init("datetime", when), .init("value", value.value), .init("unit", value.unit)]))
        }
        return .object([
            .init("buffer_length", .integer(Int64(count))), .init("buffer_type", text(type)),
            .init("buffer", .list(entries)),
        ])
    }

    /// How many, of what, twice; then each its month, when it was, and how high.
    private static func peaks(_ groups: [String]) -> DecodedValue? {
        guard let first = groups.first, let count = DecodedValue.whole(first), (0...20).contains(count) else {
            return nil
        }
        guard count > 0 else { return .list([]) }
        guard groups.count >= Int(count) * 3 + 3 else { return nil }
        var entries: [DecodedValue] = []
        for place in stride(from: 3, to: 3 + Int(count) * 3, by: 3) {
            guard let value = single(groups[place + 2], .number) else { return nil }
            entries.append(
                .object([
                    .init("datetime", time(groups[place])), .init("occurred", time(groups[place + 1])),
                    .init("value", value.value), .init("unit", value.unit),
                ]))
        }
        return .list(entries)
    }

    /// "00301.5*kWh": value and unit.
    private static func single(_ group: String, _ form: DSMRObject.Form) -> (value: DecodedValue, unit: DecodedValue)? {
        let parts = group.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2 else { return nil }
        let unit = parts.count == 2 ? DecodedValue.text(parts[1]) : .null
        guard !group.isEmpty else { return (.null, .null) }
        let value: DecodedValue? =
            switch form {
            case .whole: DecodedValue.whole(parts[0]).map(DecodedValue.integer)
            case .number: Scalar.decimal(parts[0]).map(DecodedValue.number)
            case .time: time(parts[0])
            default: .text(parts[0])
            }
        return value.map { ($0, unit) }
    }

    private static func time(_ text: String) -> DecodedValue {
        MeterTime(text).map { .text($0.text) } ?? .null
    }

    private static func text(_ text: String) -> DecodedValue {
        text.isEmpty ? .null : .text(text)
    }
}
