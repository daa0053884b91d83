internal import DeviceProtocols
internal import GatewayCore

// By what the arrivals of a device are known, which depends on how its profile says that it speaks.
extension SettingsBuilder {
    /// How a device's arrivals come in.
    struct Way {
        var intake: IntakeID
        var bridge: BridgeID?
        var address: EnrolledDevice.Address
        var output = BridgeOutput.json
    }

    func wayIn(_ profile: DeviceProfile, _ table: Table<DeviceShape>, id: String) -> Way? {
        switch profile.dialect {
        case .zigbee2mqtt:
            refuse(["address", "intake", "identity"], table, profile)
            return zigbee(table, id: id)
        case .rfxtrx:
            refuse(["bridge", "friendly_name", "topic", "identity"], table, profile)
            guard let intake = serialIntake(table, speaking: profile.dialect) else { return nil }
            return frameAddress(table).map { Way(intake: intake, address: .frame($0)) }
        case .enOcean:
            refuse(["bridge", "friendly_name", "topic", "identity"], table, profile)
            guard let intake = serialIntake(table, speaking: profile.dialect) else { return nil }
            return senderAddress(table).map { Way(intake: intake, address: .frame($0)) }
        case .mysensors, .rflink, .dsmr, .cms50, .lines:
            refuse(["bridge", "friendly_name", "topic", "identity"], table, profile)
            guard let intake = serialIntake(table, speaking: profile.dialect) else { return nil }
            return lineAddress(table, profile.dialect).map { Way(intake: intake, address: .frame($0)) }
        case .json:
            refuse(["bridge", "friendly_name"], table, profile)
            if profile.identity.isEmpty { refuse(["identity"], table, profile) }
            return profile.identity.isEmpty ? json(table) : published(table, profile)
        case .homeAssistant, .shellyGen1, .shellyGen2, .tasmota, .esphome, .rtl433, .openMQTTGateway, .zwaveJSUI,
            .homie:
            refuse(["address", "friendly_name"] + (profile.identity.isEmpty ? ["identity"] : []), table, profile)
            return published(table, profile)
        }
    }

    private func refuse(_ keys: [String], _ table: Table<DeviceShape>, _ profile: DeviceProfile) {
        for key in keys {
            guard let pair = table.pairs[key] else { continue }
            reading.log.error(
                .keyNotForDialect, pair.keyPlace,
                "`\(key)` means nothing for a device of the dialect \(profile.dialect.rawValue)")
        }
    }

    private func zigbee(_ table: Table<DeviceShape>, id: String) -> Way? {
        guard let found = zigbeeBridge(table, named: table.bridge, of: "the profile of \(table.what)") else {
            return nil
        }
        func way(_ topic: String) -> Way {
            Way(
                intake: found.bridge.intake, bridge: found.bridge.id, address: .topic(topic), output: found.output)
        }
        if let topic = table.topic {
            checkTopic(topic, at: table.place(of: "topic"), allowsWildcards: false)
            if table.has("friendly_name") {
                reading.log.error(
                    .bothGiven, table.place(of: "topic"), "\(table.what) has both `topic` and `friendly_name`")
            }
            return way(topic)
        }
        let friendlyName = table.friendlyName ?? id
        checkTopic(friendlyName, at: table.place(of: "friendly_name"), allowsWildcards: false)
        return way(found.baseTopic + "/" + friendlyName)
    }

    /// The Zigbee2MQTT that something names, or the only one; nil, with an error, where that cannot be said.
    ///
    /// - Parameter speaker: what speaks as Zigbee2MQTT does.
    func zigbeeBridge<S: Shape>(_ table: Table<S>, named name: String?, of speaker: String) -> BridgeWay? {
        if table.has("bridge") { return bridge(table, named: name, speaking: .zigbee2mqtt, of: speaker) }
        let fitting = bridges.filter { $0.topic.dialect == .zigbee2mqtt }
        if fitting.count == 1 { return fitting[0] }
        // A bridge that could not be read has been reported.
        if fitting.count > 1 || known["bridge"]?.count ?? 0 == bridges.count {
            table.pairs.demand(
                "bridge", hint: "a bridge is named under its broker: `bridges: {zigbee: zigbee2mqtt}`")
        }
        return nil
    }

    /// The bridge that something names; nil, with an error, for one that speaks otherwise.
    private func bridge<S: Shape>(
        _ table: Table<S>, named name: String?, speaking dialect: Dialect, of speaker: String
    ) -> BridgeWay? {
        guard let name, let bridge = bridges.first(where: { $0.bridge.id.name == name }) else { return nil }
        guard bridge.topic.dialect != dialect else { return bridge }
        reading.log.error(
            .bridgeSpeaksOther, table.place(of: "bridge"),
            "bridge `\(name)` speaks \(bridge.topic.dialect.rawValue), not \(dialect.rawValue), as \(speaker) does",
            related: [(bridge.place, "bridge `\(name)` stands")])
        return nil
    }

    /// A device that publishes below a topic of its own, or with others on one topic.
    private func published(_ table: Table<DeviceShape>, _ profile: DeviceProfile) -> Way? {
        let dialect = profile.dialect
        var bridge: BridgeWay?
        if table.has("bridge") {
            let speaker = "the profile of \(table.what)"
            bridge = self.bridge(table, named: table.bridge, speaking: dialect, of: speaker)
            if bridge == nil { return nil }
        } else if !table.has("intake") {
            let fitting = bridges.filter { $0.topic.dialect == dialect }
            bridge = fitting.count == 1 ? fitting.first : nil
        }
        if table.has("bridge"), table.has("intake") { refuseBoth("bridge", "intake", table) }
        guard let intake = bridge?.bridge.intake ?? mqttIntake(table.pairs, named: table.intake) else { return nil }
        let events = dialect == .rtl433 ? bridge.map { $0.baseTopic + "/events" } : nil
        if events == nil { table.pairs.demand("topic", hint: Self.topicHint(dialect)) }
        guard let topic = table.has("topic") ? table.topic : events else { return nil }
        checkTopic(topic, at: table.place(of: "topic"), allowsWildcards: false)
        guard !profile.identity.isEmpty else {
            return Way(intake: intake, bridge: bridge?.bridge.id, address: .topic(topic))
        }
        let words = profile.identity.joined(separator: ", ")
        table.pairs.demand("identity", hint: "what its messages say at \(words)")
        guard let identity = table.identity else { return nil }
        guard identity.count == profile.identity.count else {
            reading.log.error(
                .badIdentity, table.place(of: "identity"),
                "`identity` has \(identity.count) parts, where the profile names a device by \(profile.identity.count)",
                hint: "what its messages say at \(words), in that order")
            return nil
        }
        return Way(
            intake: intake, bridge: bridge?.bridge.id,
            address: .message(topic: topic, identity: identity.map(\.text)))
    }

    private static func topicHint(_ dialect: Dialect) -> String {
        switch dialect {
        case .homeAssistant: "the entity's: `<base topic>/binary_sensor/bed`"
        case .shellyGen1: "such as `shellies/shellydw2-A4CF12F454A3`"
        case .shellyGen2: "its MQTT prefix, such as `shellyplussmoke-80646fc1dc20`"
        case .tasmota: "its topic, such as `tasmota_8F2C1A`"
        case .esphome: "its topic prefix, such as `bathroom-radar`"
        case .rtl433: "where rtl_433 publishes: `rtl_433/<host>/events`"
        case .openMQTTGateway: "such as `home/OpenMQTTGateway/BTtoMQTT/582D3433AADF`"
        case .zwaveJSUI: "the node's: `zwave/hallway/sensor`"
        case .homie: "such as `homie/5/bathroom-radar`"
        default: "where it publishes"
        }
    }

    private func json(_ table: Table<DeviceShape>) -> Way? {
        if table.has("topic") {
            refuseBoth("topic", "address", table)
            guard let intake = mqttIntake(table.pairs, named: table.intake), let topic = table.topic else { return nil }
            checkTopic(topic, at: table.place(of: "topic"), allowsWildcards: false)
            return Way(intake: intake, address: .topic(topic))
        }
        guard let intake = serialIntake(table, speaking: .json) else { return nil }
        let hint = "what stands as `device` in its lines; or the `topic` where it publishes"
        table.pairs.demand("address", hint: hint)
        return table.address.map { Way(intake: intake, address: .line($0)) }
    }

    private func refuseBoth(_ first: String, _ second: String, _ table: Table<DeviceShape>) {
        guard table.has(first), table.has(second) else { return }
        reading.log.error(.bothGiven, table.place(of: second), "\(table.what) has both `\(first)` and `\(second)`")
    }

    private func serialIntake(_ table: Table<DeviceShape>, speaking dialect: Dialect) -> IntakeID? {
        serialIntake(table, named: table.intake, speaking: dialect, as: "the profile of \(table.what)")
    }

    /// The named serial intake, or the only one of its protocol.
    ///
    /// - Parameters:
    ///   - name: the setting `intake`, as far as it stands there and is right.
    ///   - speaker: what speaks so.
    func serialIntake<S: Shape>(
        _ table: Table<S>, named name: String?, speaking dialect: Dialect, as speaker: String
    ) -> IntakeID? {
        let wanted = dialect.serialProtocols.map(\.rawValue).joined(separator: " or ")
        func speaks(_ intake: Intake) -> Bool {
            guard case .serial(let serial) = intake.connection else { return false }
            return dialect.serialProtocols.contains(serial.serialProtocol)
        }
        if table.has("intake") {
            guard let name, let intake = intake(IntakeID(name)) else { return nil }
            if speaks(intake) { return intake.id }
            reading.log.error(
                .intakeSpeaksOther, table.place(of: "intake"),
                "intake `\(name)` does not speak \(wanted), as \(speaker) does")
            return nil
        }
        let fitting = intakes.filter { speaks($0.thing) }
        if fitting.count == 1 { return fitting[0].thing.id }
        if fitting.count > 1 || intakes.count == known["intake"]?.count {
            let hint =
                fitting.isEmpty
                ? "no serial intake with `protocol: \(wanted)` exists yet" : "several could be meant"
            table.pairs.demand("intake", hint: hint)
        }
        return nil
    }

    /// Packet type, subtype and identity in hexadecimal.
    private func frameAddress(_ table: Table<DeviceShape>) -> String? {
        let hint = "packet type, subtype and identity: `20:02:c0ffee`; `pullcord devices watch` shows them"
        table.pairs.demand("address", hint: hint)
        guard let text = table.address else { return nil }
        let parts = text.lowercased().split(separator: ":", omittingEmptySubsequences: false)
        let isHex = parts.allSatisfy { !$0.isEmpty && Self.isHexadecimal($0) }
        guard isHex, (3...4).contains(parts.count), parts[0].count == 2, parts[1].count == 2, parts[2].count <= 8 else {
            reading.log.error(
                .notARadioAddress, table.place(of: "address"), "`\(text)` is not a radio address", hint: hint)
            return nil
        }
        return text.lowercased()
    }

    /// Four bytes in hexadecimal, as they are printed on most EnOcean devices; colons may stand between them.
    private func senderAddress(_ table: Table<DeviceShape>) -> String? {
        let hint = "the sender's eight hex digits: `01825dab`; they stand on the device"
        table.pairs.demand("address", hint: hint)
        guard let text = table.address else { return nil }
        let digits = text.lowercased().filter { $0 != ":" }
        guard Self.isHexadecimal(digits), digits.utf8.count == 8, [8, 11].contains(text.utf8.count) else {
            reading.log.error(
                .notARadioAddress, table.place(of: "address"), "`\(text)` is not an EnOcean sender", hint: hint)
            return nil
        }
        return digits
    }

    private static func isHexadecimal(_ text: some StringProtocol) -> Bool {
        text.utf8.allSatisfy { Hexadecimal.value(of: $0) != nil }
    }
}
