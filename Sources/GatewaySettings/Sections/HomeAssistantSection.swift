internal import GatewayCore

// `home_assistant`: how the home is shown to a smart home beside it.
extension SettingsBuilder {
    func readHomeAssistant() {
        guard let table = root.homeAssistant else { return }
        let intake = mqttIntake(table.pairs, named: table.intake)
        let prefix = table.prefix ?? "homeassistant"
        checkTopic(prefix, at: table.place(of: "prefix"), allowsWildcards: false)
        let discovery = table.discovery
        let shares = sharedData(table)
        let commands = table.commands
        let contact = table.acknowledgesAs
        table.finish()
        guard let intake, let broker = broker(of: intake) else { return }
        if commands, !broker.isAuthenticated {
            reading.log.error(
                .anybodyCommands, table.place(of: "commands"),
                "anybody who reaches the broker `\(intake)` could press the buttons of this home",
                hint: "give the gateway a `user` and `password` at that broker, or a client certificate, and let it "
                    + "check who writes which topic")
        }
        if !commands, table.has("acknowledges_as") {
            reading.log.warning(
                .commandsOff, table.place(of: "acknowledges_as"),
                "`acknowledges_as` does nothing: buttons are not listened to",
                hint: "add `commands: true`, or leave it out")
        }
        homeAssistant = HomeAssistantConnection(
            intake: intake, home: home.id, prefix: prefix, discovery: discovery, ownTopic: broker.ownTopic,
            shares: shares, takesCommands: commands && broker.isAuthenticated,
            acknowledgesAs: commands ? contact.map { ContactID($0) } : nil)
    }

    private func broker(of id: IntakeID) -> BrokerConnection? {
        guard case .mqtt(let broker) = intake(id)?.connection else { return nil }
        return broker
    }

    private func sharedData(_ table: Table<HomeAssistantShape>) -> SharedData {
        var shares: SharedData = []
        for (text, place) in table.shares ?? [] {
            if let kind = HomeAssistantShape.words.first(where: { $0.0 == text }) {
                shares.insert(kind.1)
            } else {
                reading.log.error(
                    .unknownWord, place, "`\(text)` cannot be shared with Home Assistant",
                    hint: Suggestion.hint(for: text, among: HomeAssistantShape.words.map(\.0))
                        ?? "only `name` and `room` can")
            }
        }
        return shares
    }
}
