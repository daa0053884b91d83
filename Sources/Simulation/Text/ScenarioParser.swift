internal import GatewayCore

/// Reads the text of docs/SCENARIOS.md, and says of any other text what is wrong with it and where.
package struct ScenarioParser {
    let words: ScenarioWords
    /// The scenario at hand.
    var block = ScenarioBlock()
    /// What stands before the first name is of every scenario; nil while there was none.
    private var shared: ScenarioBlock?
    private var entries: [ScenarioFile.Entry] = []
    private var problems: [ScenarioProblem] = []
    /// Steps that may still come.
    private var room = SimulationLimits.scenarioSteps

    /// Bytes of a text; a longer one is refused.
    package static var longestText: Int { SimulationLimits.scenarioBytes }

    private init(_ words: ScenarioWords) {
        self.words = words
    }

    /// Reads a text of one scenario.
    ///
    /// - Parameter words: the names of the home in which it plays.
    package static func parse(
        _ text: String, words: ScenarioWords = .simulated
    ) throws(ScenarioProblems) -> Scenario {
        let file = try parseAll(text, words: words)
        if file.entries.count > 1 {
            let cause = "Here stands one scenario, and this is another."
            throw ScenarioProblems(all: [ScenarioProblem(line: file.entries[1].line, column: 1, cause: cause)])
        }
        return file.entries[0].scenario
    }

    /// Reads a text of one scenario or several with their names; there is always one.
    package static func parseAll(
        _ text: String, words: ScenarioWords = .simulated
    ) throws(ScenarioProblems) -> ScenarioFile {
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

    private mutating func finish() throws(ScenarioProblems) -> ScenarioFile {
        if problems.isEmpty { endBlock() }
        guard problems.isEmpty else { throw ScenarioProblems(all: problems) }
        return ScenarioFile(entries: entries)
    }

    private mutating func endBlock() {
        do throws(ScenarioProblem) {
            let entry = try block.entry(room: room)
            let scenario = entry.scenario
            room -= scenario.steps.count + scenario.expectations.count + scenario.stillness.count
            entries.append(entry)
        } catch {
            problems.append(error)
        }
    }

    // MARK: - Lines

    /// The first words of a line that has no time.
    private static let headers = [
        "scenario", "home", "seed", "begins", "days", "day", "every", "everyday", "people", "ends", "expect",
    ]

    private mutating func take(words line: ScenarioLine) throws(ScenarioProblem) {
        var line = line
        if line.next?.utf8.first.map({ (48...57).contains($0) }) ?? false {
            let (from, to) = try times(&line)
            if let to {
                try takeSpan(from, to, &line)
            } else {
                add(try steps(&line), from)
                guard block.steps <= room else { throw line.problemBefore(ScenarioBlock.tooManySteps) }
            }
        } else if line.take("expect") {
            let (from, to) = try times(&line)
            let what = try expectation(&line)
            block.add(Expectation(from: from, to: to ?? from, what: what), line: line.number)
        } else if line.take("scenario") {
            try begin(&line)
        } else {
            try takeHeader(&line)
        }
        guard line.isAtEnd else { throw line.problem("Nothing may follow here.") }
    }

    /// What happens in a span is that nobody moves, or something again and again.
    private mutating func takeSpan(
        _ from: Duration, _ to: Duration, _ line: inout ScenarioLine
    ) throws(ScenarioProblem) {
        if line.take("no", "motion") { return block.add(Scenario.Stillness(from: from, to: to)) }
        let cycle = try steps(&line)
        guard line.take("every"), cycle.count == 1 else {
            throw line.problem("A span is for \"no motion\", or for what repeats: every 30m.")
        }
        let every = try interval(&line)
        let count = (to - from).nanoseconds / every.nanoseconds
        guard count <= SimulationLimits.seriesValues else { throw line.problemBefore("That is too often.") }
        guard block.steps + Int(count) <= room else { throw line.problemBefore(ScenarioBlock.tooManySteps) }
        for number in 0...count where from + every * Int(number) < to { add(cycle, from + every * Int(number)) }
    }

    private mutating func add(_ steps: [Scenario.Step], _ from: Duration) {
        for step in steps { block.add(Scenario.Step(at: from + step.at, incident: step.incident)) }
    }

    /// The head of a scenario among several.
    private mutating func begin(_ line: inout ScenarioLine) throws(ScenarioProblem) {
        let name = try quoted(&line, "a scenario's name")
        if let shared {
            endBlock()
            block = shared
        } else {
            shared = block
        }
        let isTaken = block.scenario.name == name || entries.contains { $0.scenario.name == name }
        if isTaken { throw line.problemBefore("There is a scenario \"\(name)\" before.") }
        guard entries.count < SimulationLimits.scenariosInText else {
            throw line.problemBefore("A text has at most \(SimulationLimits.scenariosInText) scenarios.")
        }
        block.scenario.name = name
        block.line = line.number
        block.day = 1
    }

    private mutating func takeHeader(_ line: inout ScenarioLine) throws(ScenarioProblem) {
        if line.take("day") {
            let day = try number(&line, 1...Int64(SimulationLimits.days), "a day")
            let days = Int64(block.scenario.days)
            if days > 0, day > days { throw line.problemBefore(Self.over(days), Self.longer) }
            block.day = day
            block.lastDay = max(block.lastDay, day)
        } else if line.take("every", "day") {
            block.day = nil
        } else if line.take("days") {
            let days = try number(&line, 1...Int64(SimulationLimits.days), "how many days")
            if days < block.lastDay { throw line.problemBefore(Self.over(days), Self.longer) }
            block.scenario.days = Int(days)
        } else if line.take("seed") {
            guard let word = line.take(), let seed = UInt64(word.text) else {
                throw line.problemBefore("A seed is a number from 0 to \(UInt64.max).")
            }
            block.scenario.seed = seed
        } else if line.take("home") {
            try takeHome(&line)
        } else if line.take("begins") {
            block.scenario.begins = try date(&line)
        } else if line.take("everyday", "life") {
            guard words.isBuiltIn else {
                throw line.problemBefore(
                    "Only the simulated home has an everyday life.", "Write what happens each day under \"every day\".")
            }
            block.scenario.hasEverydayLife = true
        } else if line.take("people", "answer") {
            block.scenario.peopleAnswer = true
        } else if line.take("ends", "quietly") {
            block.scenario.endsQuietly = true
        } else {
            let word = line.next ?? ""
            let near = NearestWord.to(word, among: Self.headers)
            throw line.problem(
                "A line begins with a time, with \"expect\", or with a word of the head.",
                near.map { "Did you mean \"\($0)\"?" })
        }
    }

    /// What would never happen, and what nobody would look for.
    private static func over(_ days: Int64) -> String {
        "The run has ended by then: it lasts \(days) day\(days == 1 ? "" : "s")."
    }

    private static let longer = "Leave `days` out, or make it longer."

    private mutating func takeHome(_ line: inout ScenarioLine) throws(ScenarioProblem) {
        guard words.isBuiltIn else {
            throw line.problemBefore("The home is that of the settings.", "Leave this line out.")
        }
        guard line.take("simulated") else {
            throw line.problem("There is no such home.", "The one that is known is \"simulated\".")
        }
        if line.take("settings") { block.scenario.settings = try settings(&line) }
    }
}
