/// Where an alert stands in its life (BEHAVIOUR 1).
package enum AlertState: Hashable, Codable, Sendable {
    /// The person can still cancel; it is raised at this time.
    case pending(until: BootTime)
    /// Contacts are being told until somebody takes it.
    case raised
    /// Somebody took it; raised again at this time unless it is closed.
    case acknowledged(Acknowledgement, until: BootTime)
    case closed(Closure)
    /// The person cancelled before it was raised.
    case cancelled(at: Moment, by: String)

    package var isOpen: Bool {
        switch self {
        case .pending, .raised, .acknowledged: true
        case .closed, .cancelled: false
        }
    }

    /// "pending", "raised", "acknowledged", "closed", "cancelled".
    package var name: String {
        switch self {
        case .pending: "pending"
        case .raised: "raised"
        case .acknowledged: "acknowledged"
        case .closed: "closed"
        case .cancelled: "cancelled"
        }
    }
}
