import GatewayCore

extension Priority {
    /// As it stands on a page: "Emergency".
    var title: String {
        switch self {
        case .emergency: "Emergency"
        case .urgent: "Urgent"
        case .concern: "Concern"
        case .fault: "Fault"
        case .notice: "Notice"
        }
    }
}

/// A priority as a badge: a word and a sign, so that no colour is needed to tell them apart.
struct PriorityView: Sendable {
    /// The style's class.
    var name: String
    var word: String
    var sign: String
    var isEmergency: Bool

    init(_ priority: Priority) {
        name = priority.rawValue
        word = priority.title
        isEmergency = priority == .emergency
        sign =
            switch priority {
            case .emergency: "!!"
            case .urgent: "!"
            case .concern: "~"
            case .fault: "×"
            case .notice: "i"
            }
    }
}
