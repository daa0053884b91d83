internal import DeviceProtocols
internal import GatewayCore

// `intakes`: the brokers and serial ports that bring arrivals, with the bridges behind them.
extension SettingsBuilder {
    func readIntakes() {
        for entry in root.intakes {
            guard let table = entry.table(in: reading) else { continue }
            let mqtt = table.mqtt
            let serial = table.serial
            table.finish()
            let id = IntakeID(entry.id)
            switch (mqtt, serial) {
            case (let mqtt?, nil):
                guard let connection = broker(mqtt, intake: id) else { continue }
                intakes.append(Named(thing: Intake(id: id, connection: .mqtt(connection)), place: entry.place))
            case (nil, let serial?):
                guard let connection = serialPort(serial) else { continue }
                intakes.append(Named(thing: Intake(id: id, connection: .serial(connection)), place: entry.place))
            case (nil, nil):
                if !table.has("mqtt"), !table.has("serial") {
                    reading.log.error(
                        .noneGiven, entry.place, "intake `\(entry.id)` has neither `mqtt` nor `serial`",
                        hint: "say how it is connected")
                }
            case (_?, _?):
                reading.log.error(
                    .bothGiven, entry.place, "intake `\(entry.id)` has both `mqtt` and `serial`",
                    hint: "make two intakes of it")
            }
        }
    }

    func intake(_ id: IntakeID) -> Intake? { intakes.first { $0.thing.id == id }?.thing }

    // MARK: - MQTT

    private func broker(_ table: Table<BrokerShape>, intake: IntakeID) -> BrokerConnection? {
        let host = table.host
        let tls = tlsFiles(table)
        let port = table.port ?? (tls == nil ? 1883 : 8883)
        let version = table.version
        let clientID = table.clientID ?? "pullcord-\(home.id)"
        let ownTopic = table.ownTopic ?? "pullcord/\(home.id)"
        checkTopic(ownTopic, at: table.place(of: "own_topic"), allowsWildcards: false)
        readBridges(table, intake: intake, ownTopic: ownTopic)
        let user = table.user
        let password = table.password
        let connection = BrokerConnection(
            host: host ?? "", port: port, version: version, clientID: clientID, user: user,
            password: password, tls: tls,
            alarmTopics: topics(table.alarmTopics), readingTopics: topics(table.readingTopics),
            ownTopic: ownTopic, takesAcknowledgements: table.acknowledgements,
            canaryInterval: table.canary)
        table.finish()
        guard let host else { return nil }
        checkBrokerSafety(connection, host: host, table)
        return connection
    }

    private func checkBrokerSafety(_ connection: BrokerConnection, host: String, _ table: Table<BrokerShape>) {
        guard !NetworkForms.isLoopback(host) else { return }
        if connection.password != nil, connection.tls == nil {
            reading.log.warning(
                .passwordUnencrypted, table.place(of: "host"), "the password goes to `\(host)` unencrypted",
                hint: "add `tls: {ca: ca.pem}`, or `tls: true` for a broker with a public certificate")
        }
        if connection.takesAcknowledgements, connection.user == nil, connection.tls?.certificate == nil {
            reading.log.warning(
                .anybodyAcknowledges, table.place(of: "acknowledgements"),
                "anybody in the network could acknowledge through this broker",
                hint: "give the gateway a user and password, and let the broker check who writes which topic")
        }
    }

    private func tlsFiles(_ table: Table<BrokerShape>) -> TLSFiles? {
        guard let tls = table.tls else { return nil }
        let pair = tls.pair
        if case .scalar = pair.value.content {
            return reading.flag(pair.value, name: "tls") == true ? TLSFiles() : nil
        }
        guard let files = tls.table(what: "`tls` of \(table.what)", place: pair.keyPlace, in: reading) else {
            return nil
        }
        let found = TLSFiles(authority: files.authority, certificate: files.certificate, key: files.key)
        if files.has("cert") != files.has("key") {
            reading.log.error(.halfACertificate, pair.keyPlace, "a client certificate needs both `cert` and `key`")
        }
        files.finish()
        return found
    }

    private func topics(_ texts: Texts?) -> [String] {
        let texts = texts ?? []
        for (text, place) in texts { checkTopic(text, at: place, allowsWildcards: true) }
        return texts.map(\.text)
    }

    /// MQTT 5.0, section 4.7: `+` stands for a whole level, `#` for all that follow, at the end only.
    func checkTopic(_ topic: String, at place: Place, allowsWildcards: Bool) {
        let levels = topic.split(separator: "/", omittingEmptySubsequences: false)
        if topic.hasPrefix("/") || topic.hasSuffix("/") {
            reading.log.error(.badTopic, place, "the topic `\(topic)` begins or ends with `/`")
        }
        for (index, level) in levels.enumerated() where level.contains("+") || level.contains("#") {
            if !allowsWildcards {
                reading.log.error(.badTopic, place, "`+` and `#` cannot stand in the topic `\(topic)`")
                return
            }
            if level != "+", level != "#" || index != levels.count - 1 {
                reading.log.error(
                    .badTopic, place, "wildcards are wrong in the topic `\(topic)`",
                    hint: "`+` is a whole level, `#` the last one")
                return
            }
        }
    }

    private func readBridges(_ table: Table<BrokerShape>, intake: IntakeID, ownTopic: String) {
        for entry in table.bridges {
            var base: String?
            var place = entry.value.place
            var dialect = Dialect.zigbee2mqtt
            var output = BridgeOutput.json
            var stateTopic: String?
            if case .map = entry.value.content {
                guard let bridge = entry.table(in: reading) else { continue }
                base = bridge.baseTopic
                place = bridge.place(of: "base_topic")
                dialect = bridge.dialect.dialect
                output = bridge.output
                stateTopic = bridge.stateTopic
                checkSpeech(dialect, bridge)
                if let stateTopic {
                    checkTopic(stateTopic, at: bridge.place(of: "state_topic"), allowsWildcards: false)
                }
                bridge.finish()
            } else {
                base = reading.text(entry.value, name: entry.id, limit: SettingsLimits.topicLength)
            }
            guard let base else { continue }
            checkTopic(base, at: place, allowsWildcards: false)
            if let twin = bridges.first(where: { $0.bridge.id.name == entry.id }) {
                reading.log.error(
                    .nameTaken, entry.place, "there are two bridges `\(entry.id)`",
                    related: [(twin.place, "already defined")])
            }
            if base == ownTopic || base.hasPrefix(ownTopic + "/") || ownTopic.hasPrefix(base + "/") {
                reading.log.error(
                    .topicsOverlap, place, "`\(base)` and the gateway's own topic `\(ownTopic)` lie within each other")
            }
            let bridge = Bridge(id: BridgeID(entry.id), intake: intake)
            let topic = IntakeFormat.BridgeTopic(
                bridge: bridge.id, baseTopic: base, dialect: dialect, stateTopic: stateTopic)
            bridges.append(BridgeWay(bridge: bridge, topic: topic, output: output, place: entry.place))
        }
    }

    private func checkSpeech(_ dialect: Dialect, _ bridge: Table<BridgeShape>) {
        if dialect != .zigbee2mqtt, bridge.has("output") {
            reading.log.error(
                .keyNotForDialect, bridge.place(of: "output"),
                "`output` means nothing for a bridge of the dialect \(dialect.rawValue)")
        }
        if dialect.bridgeStateTopic(base: "") == nil {
            bridge.pairs.demand(
                "state_topic", hint: "where it says that it is there: `zwave/_CLIENTS/ZWAVE_GATEWAY-<name>/status`")
        }
    }
}
