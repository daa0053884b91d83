/// Leaves out of a failing scenario whatever the failure does not need.
struct Shrinker {
    private var scenario: Scenario
    private let promise: Violation.Promise
    private var runsLeft = SimulationLimits.shrinkingRuns

    init(_ scenario: Scenario, promise: Violation.Promise) {
        self.scenario = scenario
        self.promise = promise
    }

    /// The time line of a scenario's run, with what went wrong in it.
    static func story(_ scenario: Scenario) -> [String] {
        var world = SimulatedWorld(scenario, isTraced: true)
        world.run()
        return (world.trace ?? []).map(\.text) + world.oracle.violations.map(\.description)
    }

    /// Leaves out halves, then quarters, and so on down to single steps, for as long as it still fails
    /// (delta debugging; Zeller and Hildebrandt, 2002).
    mutating func shrink() -> Scenario {
        var size = max(scenario.steps.count / 2, 1)
        while runsLeft > 0 {
            var start = 0
            var isShorter = false
            while start < scenario.steps.count, runsLeft > 0 {
                var shorter = scenario
                shorter.steps.removeSubrange(start..<min(start + size, shorter.steps.count))
                if fails(shorter) {
                    scenario = shorter
                    isShorter = true
                } else {
                    start += size
                }
            }
            if size > 1 { size /= 2 } else if !isShorter { break }
        }
        return scenario
    }

    private mutating func fails(_ scenario: Scenario) -> Bool {
        runsLeft -= 1
        var world = SimulatedWorld(scenario)
        world.run()
        return world.oracle.violations.first?.promise == promise
    }
}
