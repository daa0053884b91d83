package import GatewayCore

/// The names that a scenario may use: those of the home it plays in.
package struct ScenarioWords: Sendable {
    package var devices: [DeviceID: [Capability]]
    package var contacts: [ContactID]
    package var channels: [ChannelID]
    package var visitors: [VisitorID]
    package var outputs: [OutputID]
    package var rules: [RuleID]
    /// How many settings there are to change between.
    package var settings: Int
    /// The built-in home has an everyday life, and settings by their number.
    package var isBuiltIn: Bool
    package var brokers: [IntakeID]
    package var bridges: [BridgeID]
    package var ports: [IntakeID]

    package init(_ home: ScenarioHome) {
        let plan = home.plan(0, seed: 0)
        devices = Dictionary(plan.home.devices.map { ($0.id, $0.capabilities) }) { first, _ in first }
        contacts = plan.contacts.map(\.id)
        channels = home.channels
        visitors = plan.home.visitors.map(\.id)
        outputs = plan.home.outputs.map(\.id)
        rules = plan.rules.map(\.common.id)
        settings = home.settings
        isBuiltIn = home.isBuiltIn
        brokers = home.brokers
        bridges = home.bridges.map(\.id)
        ports = home.ports
    }

    /// Those of the built-in home.
    package static let simulated = ScenarioWords(.simulated)
}
