internal import GatewayCore

/// A scenario that is being read: what stands in its lines, before what repeats is written out.
struct ScenarioBlock {
    var scenario = Scenario(days: 0)
    /// Where its head stands, from 1.
    var line = 1
    /// The day of the lines at hand, from 1; nil where they are of every day.
    var day: Int64? = 1
    var lastDay: Int64 = 1
    private var expectationLines: [Int] = []
    private var everyday = Everyday()

    /// What is of every day, by its time of day.
    private struct Everyday {
        var steps: [Scenario.Step] = []
        var stillness: [Scenario.Stillness] = []
        var expectations: [(Expectation, line: Int)] = []
    }

    /// Where the day at hand begins.
    var dayBegins: Duration { .days((day ?? 1) - 1) }

    /// Steps, before what repeats is written out.
    var steps: Int { scenario.steps.count + everyday.steps.count }

    mutating func add(_ step: Scenario.Step) {
        if day == nil { everyday.steps.append(step) } else { scenario.steps.append(step) }
    }

    mutating func add(_ stillness: Scenario.Stillness) {
        if day == nil { everyday.stillness.append(stillness) } else { scenario.stillness.append(stillness) }
    }

    mutating func add(_ expectation: Expectation, line: Int) {
        if day == nil { return everyday.expectations.append((expectation, line)) }
        scenario.expectations.append(expectation)
        expectationLines.append(line)
    }

    /// The whole scenario, in order of time.
    ///
    /// - Parameter room: how many steps, stillnesses and expectations it may have with what repeats.
    func entry(room: Int) throws(ScenarioProblem) -> ScenarioFile.Entry {
        var whole = scenario
        var lines = expectationLines
        if whole.days == 0 { whole.days = Int(lastDay) }
        let repeated = (everyday.steps.count + everyday.expectations.count + everyday.stillness.count)
            .multipliedReportingOverflow(by: whole.days)
        let own = whole.steps.count + whole.expectations.count + whole.stillness.count
        guard !repeated.overflow, own + repeated.partialValue <= room else {
            throw ScenarioProblem(line: line, column: 1, cause: Self.tooManySteps)
        }
        var steps: [Scenario.Step] = []
        for day in 0..<(repeated.partialValue == 0 ? 0 : whole.days) {
            let begins = Duration.days(Int64(day))
            steps += everyday.steps.map { Scenario.Step(at: begins + $0.at, incident: $0.incident) }
            whole.stillness += everyday.stillness.map {
                Scenario.Stillness(from: begins + $0.from, to: begins + $0.to)
            }
            whole.expectations += everyday.expectations.map { $0.0.later(by: begins) }
            lines += everyday.expectations.map(\.line)
        }
        let still = StillTimes(whole.stillness)
        steps.removeAll { $0.incident.isActivity && still.holds($0.at) }
        whole.steps = Scenario.inOrder(whole.steps + steps)
        whole.stillness = Self.inOrder(whole.stillness, by: \.from)
        let expected = Self.inOrder(Array(zip(whole.expectations, lines)), by: \.0.from)
        whole.expectations = expected.map(\.0)
        return ScenarioFile.Entry(scenario: whole, line: line, expectationLines: expected.map(\.1))
    }

    static let tooManySteps = "A text has at most \(SimulationLimits.scenarioSteps) steps, with what repeats."

    private static func inOrder<Thing>(_ things: [Thing], by time: (Thing) -> Duration) -> [Thing] {
        let places = things.indices.sorted { left, right in
            let (early, late) = (time(things[left]), time(things[right]))
            return early == late ? left < right : early < late
        }
        return places.map { things[$0] }
    }
}

extension Incident {
    /// Somebody in the home moves about.
    fileprivate var isActivity: Bool {
        switch self {
        case .event(_, let capability, _), .state(_, let capability, _, _): capability.showsActivity
        default: false
        }
    }
}
