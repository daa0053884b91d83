/// Something the engine asks for; performed after the record.
package enum Effect: Hashable, Sendable {
    case deliver(DeliveryOrder)
    /// The delivery is no longer wanted; an attempt under way may end as it likes.
    case withdraw(DeliveryID)
    /// Tell the person at home how their call stands.
    case announce(Announcement)
    /// Switch an output on or off.
    case drive(OutputID, isOn: Bool)
}

/// One stage of feedback, for the outputs that give it.
package struct Announcement: Hashable, Codable, Sendable {
    package var alert: AlertID
    package var stage: FeedbackStage
    /// The phrase to speak.
    package var phrase: String
    package var outputs: [OutputID]

    package init(alert: AlertID, stage: FeedbackStage, phrase: String, outputs: [OutputID]) {
        self.alert = alert
        self.stage = stage
        self.phrase = phrase
        self.outputs = outputs
    }
}
