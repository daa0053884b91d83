/// A thing in the home that the gateway can drive: a siren, a lamp, a chime, a voice.
package struct Output: Hashable, Codable, Sendable {
    package var id: OutputID
    package var name: String
    package var connection: Connection
    /// The stages at which it tells the person how their call stands.
    package var feedback: [FeedbackStage]

    package init(id: OutputID, name: String, connection: Connection, feedback: [FeedbackStage] = []) {
        self.id = id
        self.name = name
        self.connection = connection
        self.feedback = feedback
    }

    package enum Connection: Hashable, Codable, Sendable {
        /// Publishes to a topic of a broker: the payload for each stage, and for on and off.
        case mqtt(MQTTOutput)
        /// Runs a command with the spoken phrase as its last argument.
        case speech(command: [String])
    }
}

/// What an MQTT output publishes. A stage or command without a payload publishes nothing.
package struct MQTTOutput: Hashable, Codable, Sendable {
    package var intake: IntakeID
    package var topic: String
    package var stages: [FeedbackStage: String]
    package var on: String?
    package var off: String?

    package init(
        intake: IntakeID, topic: String, stages: [FeedbackStage: String] = [:], on: String? = nil, off: String? = nil
    ) {
        self.intake = intake
        self.topic = topic
        self.stages = stages
        self.on = on
        self.off = off
    }
}
