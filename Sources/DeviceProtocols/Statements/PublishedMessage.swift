/// One MQTT message as it came.
package struct PublishedMessage: Sendable {
    package let topic: String
    package let isRetained: Bool
    /// The payload as text, without the blanks around it.
    let text: String
    /// The payload, where it is a JSON object or array.
    let compound: DecodedValue?

    package enum Refusal: Error, Hashable, Sendable {
        case tooLong, notText, notJSON, noTopic

        package var sentence: String {
            switch self {
            case .tooLong: "The payload is longer than \(DecodingLimits.messageBytes) bytes."
            case .notText: "The payload is not UTF-8 text."
            case .notJSON: "The payload begins as JSON does, but is none, or is nested too deeply."
            case .noTopic: "The topic is empty, has a wildcard, or is longer than MQTT allows."
            }
        }
    }

    package init(topic: String, payload: [UInt8], isRetained: Bool) throws(Refusal) {
        guard !topic.isEmpty, topic.utf8.count <= DecodingLimits.topicBytes,
            !topic.utf8.contains(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "#") || $0 == 0 })
        else { throw .noTopic }
        guard payload.count <= DecodingLimits.messageBytes else { throw .tooLong }
        guard let text = String(validating: payload, as: UTF8.self) else { throw .notText }
        self.topic = topic
        self.isRetained = isRetained
        let bare = text.drop { $0.isWhitespace }
        self.text = String(bare.reversed().drop { $0.isWhitespace }.reversed())
        if let first = bare.first, first == "{" || first == "[" {
            guard let value = DecodedValue(json: payload) else { throw .notJSON }
            compound = value
        } else {
            compound = nil
        }
    }

    /// The topic's levels, at least one.
    var levels: [String] { topic.split(separator: "/", omittingEmptySubsequences: false).map(String.init) }

    /// The payload as one value, in whichever form: an object, a number, a text; null where it is empty.
    package var value: DecodedValue {
        if let compound { return compound }
        if text.isEmpty { return .null }
        if text == "true" || text == "false" { return .flag(text == "true") }
        // JSON's own quotes, as mqtt_statestream writes texts.
        if text.first == "\"", let value = DecodedValue(json: Array(text.utf8)) { return value }
        return Scalar.text(text).number.flatMap { $0.isFinite ? DecodedValue(number: $0) : nil } ?? .text(text)
    }

    /// The members, where the payload is a JSON object.
    var members: [DecodedValue.Member] { compound?.members ?? [] }

    subscript(name: String) -> DecodedValue? { compound?[name] }
}
