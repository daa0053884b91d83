/// Discovery messages of Home Assistant, and the states that follow them.
struct DiscoveryMemory: Sendable {
    /// By the topic of the announcement.
    private var announced: [String: [DiscoveredEntity]] = [:]
    /// Which announcements concern a topic, in the order in which they came.
    private var speakers: [String: [String]] = [:]

    mutating func read(_ message: PublishedMessage, into list: inout StatementList) throws(StatementRefusal) {
        if DiscoveryMessage.isTopic(message.topic) {
            try announce(message, into: &list)
        } else if let topics = speakers[message.topic] {
            for topic in topics {
                for entity in announced[topic] ?? [] { state(entity, message, into: &list) }
            }
        } else if message.levels.count == 2, message.levels[1] == "status" {
            // Home Assistant's own birth and last will.
            list.device = message.topic
            list.available(["online": true, "offline": false][message.text], bridge: true)
        } else {
            PlainStatements.read(message, into: &list)
        }
    }

    private mutating func announce(
        _ message: PublishedMessage, into list: inout StatementList
    ) throws(StatementRefusal) {
        let discovery = try DiscoveryMessage(message)
        for topic in (announced.removeValue(forKey: message.topic) ?? []).flatMap(\.topics) {
            speakers[topic]?.removeAll { $0 == message.topic }
            if speakers[topic]?.isEmpty == true { speakers[topic] = nil }
        }
        list.device = discovery.entities.lazy.compactMap(\.device).first ?? discovery.object
        guard !discovery.entities.isEmpty else {
            list.state("discovery.removed", text: discovery.object)
            return
        }
        if announced.count < DecodingLimits.announcements {
            announced[message.topic] = discovery.entities
            for topic in discovery.entities.flatMap(\.topics) where speakers[topic]?.contains(message.topic) != true {
                speakers[topic, default: []].append(message.topic)
            }
        }
        for entity in discovery.entities {
            let kind = entity.trigger == nil ? entity.component : "trigger"
            list.state("discovery.\(kind)", text: entity.label)
        }
        for remark in discovery.remarks { list.remark(remark) }
    }

    private func state(_ entity: DiscoveredEntity, _ message: PublishedMessage, into list: inout StatementList) {
        list.device = entity.device ?? entity.uniqueID ?? entity.object
        for place in entity.availabilities where place.topic == message.topic {
            let text = message["state"]?.text ?? message.text
            list.available(text == place.online ? true : text == place.offline ? false : nil)
        }
        guard entity.stateTopic == message.topic, let template = entity.template,
            let value = template.value(in: message)
        else { return }
        let text = value.text ?? value.json
        if let trigger = entity.trigger {
            // What a template does not find is null, and the empty text clears what was before: neither is a press.
            if value != .null, trigger.payload == nil || trigger.payload == text { list.press(.text(text)) }
            return
        }
        switch entity.component {
        case "binary_sensor":
            let isOn = text == entity.payloadOn ? true : text == entity.payloadOff ? false : nil
            let quantity = entity.deviceClass.flatMap { MemberNames.deviceClasses[$0] }
            list.state(quantity?.capability ?? "input.on", isOn, source: quantity == nil ? entity.object : nil)
        case "sensor":
            let quantity =
                entity.deviceClass.flatMap { MemberNames.sensorClasses[$0] }
                ?? template.path.last.flatMap(ObjectName.number)
            quantity?.converted(from: entity.unit, value).map { quantity?.state($0, into: &list) }
        case "event":
            guard let type = value["event_type"]?.text, entity.eventTypes.contains(type) else { return }
            list.press(.text(type))
        case "switch", "light", "fan":
            list.state("switch.on", text == entity.payloadOn ? true : text == entity.payloadOff ? false : nil)
        default: return
        }
    }
}
