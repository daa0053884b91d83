internal import GatewayCore

// `intakes`: the brokers and serial ports that bring arrivals, with the bridges behind them.
extension SettingsBuilder {
    func readIntakes() {
        for entry in entries("intakes", of: "intake", limit: SettingsLimits.intakes) {
            guard let table = table(entry, of: "intake") else { continue }
            let mqtt = table.table("mqtt")
            let serial = table.table("serial")
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

    private func broker(_ table: Table, intake: IntakeID) -> BrokerConnection? {
        let host = table.host("host")
        let tls = tlsFiles(table)
        let port = table.port("port", default: tls == nil ? 1883 : 8883)
        let version = table.choice("version", BrokerConnection.Version.self) ?? .v5
        let clientID = table.text("client_id", limit: Limits.identifierLength) ?? "pullcord-\(home.id)"
        let ownTopic = table.text("own_topic", limit: SettingsLimits.topicLength) ?? "pullcord/\(home.id)"
        checkTopic(ownTopic, at: table.place(of: "own_topic"), allowsWildcards: false)
        readBridges(table, intake: intake, ownTopic: ownTopic)
        let user = table.text("user", limit: SettingsLimits.secretBytes)
        let password = table.secret("password")
        let connection = BrokerConnection(
            host: host ?? "", port: port ?? 1883, version: version, clientID: clientID, user: user,
            password: password, tls: tls,
            alarmTopics: topics("alarm_topics", table), readingTopics: topics("reading_topics", table),
            ownTopic: ownTopic, takesAcknowledgements: table.flag("acknowledgements") ?? false,
            canaryInterval: table.duration("canary", SettingsLimits.canaries) ?? .seconds(30))
        table.finish()
        guard let host else { return nil }
        checkBrokerSafety(connection, host: host, table)
        return connection
    }

    private func checkBrokerSafety(_ connection: BrokerConnection, host: String, _ table: Table) {
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

    private func tlsFiles(_ table: Table) -> TLSFiles? {
        guard let pair = table.pair("tls") else { return nil }
        if case .scalar = pair.value.content {
            return reading.flag(pair.value, name: "tls") == true ? TLSFiles() : nil
        }
        guard let files = Table(pair.value, what: "`tls` of \(table.what)", place: pair.keyPlace, in: reading) else {
            return nil
        }
        let found = TLSFiles(
            authority: files.filePath("ca"), certificate: files.filePath("cert"), key: files.filePath("key"))
        if files.has("cert") != files.has("key") {
            reading.log.error(.halfACertificate, pair.keyPlace, "a client certificate needs both `cert` and `key`")
        }
        files.finish()
        return found
    }

    private func topics(_ key: String, _ table: Table) -> [String] {
        let texts = table.texts(key, limit: SettingsLimits.topicLength) ?? []
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

    private func readBridges(_ table: Table, intake: IntakeID, ownTopic: String) {
        guard let pair = table.pair("bridges") else { return }
        let entries = reading.entries(pair.value, name: "bridges", of: "bridge", limit: SettingsLimits.bridges)
        for entry in entries { known["bridge", default: []].insert(entry.id) }
        for entry in entries {
            var base: String?
            var place = entry.value.place
            if case .map = entry.value.content {
                guard let bridge = self.table(entry, of: "bridge") else { continue }
                base = bridge.text("base_topic", required: true, limit: SettingsLimits.topicLength)
                place = bridge.place(of: "base_topic")
                bridge.finish()
            } else {
                base = reading.text(entry.value, name: entry.id, limit: SettingsLimits.topicLength)
            }
            guard let base else { continue }
            checkTopic(base, at: place, allowsWildcards: false)
            if let twin = bridges.first(where: { $0.bridge.id.name == entry.id }) {
                reading.log.error(
                    .nameTaken, entry.place, "there are two bridges `\(entry.id)`",
                    hint: "the first is on line \(twin.place.line)")
            }
            if base == ownTopic || base.hasPrefix(ownTopic + "/") || ownTopic.hasPrefix(base + "/") {
                reading.log.error(
                    .topicsOverlap, place, "`\(base)` and the gateway's own topic `\(ownTopic)` lie within each other")
            }
            bridges.append((Bridge(id: BridgeID(entry.id), intake: intake), base, entry.place))
        }
    }
}
