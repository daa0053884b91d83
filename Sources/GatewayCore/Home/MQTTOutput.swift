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
