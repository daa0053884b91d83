/// A thing in the home that the gateway can drive: a siren, a lamp, a chime, a voice.
package struct Output: Hashable, Codable, Sendable {
    package var id: OutputID
    package var name: String
    package var connection: Connection
    /// What it is to people; nil where the settings do not say.
    package var kind: OutputKind?
    /// How long one last action keeps it on at most; nil for until the alert is taken.
    package var limit: Duration?
    /// The stages at which it tells the person how their call stands.
    package var feedback: [FeedbackStage]

    package init(
        id: OutputID, name: String, connection: Connection, kind: OutputKind? = nil, limit: Duration? = nil,
        feedback: [FeedbackStage] = []
    ) {
        self.id = id
        self.name = name
        self.connection = connection
        self.kind = kind
        self.limit = limit
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
    /// How it says that it is on or off; nil for one that says nothing.
    package var confirmation: OutputConfirmation?

    package init(
        intake: IntakeID, topic: String, stages: [FeedbackStage: String] = [:], on: String? = nil, off: String? = nil,
        confirmation: OutputConfirmation? = nil
    ) {
        self.intake = intake
        self.topic = topic
        self.stages = stages
        self.on = on
        self.off = off
        self.confirmation = confirmation
    }
}
