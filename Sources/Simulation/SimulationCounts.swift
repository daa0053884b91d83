internal import GatewayCore

/// How much happened in a run, and what of all that can happen.
package struct SimulationCounts: Hashable, Sendable {
    package var turns = 0
    package var ticks = 0
    package var alerts = 0
    package var deliveries = 0
    package var announcements = 0
    package var failedWrites = 0
    /// Kinds of alerts, edges of their lives and faults that were met, with how often.
    package private(set) var visited: [String: Int] = [:]
    private var states: [AlertID: String] = [:]

    mutating func visit(_ name: String) { visited[name, default: 0] += 1 }

    mutating func take(_ decision: Decision) {
        turns += 1
        for case .alert(let alert) in decision.changes {
            let before = states[alert.id]
            if before == nil {
                alerts += 1
                visit("alert \(alert.kind.rawValue)")
            }
            guard before != alert.state.name else { continue }
            visit("life \(before ?? "nothing") to \(alert.state.name)")
            states[alert.id] = alert.isOpen ? alert.state.name : "ended"
        }
    }

    mutating func take(_ effect: Effect) {
        switch effect {
        case .deliver: deliveries += 1
        case .announce(let announcement):
            announcements += 1
            visit("said \(announcement.stage.rawValue)")
        case .withdraw: visit("withdrawn delivery")
        case .drive(_, let isOn): visit("siren \(isOn ? "on" : "off")")
        }
    }
}
