package import GatewayCore

/// What the page behind a signed link says of an alert.
package struct AnswerView: Hashable, Sendable {
    /// The whole matter in one clear sentence, as this contact may know it.
    package var sentence: String
    package var priority: Priority
    package var isTest: Bool
    package var state: AlertState
    /// The name of who took it.
    package var acknowledgedBy: String?

    package init(
        sentence: String, priority: Priority, isTest: Bool = false, state: AlertState, acknowledgedBy: String? = nil
    ) {
        self.sentence = sentence
        self.priority = priority
        self.isTest = isTest
        self.state = state
        self.acknowledgedBy = acknowledgedBy
    }
}
