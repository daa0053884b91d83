internal import GatewayCore
internal import GatewayTesting
internal import Simulation
internal import Testing

/// Explanations of what is supposed to happen in a small home, at times of one day.
enum SupposedTime {
    /// A Saturday in Brussels.
    static func on(_ clock: String) -> WallTime {
        let parts = clock.split(separator: ":").compactMap { Int($0) }
        let day = CivilTime.day(year: 2026, month: 11, day: 28)
        return ZoneTable.brussels2026.instant(of: TimeOfDay(minutes: parts[0] * 60 + parts[1]), onDay: day)
    }

    static func explain(
        _ home: HomeBuilder, _ device: String, _ event: String, at clock: String = "15:00", mode: HomeMode? = nil,
        for lasts: Duration? = nil
    ) throws -> Explanation {
        let plan = home.plan
        let happening = try SuppositionReader(plan.home).read(device, [event], lasts: lasts)
        return Explainer(plan).explain(Supposition(happening, at: on(clock), mode: mode, lasts: lasts))
    }

    static func text(_ explanation: Explanation, _ home: HomeBuilder) -> String {
        ExplanationText(explanation, plan: home.plan).lines.joined(separator: "\n")
    }
}
