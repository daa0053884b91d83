internal import GatewayCore

/// What happens in one run, all decided beforehand, so that parts of it can be left out.
package struct Scenario: Sendable {
    package struct Step: Hashable, Sendable {
        /// Since the beginning of the run.
        package var at: Duration
        package var incident: Incident
    }

    package var seed: UInt64
    package var days: Int
    package var steps: [Step]

    /// When the faults end and everything must come to rest.
    var quietFrom: Duration { .days(Int64(days)) - SimulationLimits.quietTime }

    /// "day 2 07:10:05 press pendant" for each step that is not everyday life.
    package var story: [String] {
        steps.map { "\(Self.clock($0.at)) \($0.incident.text)" }
    }

    static func clock(_ time: Duration) -> String {
        let seconds = Int(time.wholeSeconds)
        let clock = "\((seconds / 3_600 % 24).padded(to: 2)):\((seconds / 60 % 60).padded(to: 2))"
        return "day \(seconds / 86_400 + 1) \(clock):\((seconds % 60).padded(to: 2))"
    }
}
