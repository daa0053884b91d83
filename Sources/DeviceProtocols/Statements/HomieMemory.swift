/// Homie 5, `<domain>/5/<device>/…`, and 4, `<domain>/<device>/…`.
///
/// A `$description` (or, in version 4, the attributes of a property) teaches what a property is; before it came,
/// properties are read by names that have one meaning.
struct HomieMemory: Sendable {
    private struct Property {
        var datatype: String?
        var unit: String?
        var isRetained = true
        /// What false and true stand for, in this order (Homie 5, `$format` of a boolean): two words, or none.
        var words: [String] = []

        /// A property that is not kept, and does not measure, tells what happens.
        var isMomentary: Bool { !isRetained && !["boolean", "integer", "float"].contains(datatype ?? "") }
    }

    /// By device, node and property, as in the topic.
    private var properties: [String: Property] = [:]

    mutating func read(_ message: PublishedMessage, into list: inout StatementList) throws(StatementRefusal) {
        let levels = message.levels
        let start = levels.count > 2 && levels[1] == "5" ? 3 : 2
        guard levels.count > start else { return }
        let device = levels[..<start].joined(separator: "/")
        list.device = device
        let rest = Array(levels[start...])
        switch (rest[0], rest.count) {
        case ("$state", 1): state(message.text, into: &list)
        case ("$description", 1): try describe(device, message, into: &list)
        case ("$name", 1):
            if !message.text.isEmpty { list.state("discovery.device", text: message.text) }
        case ("$alert", 2):
            if !message.text.isEmpty { list.state("device.alert", text: rest[1]) }
        case (_, 2) where !rest[0].hasPrefix("$") && !rest[1].hasPrefix("$"):
            value(message, rest[1], into: &list)
        case (_, 3) where rest[2].hasPrefix("$"):
            attribute(rest[2], levels.dropLast().joined(separator: "/"), message.text)
        default: return
        }
    }

    private func state(_ word: String, into list: inout StatementList) {
        switch word {
        // A sleeping device is well: it wakes when it has something to say.
        case "ready", "sleeping": list.available(true)
        case "alert":
            list.available(true)
            list.state("device.alert", text: "alert")
        case "init", "disconnected", "lost": list.available(false)
        default: return
        }
    }

    private mutating func describe(
        _ device: String, _ message: PublishedMessage, into list: inout StatementList
    ) throws(StatementRefusal) {
        guard !message.text.isEmpty else {
            forget(device)
            list.state("discovery.removed", text: device)
            return
        }
        guard case .object? = message.compound else {
            throw StatementRefusal("A `$description` of Homie is a JSON object, and this is none.")
        }
        forget(device)
        for node in message["nodes"]?.members ?? [] {
            for property in node.value["properties"]?.members ?? [] {
                remember(
                    Property(
                        datatype: property.value["datatype"]?.text, unit: property.value["unit"]?.text,
                        isRetained: property.value["retained"]?.isOn ?? true,
                        words: Self.words(property.value["format"]?.text ?? "")),
                    at: "\(device)/\(node.name)/\(property.name)")
            }
        }
        list.state("discovery.device", text: message["name"]?.text ?? device)
    }

    private mutating func forget(_ device: String) {
        properties = properties.filter { !$0.key.hasPrefix(device + "/") }
    }

    private mutating func remember(_ property: Property, at topic: String) {
        guard properties[topic] != nil || properties.count < DecodingLimits.announcements else { return }
        properties[topic] = property
    }

    private mutating func attribute(_ name: String, _ topic: String, _ text: String) {
        var property = properties[topic] ?? Property()
        switch name {
        case "$datatype": property.datatype = text
        case "$unit": property.unit = text
        case "$retained": property.isRetained = text != "false"
        case "$format": property.words = Self.words(text)
        default: return
        }
        remember(property, at: topic)
    }

    private static func words(_ format: String) -> [String] {
        let words = format.lowercased().split(separator: ",").map(String.init)
        return words.count == 2 ? words : []
    }

    /// Of what a boolean stands for, the side that matters: a contact that calls true "closed" is not open at true.
    private static let sides: [String: Bool] = [
        "open": true, "alarm": true, "on": true, "yes": true, "true": true, "detected": true, "active": true,
        "wet": true, "motion": true,
        "closed": false, "ok": false, "off": false, "no": false, "false": false, "clear": false, "inactive": false,
        "normal": false, "dry": false, "idle": false,
    ]

    private static func told(_ value: DecodedValue, _ property: Property?) -> DecodedValue {
        guard let property, property.datatype == "boolean", !property.words.isEmpty, let isTrue = value.isOn,
            let side = sides[property.words[isTrue ? 1 : 0]]
        else { return value }
        return .flag(side)
    }

    private func value(_ message: PublishedMessage, _ name: String, into list: inout StatementList) {
        // One byte 0x00 is how Homie writes the empty text.
        guard !message.text.isEmpty, message.text != "\0" else { return }
        let property = properties[message.topic]
        if let property, property.isMomentary {
            list.press(.text(message.text), source: name)
        } else if property == nil, ["action", "button", "event"].contains(name), message.value.number == nil {
            list.press(.text(message.text), source: name)
        } else if let quantity = ObjectName.number(name) {
            quantity.converted(from: property?.unit, message.value).map { quantity.state($0, into: &list) }
        } else if let quantity = ObjectName.flag(name) {
            quantity.state(Self.told(message.value, property), into: &list)
        } else if property?.datatype == "boolean" {
            list.state("input.on", message.value.isOn, source: name)
        }
    }
}
