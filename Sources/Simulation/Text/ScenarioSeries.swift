internal import GatewayCore

/// The compact notation for values that follow one another, as promtool has it: "18 17.5 _ 16x3 15-0.5x6".
enum ScenarioSeries {
    /// One word of it as its values, nil for one that is missing; nil for what is no such word.
    ///
    /// - Parameter value: reads one value.
    static func values<Value>(
        _ word: String, value: (String) -> Value?, step: (Value, String, Int) -> Value?
    ) -> [Value?]? {
        let parts = word.split(separator: "x", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2 else { return value(word).map { [$0] } }
        guard parts.count == 2, let more = count(parts[1]) else {
            return word == "_" ? [nil] : value(word).map { [$0] }
        }
        if parts[0] == "_" { return Array(repeating: nil, count: more) }
        if let first = value(parts[0]) { return Array(repeating: first, count: more + 1) }
        guard let sign = parts[0].dropFirst().firstIndex(where: { $0 == "+" || $0 == "-" }),
            let first = value(String(parts[0][..<sign]))
        else { return nil }
        var values: [Value?] = []
        for number in 0...more {
            guard let next = step(first, String(parts[0][sign...]), number) else { return nil }
            values.append(next)
        }
        return values
    }

    /// 1 to `SimulationLimits.seriesValues`.
    private static func count(_ text: String) -> Int? {
        guard (1...6).contains(text.utf8.count), let count = Int(text),
            (1...SimulationLimits.seriesValues).contains(count)
        else { return nil }
        return count
    }

    static func quantities(_ word: String) -> [Quantity?]? {
        values(word, value: { Quantity(decimal: $0) }) { first, step, number in
            guard let step = Quantity(decimal: step.hasPrefix("+") ? String(step.dropFirst()) : step) else {
                return nil
            }
            let (steps, isTooMuch) = step.thousandths.multipliedReportingOverflow(by: Int64(number))
            let (sum, isTooLarge) = first.thousandths.addingReportingOverflow(steps)
            return isTooMuch || isTooLarge ? nil : Quantity(thousandths: sum)
        }
    }

    static func states(_ word: String) -> [Bool?]? {
        values(word, value: { ["yes": true, "no": false][$0] }) { _, _, _ in nil }
    }
}
