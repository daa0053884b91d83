internal import GatewayCore

/// How much a gateway holds in memory and on disk, in things and in single values.
package struct KeptThings: Hashable, Sendable {
    package var alerts: Int
    package var deliveries: Int
    package var rules: Int
    package var devices: Int
    /// All numbers, words and flags of the engine's and the ledger's things, however deep.
    package var values: Int
    /// What the oracle remembers: it must not be what grows.
    package var oracle: Int
}

extension SimulationRun {
    /// What is kept when so many days have passed.
    package func kept(after days: Int) -> KeptThings {
        var shorter = scenario
        shorter.days = days
        shorter.endsQuietly = false
        shorter.steps.removeAll { $0.at >= .days(Int64(days)) }
        var world = SimulatedWorld(shorter)
        world.run()
        let kept = world.ledger.kept
        var values = Self.values(in: kept)
        if let engine = world.gateway?.engine { values += Self.values(in: engine) }
        return KeptThings(
            alerts: kept.alerts.count, deliveries: kept.deliveries.count, rules: kept.rules.count,
            devices: kept.devices.count, values: values, oracle: Self.values(in: world.oracle))
    }

    /// How many values there are in a thing that hold no others.
    private static func values(in thing: Any) -> Int {
        let mirror = Mirror(reflecting: thing)
        if mirror.children.isEmpty { return 1 }
        return mirror.children.reduce(0) { $0 + values(in: $1.value) }
    }
}
