/// Where a responder acknowledges and closes an alert.
package struct AnswerLinks: Hashable, Codable, Sendable {
    package var acknowledge: String
    package var close: String

    package init(acknowledge: String, close: String) {
        self.acknowledge = acknowledge
        self.close = close
    }
}
