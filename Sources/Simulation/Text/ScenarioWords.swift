package import GatewayCore

/// The names that a scenario may use: those of the home it plays in.
package struct ScenarioWords: Sendable {
    package var devices: [DeviceID: [Capability]]
    package var contacts: [ContactID]
    package var channels: [ChannelID]
    package var visitors: [VisitorID]
    /// How many settings there are to change between.
    package var settings: Int

    package init(plan: Plan, settings: Int) {
        devices = Dictionary(plan.home.devices.map { ($0.id, $0.capabilities) }) { first, _ in first }
        contacts = plan.contacts.map(\.id)
        channels = plan.channels.map(\.id)
        visitors = plan.home.visitors.map(\.id)
        self.settings = settings
    }

    /// Those of the simulated home.
    package static let simulated = ScenarioWords(
        plan: SimulatedHome(seed: 0).plan(0), settings: SimulatedHome.variants)
}
