/// What a button in Home Assistant asks for.
package enum HomeAssistantCommand: String, CaseIterable, Sendable {
    /// The contact named in the settings takes what is shown.
    case acknowledge
    /// As the person at home would: ends what is pending, and tells of what is raised that it was an accident.
    case cancel
    /// The person is well.
    case okay

    /// What Home Assistant sends for a press.
    package static let payload = "PRESS"

    var name: String {
        switch self {
        case .acknowledge: "Acknowledge"
        case .cancel: "Cancel"
        case .okay: "I'm OK"
        }
    }
}
