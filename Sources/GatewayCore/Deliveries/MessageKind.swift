/// What a delivery tells its contact.
package enum MessageKind: String, Codable, CaseIterable, Sendable {
    /// Please take this.
    case raised
    /// More about an alert they know: pressed again, the person says it was an accident, it has cleared.
    case updated
    /// Somebody took it.
    case acknowledged
    /// It was closed.
    case closed

    /// As it begins a line of the story.
    var title: String {
        switch self {
        case .raised: "Told"
        case .updated: "Update"
        case .acknowledged: "That it was taken"
        case .closed: "That it was closed"
        }
    }
}
