package import GatewayCore

/// One gateway's side of the talk with Home Assistant: what to publish when, and what a message from there means.
///
/// A value without clock or broker: the daemon publishes what it answers, retained.
package struct HomeAssistantLink: Sendable {
    /// What a message from Home Assistant comes to.
    package enum Heard: Hashable, Sendable {
        case publish([HomeAssistantMessage])
        case command(HomeAssistantCommand)
        /// The reason is for the log, without personal data.
        case refused(reason: String)
        /// Nothing of ours.
        case nothing
    }

    package let connection: HomeAssistantConnection
    package let topics: HomeAssistantTopics
    /// Commands that were taken, and that were not.
    package private(set) var commands = 0
    package private(set) var refused = 0
    private let version: String
    /// Nil until the engine has shown the first.
    package private(set) var standing: HomeStanding?
    /// What earlier announcements at the broker hold beyond what is there now.
    private var removed: [String: String] = [:]
    /// The platforms of what was announced last, by the entities' names.
    private var announced: [String: String] = [:]
    private var published: [String: [UInt8]] = [:]
    /// When the newest commands came, oldest first.
    private var recent: [BootTime] = []

    package init(_ connection: HomeAssistantConnection, version: String) {
        self.connection = connection
        self.version = version
        topics = HomeAssistantTopics(connection)
    }

    // MARK: - Showing

    /// Takes how the home stands.
    ///
    /// - Returns: what has changed by it.
    package mutating func show(_ standing: HomeStanding) -> [HomeAssistantMessage] {
        let isSameHome = self.standing?.outline == standing.outline
        self.standing = standing
        let messages = ((isSameHome ? [] : announcement()) + states()).filter { published[$0.topic] != $0.payload }
        note(messages)
        return messages
    }

    /// Everything, as after a connection was made or when Home Assistant has started.
    package mutating func again() -> [HomeAssistantMessage] {
        let messages = announcement() + states()
        note(messages)
        return messages
    }

    /// Takes everything back.
    package func farewell() -> [HomeAssistantMessage] {
        published.keys.sorted().map { HomeAssistantMessage(topic: $0, payload: []) }
    }

    private mutating func announcement() -> [HomeAssistantMessage] {
        guard let standing else { return [] }
        let announcement = HomeAssistantAnnouncement(connection, standing, version: version)
        let there = announcement.entities.mapValues(\.platform)
        for (name, platform) in announced where there[name] == nil { remember(name, platform) }
        announced = there
        return announcement.messages(removing: removed)
    }

    private func states() -> [HomeAssistantMessage] {
        guard let standing else { return [] }
        return [HomeAssistantState.home(standing, topics), HomeAssistantState.devices(standing, topics)]
    }

    private mutating func remember(_ name: String, _ platform: String) {
        if removed.count < AlarmProtocolLimits.homeAssistantRemoved { removed[name] = platform }
    }

    private mutating func note(_ messages: [HomeAssistantMessage]) {
        for message in messages { published[message.topic] = message.payload.isEmpty ? nil : message.payload }
    }

    // MARK: - Listening

    /// What a message means.
    ///
    /// - Parameters:
    ///   - isRetained: the broker had kept it.
    ///   - isFresh: it was not kept for us while we were away.
    package mutating func hear(
        _ topic: String, _ payload: [UInt8], isRetained: Bool, isFresh: Bool, at now: BootTime
    ) -> Heard {
        if topic == topics.status {
            return payload == Array("online".utf8) ? .publish(again()) : .nothing
        }
        if topics.isCommand(topic) { return command(topic, payload, isRetained: isRetained, isFresh: isFresh, now) }
        // What we publish ourselves comes back, but not as kept.
        guard isRetained, !payload.isEmpty else { return .nothing }
        if topic == topics.deviceConfiguration {
            return .publish(takeBack(HomeAssistantAnnouncement.components(in: payload)))
        }
        if let (name, platform) = topics.entity(announcedAt: topic) {
            return .publish(takeBack([name: platform], at: topic))
        }
        return .nothing
    }

    private mutating func command(
        _ topic: String, _ payload: [UInt8], isRetained: Bool, isFresh: Bool, _ now: BootTime
    ) -> Heard {
        guard connection.takesCommands else { return refuse("the settings take no commands") }
        guard !isRetained else { return refuse("a command that the broker has kept is none") }
        guard isFresh else { return refuse("a command from while the gateway was away comes too late") }
        guard let command = topics.command(at: topic), payload == Array(HomeAssistantCommand.payload.utf8) else {
            return refuse("unknown command")
        }
        if command == .acknowledge, connection.acknowledgesAs == nil {
            return refuse("the settings name nobody who acknowledges by Home Assistant")
        }
        recent.removeAll { now - $0 >= AlarmProtocolLimits.homeAssistantPeriod }
        guard recent.count < AlarmProtocolLimits.homeAssistantCommands else { return refuse("too many commands") }
        recent.append(now)
        commands += 1
        return .command(command)
    }

    private mutating func refuse(_ reason: String) -> Heard {
        refused += 1
        return .refused(reason: reason)
    }

    /// An announcement of ours from before: what it holds and we have not is taken away.
    ///
    /// - Parameter topic: where one entity was announced alone; nil for the announcement of all.
    private mutating func takeBack(_ earlier: [String: String], at topic: String? = nil) -> [HomeAssistantMessage] {
        // Of the other form of discovery nothing stays.
        let isOtherForm = (topic == nil) != (connection.discovery == .device)
        if isOtherForm { return [HomeAssistantMessage(topic: topic ?? topics.deviceConfiguration, payload: [])] }
        guard standing != nil else {
            // What there is now is not known yet; the first announcement sorts it out.
            announced.merge(earlier) { present, _ in present }
            return []
        }
        let gone = earlier.filter { announced[$0.key] == nil && removed[$0.key] == nil }
        guard !gone.isEmpty else { return [] }
        for (name, platform) in gone { remember(name, platform) }
        if let topic { return [HomeAssistantMessage(topic: topic, payload: [])] }
        let messages = announcement().filter { published[$0.topic] != $0.payload }
        note(messages)
        return messages
    }
}

extension HomeStanding {
    /// What of it decides which entities there are: names, and what can be told of whom.
    fileprivate var outline: HomeStanding {
        var outline = HomeStanding(
            openAlerts: 0, gravest: nil, stage: nil, mode: .home, hasFault: false, silentDevices: 0, lowBatteries: 0,
            nextToTake: nil, devices: devices, residents: residents)
        for place in devices.indices {
            outline.devices[place].isHeard = devices[place].isHeard.map { _ in true }
            outline.devices[place].isBatteryLow = devices[place].isBatteryLow.map { _ in true }
        }
        for place in residents.indices { outline.residents[place].hasAlert = false }
        return outline
    }
}
