internal import GatewayCore

/// One step in an alert's life.
struct AlertEdge: Hashable, Sendable {
    typealias Name = Expectation.AlertName

    /// Nil for its beginning.
    var from: Name?
    var to: Name

    /// The life of an alert as docs/ARCHITECTURE.md draws it.
    static let lawful: [AlertEdge] = [
        AlertEdge(from: nil, to: .pending), AlertEdge(from: nil, to: .raised),
        AlertEdge(from: .pending, to: .raised), AlertEdge(from: .pending, to: .cancelled),
        AlertEdge(from: .pending, to: .closed), AlertEdge(from: .raised, to: .acknowledged),
        AlertEdge(from: .raised, to: .closed), AlertEdge(from: .acknowledged, to: .raised),
        AlertEdge(from: .acknowledged, to: .closed),
    ]

    var name: String { "\(from?.rawValue ?? "nothing") to \(to.rawValue)" }
}

/// Where alerts stand in their lives.
struct AlertEdges: Sendable {
    private var open: [AlertID: AlertEdge.Name] = [:]
    private var seen = SeenAlerts()

    /// - Returns: the step that this is; nil for none.
    mutating func take(_ alert: Alert) -> AlertEdge? {
        let name = alert.state.shortName
        let before = open[alert.id]
        let isNew = seen.add(alert.id)
        if before == name { return nil }
        switch name {
        case .pending, .raised, .acknowledged: open[alert.id] = name
        case .closed, .cancelled:
            open[alert.id] = nil
            // Over already; what is still told of it changes nothing.
            if before == nil, !isNew { return nil }
        }
        if before == nil, !isNew { return AlertEdge(from: .closed, to: name) }
        return AlertEdge(from: before, to: name)
    }
}

extension AlertState {
    var shortName: AlertEdge.Name {
        switch self {
        case .pending: .pending
        case .raised: .raised
        case .acknowledged: .acknowledged
        case .closed: .closed
        case .cancelled: .cancelled
        }
    }
}
