internal import GatewayCore

extension ScenarioParser {
    /// One time, or a span that may pass midnight.
    func times(_ line: inout ScenarioLine) throws(ScenarioProblem) -> (Duration, Duration?) {
        guard let word = line.take() else { throw line.problem("A time is missing, such as 07:10.") }
        let parts = word.text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
        guard parts.count <= 2, let first = parts.first, let from = Self.timeOfDay(first) else {
            throw line.problemBefore(
                "\"\(Self.shown(word.text))\" is no time.", "Write 07:10, 07:10:05 or 22:00-06:30.")
        }
        let begin = block.dayBegins + from
        guard parts.count == 2 else { return (begin, nil) }
        guard let to = Self.timeOfDay(parts[1]) else {
            throw line.problemBefore("\"\(Self.shown(word.text))\" is no span.", "Write it as 22:00-06:30.")
        }
        return (begin, block.dayBegins + (to <= from ? .days(1) : .zero) + to)
    }

    /// "07:10", "07:10:05" or "07:10:05.25".
    private static func timeOfDay(_ text: some StringProtocol) -> Duration? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let hour = digits(parts[0], 2), let minute = digits(parts[1], 2),
            hour < 24, minute < 60
        else { return nil }
        var time = Duration.hours(hour) + .minutes(minute)
        guard parts.count == 3 else { return time }
        let seconds = parts[2].split(separator: ".", omittingEmptySubsequences: false)
        guard seconds.count <= 2, let second = digits(seconds[0], 2), second < 60 else { return nil }
        time = time + .seconds(second)
        guard seconds.count == 2 else { return time }
        guard (1...9).contains(seconds[1].utf8.count) else { return nil }
        let padded = String(seconds[1]) + String(repeating: "0", count: 9 - seconds[1].utf8.count)
        return digits(padded, 9).map { time + .nanoseconds($0) }
    }

    /// A number of exactly so many digits.
    private static func digits(_ text: some StringProtocol, _ count: Int) -> Int64? {
        guard text.utf8.count == count, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int64(text)
    }

    func date(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Scenario.Date {
        let parts = (line.take()?.text ?? "").split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let year = Self.digits(parts[0], 4), let month = Self.digits(parts[1], 2),
            let day = Self.digits(parts[2], 2)
        else { throw line.problemBefore("A run begins at a date such as 2026-03-28.") }
        let date = Scenario.Date(year: Int(year), month: Int(month), day: Int(day))
        guard (2025..<2050).contains(date.year), (1...12).contains(date.month), (1...31).contains(date.day) else {
            throw line.problemBefore("A run begins in the years 2025 to 2049, at a day of the calendar.")
        }
        let number = CivilTime.day(year: date.year, month: date.month, day: date.day)
        let civil = CivilTime(WallTime(milliseconds: Int64(number) * 86_400_000))
        guard civil.month == date.month else { throw line.problemBefore("That month has no such day.") }
        return date
    }

    func number(
        _ line: inout ScenarioLine, _ range: ClosedRange<Int64>, _ what: String
    ) throws(ScenarioProblem) -> Int64 {
        guard let word = line.take(), let number = Int64(word.text), range.contains(number) else {
            throw line.problemBefore("Here stands \(what): a number from \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }

    func settings(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Int {
        Int(try number(&line, 0...Int64(words.settings - 1), "the number of the settings"))
    }

    func duration(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Duration {
        guard let word = line.take(), let duration = ScenarioDuration.parse(word.text) else {
            throw line.problemBefore("A duration is missing.", "Write it with its unit: 20s, 5m, 1h30m, 3d.")
        }
        return duration
    }

    /// How far apart things are.
    func interval(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Duration {
        let every = try duration(&line)
        guard every >= SimulationLimits.shortestInterval else {
            throw line.problemBefore("What repeats is at least 10ms apart.")
        }
        return every
    }

    /// Words in quotation marks.
    func quoted(_ line: inout ScenarioLine, _ what: String) throws(ScenarioProblem) -> String {
        guard line.isNextQuoted, let word = line.take() else {
            throw line.problem("Here stands \(what), in quotation marks.")
        }
        guard (1...SimulationLimits.quotedWords).contains(word.text.count) else {
            throw line.problemBefore("Between the marks stand 1 to \(SimulationLimits.quotedWords) characters.")
        }
        return word.text
    }

    /// What was written, short enough for a sentence.
    static func shown(_ text: String) -> String { text.count > 32 ? text.prefix(32) + "…" : text }
}
