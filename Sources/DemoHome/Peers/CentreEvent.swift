/// An event that the receiving centre has taken, as its independent receiver read it.
package struct CentreEvent: Hashable, Codable, Sendable {
    package var event: String
    package var account: String?
    package var sequence: String?
    package var encrypted: Bool?
    /// Contact ID: "1" is new, "3" is its end.
    package var qualifier: String?
    /// Contact ID: "100" is a medical alarm.
    package var code: String?
    package var zone: String?
    package var timestamp: String?

    package var isNew: Bool { code != nil && qualifier == "1" }
    /// No alarm: the gateway shows that the path stands.
    package var isPoll: Bool { event == "NULL" }
}
