internal import DeviceProtocols
package import GatewayCore

/// The lines by which a device stands in the settings, its name first and without indentation.
package struct EnrolmentText: Sendable {
    package let id: DeviceID
    package private(set) var lines: [String] = []

    /// - Parameters:
    ///   - name: as a person calls it; the identifier is made of it.
    ///   - settings: the home as it is; nil for one that is not known, where what is usual is left out.
    /// - Returns: nil when nothing of the name can be an identifier, or when the proposal has no profile or address.
    package init?(_ proposal: EnrolmentProposal, name: String, resident: String? = nil, in settings: Settings?) {
        guard let id = MadeName.name(from: name), let profile = proposal.profile, let address = proposal.address else {
            return nil
        }
        self.id = DeviceID(id)
        lines = ["\(id):"]
        if id != name { add("name", QuotedText.scalar(name)) }
        add("profile", profile.id)
        switch address {
        case .topic(let topic):
            if let friendlyName = proposal.sender.friendlyName, proposal.sender.dialect == .zigbee2mqtt {
                if friendlyName != id { add("friendly_name", QuotedText.scalar(friendlyName)) }
            } else {
                add("topic", QuotedText.scalar(topic))
            }
        case .message(let topic, let identity):
            add("topic", QuotedText.scalar(topic))
            add("identity", "[" + identity.map(QuotedText.quoted).joined(separator: ", ") + "]")
        case .frame(let address), .line(let address): add("address", QuotedText.quoted(address))
        }
        addIntake(proposal.sender, settings)
        if let room = proposal.room { add("room", "\(room)") }
        if let resident { add("resident", resident) }
    }

    /// Names the bridge or intake where the settings would not know it.
    private mutating func addIntake(_ sender: HeardSender, _ settings: Settings?) {
        guard let settings else { return }
        let bridges = settings.formats.flatMap { format -> [(bridge: BridgeID, intake: IntakeID)] in
            guard case .mqtt(let bridges) = format.form else { return [] }
            return bridges.filter { $0.dialect == sender.dialect }.map { ($0.bridge, format.intake) }
        }
        if sender.dialect == .zigbee2mqtt {
            if bridges.count > 1, let bridge = sender.bridge { add("bridge", "\(bridge)") }
            return
        }
        if case .mqtt = sender.form, let bridge = bridges.first, bridges.count == 1, bridge.intake == sender.intake {
            return
        }
        let others = settings.formats.filter { format in
            switch (format.form, sender.form) {
            case (.mqtt, .mqtt): true
            case (.serial(let one), .serial): sender.dialect.serialProtocols.contains(one)
            default: false
            }
        }
        let isOtherBridge = bridges.count == 1 && bridges[0].intake != sender.intake
        if others.count > 1 || isOtherBridge { add("intake", "\(sender.intake)") }
    }

    private mutating func add(_ key: String, _ value: String) { lines.append("  \(key): \(value)") }
}
