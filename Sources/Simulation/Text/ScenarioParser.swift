internal import GatewayCore

/// Reads the text of docs/SCENARIOS.md, and says of any other text what is wrong with it and where.
package struct ScenarioParser {
    let words: ScenarioWords
    var scenario = Scenario(days: 0)
    private var problems: [ScenarioProblem] = []
    /// The day of the block at hand, from 1.
    private var day: Int64 = 1
    private var lastDay: Int64 = 1

    private init(_ words: ScenarioWords) {
        self.words = words
    }

    /// - Parameter words: the names of the home in which it plays.
    package static func parse(
        _ text: String, words: ScenarioWords = .simulated
    ) throws(ScenarioProblems) -> Scenario {
        guard text.utf8.count <= SimulationLimits.scenarioBytes else {
            let limit = SimulationLimits.scenarioBytes
            throw ScenarioProblems(all: [
                ScenarioProblem(line: 1, column: 1, cause: "A scenario has at most \(limit) bytes.")
            ])
        }
        var parser = ScenarioParser(words)
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            parser.take(ScenarioLine(line, number: index + 1))
            if parser.problems.count >= SimulationLimits.problems { break }
        }
        return try parser.finish()
    }

    private mutating func take(_ line: ScenarioLine) {
        guard !line.isEmpty else { return }
        do throws(ScenarioProblem) {
            try take(words: line)
        } catch {
            problems.append(error)
        }
    }

    private mutating func finish() throws(ScenarioProblems) -> Scenario {
        guard problems.isEmpty else { throw ScenarioProblems(all: problems) }
        if scenario.days == 0 { scenario.days = Int(lastDay) }
        scenario.steps = Scenario.inOrder(scenario.steps)
        scenario.stillness = Self.inOrder(scenario.stillness, by: \.from)
        scenario.expectations = Self.inOrder(scenario.expectations, by: \.from)
        return scenario
    }

    private static func inOrder<Thing>(_ things: [Thing], by time: (Thing) -> Duration) -> [Thing] {
        let places = things.indices.sorted { left, right in
            let (early, late) = (time(things[left]), time(things[right]))
            return early == late ? left < right : early < late
        }
        return places.map { things[$0] }
    }

    // MARK: - Lines

    /// The first words of a line that has no time.
    private static let headers = [
        "home", "seed", "begins", "days", "day", "everyday", "people", "ends", "expect",
    ]

    private mutating func take(words line: ScenarioLine) throws(ScenarioProblem) {
        var line = line
        if line.next?.utf8.first.map({ (48...57).contains($0) }) ?? false {
            let (from, to) = try times(&line)
            if let to {
                guard line.take("no", "motion") else { throw line.problem("A span is for \"no motion\".") }
                scenario.stillness.append(Scenario.Stillness(from: from, to: to))
            } else {
                let incident = try incident(&line)
                scenario.steps.append(Scenario.Step(at: from, incident: incident))
            }
        } else if line.take("expect") {
            let (from, to) = try times(&line)
            scenario.expectations.append(Expectation(from: from, to: to ?? from, what: try expectation(&line)))
        } else {
            try takeHeader(&line)
        }
        guard line.isAtEnd else { throw line.problem("Nothing may follow here.") }
    }

    private mutating func takeHeader(_ line: inout ScenarioLine) throws(ScenarioProblem) {
        if line.take("day") {
            day = try number(&line, 1...Int64(SimulationLimits.days), "a day")
            lastDay = max(lastDay, day)
        } else if line.take("days") {
            scenario.days = Int(try number(&line, 1...Int64(SimulationLimits.days), "how many days"))
        } else if line.take("seed") {
            guard let word = line.take(), let seed = UInt64(word.text) else {
                throw line.problemBefore("A seed is a number from 0 to \(UInt64.max).")
            }
            scenario.seed = seed
        } else if line.take("home") {
            guard line.take("simulated") else {
                throw line.problem("There is no such home.", "The one that is known is \"simulated\".")
            }
            if line.take("settings") { scenario.settings = try settings(&line) }
        } else if line.take("begins") {
            scenario.begins = try date(&line)
        } else if line.take("everyday", "life") {
            scenario.hasEverydayLife = true
        } else if line.take("people", "answer") {
            scenario.peopleAnswer = true
        } else if line.take("ends", "quietly") {
            scenario.endsQuietly = true
        } else {
            let word = line.next ?? ""
            let near = NearestWord.to(word, among: Self.headers)
            throw line.problem(
                "A line begins with a time, with \"expect\", or with a word of the head.",
                near.map { "Did you mean \"\($0)\"?" })
        }
    }

    // MARK: - Times and numbers

    /// One time, or a span that may pass midnight.
    private func times(_ line: inout ScenarioLine) throws(ScenarioProblem) -> (Duration, Duration?) {
        guard let word = line.take() else { throw line.problem("A time is missing, such as 07:10.") }
        let parts = word.text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
        guard parts.count <= 2, let first = parts.first, let from = Self.timeOfDay(first) else {
            throw line.problemBefore(
                "\"\(Self.shown(word.text))\" is no time.", "Write 07:10, 07:10:05 or 22:00-06:30.")
        }
        let begin = Duration.days(day - 1) + from
        guard parts.count == 2 else { return (begin, nil) }
        guard let to = Self.timeOfDay(parts[1]) else {
            throw line.problemBefore("\"\(Self.shown(word.text))\" is no span.", "Write it as 22:00-06:30.")
        }
        return (begin, Duration.days(to <= from ? day : day - 1) + to)
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

    private func date(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Scenario.Date {
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

    /// What was written, short enough for a sentence.
    static func shown(_ text: String) -> String { text.count > 32 ? text.prefix(32) + "…" : text }
}
