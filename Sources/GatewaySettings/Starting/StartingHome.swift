package import DeviceProtocols
package import GatewayCore

/// A new home: what was found and what was answered, as commented settings.
package struct StartingHome: Sendable {
    /// What is written, the root first.
    package static let names = ["home.yaml", "devices.yaml", "contacts.yaml", "rules.yaml", "secrets.yaml"]

    /// Editors that know the YAML language server find the schema by it.
    private static let lineForEditors = "# yaml-language-server: $schema=/usr/share/pullcord/schema/home.json\n"

    /// In the order of their names; each by its name in the home's folder.
    package let files: [NewFile]
    /// What a person should know of what was found, a line each.
    package let remarks: [String]
    /// The serial ports among the intakes, as they stand in the root file; empty where there are none.
    package let receivers: String

    /// - Parameters:
    ///   - profiles: those that may be proposed; the first of two that fit is taken.
    ///   - rooms: of a home that is there already.
    package init(
        _ answers: StartingAnswers, _ surroundings: Surroundings, profiles: [DeviceProfile], rooms: [Room] = []
    ) {
        let proposal = Proposal(answers, surroundings, profiles: profiles, rooms: rooms)
        let texts = [
            HomeFile(proposal).text, DevicesFile(proposal).text, ContactsFile(proposal).text,
            RulesFile(proposal).text, SecretsFile(proposal).text,
        ]
        files = zip(Self.names, texts).map { name, text in
            let isSecret = name == "secrets.yaml"
            return NewFile(
                path: name, text: isSecret ? text : Self.lineForEditors + text, permissions: isSecret ? 0o600 : 0o644)
        }
        remarks = Self.remarks(proposal)
        receivers = proposal.receivers.reduce(into: SettingsLines()) { ReceiverLines.add($1, to: &$0) }.text
    }

    private static func remarks(_ proposal: Proposal) -> [String] {
        var lines: [String] = []
        let surroundings = proposal.surroundings
        if let trouble = surroundings.brokerTrouble {
            lines.append("The broker was not looked at: \(QuotedText.comment(trouble)).")
        } else if proposal.answers.broker != nil, proposal.bridges.isEmpty {
            lines.append("The broker knows no Zigbee2MQTT.")
        }
        for bridge in surroundings.bridges where bridge.announcement == nil {
            lines.append(
                "Zigbee2MQTT at `\(QuotedText.comment(bridge.baseTopic))` keeps no list of devices that could be read.")
        }
        for device in proposal.devices {
            let name = QuotedText.comment(device.announced.friendlyName)
            lines.append("Device `\(name)` gets the profile \(device.choice.profile.id).")
        }
        for device in proposal.unknown {
            lines.append(
                "Device `\(QuotedText.comment(device.friendlyName))` has no profile yet: "
                    + QuotedText.comment(device.words))
        }
        if proposal.refused > 0 {
            lines.append(
                "Left out of what was announced: \(proposal.refused), which are no devices, or have names that "
                    + "cannot be used.")
        }
        for receiver in proposal.receivers {
            lines.append("The receiver at \(QuotedText.comment(receiver.port.node)) is the intake `\(receiver.id)`.")
        }
        return lines
    }
}
