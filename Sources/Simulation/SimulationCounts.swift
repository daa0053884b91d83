internal import GatewayCore

/// How much happened in a run, and what of all that can happen.
package struct SimulationCounts: Hashable, Sendable {
    package var turns = 0
    package var ticks = 0
    package var alerts = 0
    package var deliveries = 0
    package var announcements = 0
    package var failedWrites = 0

    // Counted by what they are, and named only when somebody asks: this is done for every step.
    private var incidents: [IncidentKind: Int] = [:]
    private var radio: [Incident.Radio.Kind: Int] = [:]
    private var channels: [Incident.ChannelFault: Int] = [:]
    private var places: [Incident.PowerCut.Place: Int] = [:]
    private var restarts: [Incident.PowerCut.Restart: Int] = [:]
    private var kinds: [AlertKind: Int] = [:]
    private var edges: [AlertEdge: Int] = [:]
    private var stages: [FeedbackStage: Int] = [:]
    private var story: [StoryEntry.Kind: Int] = [:]
    private var messages: [MessageKind: Int] = [:]
    private var rules: [String: Int] = [:]
    private var modes: [HomeMode: Int] = [:]

    /// What of `Coverage.all` was met, with how often.
    package var visited: [String: Int] {
        var all: [String: Int] = [:]
        func add<Thing>(_ counts: [Thing: Int], _ name: (Thing) -> String) {
            for (thing, count) in counts { all[name(thing)] = count }
        }
        add(incidents, \.coverageName)
        add(radio, \.coverageName)
        add(channels, \.coverageName)
        add(places, \.coverageName)
        add(restarts, \.coverageName)
        add(kinds, \.coverageName)
        add(edges, \.coverageName)
        add(stages, \.coverageName)
        add(story, \.coverageName)
        add(messages, \.coverageName)
        add(modes, \.coverageName)
        add(rules, Coverage.ruleName)
        return all
    }

    mutating func visit(_ incident: Incident) {
        incidents[incident.kind, default: 0] += 1
        if let kind = incident.radio?.kind { radio[kind, default: 0] += 1 }
        if case .channel(_, let fault, _) = incident { channels[fault, default: 0] += 1 }
    }

    /// A power cut that struck.
    mutating func visit(_ cut: Incident.PowerCut) {
        places[cut.place, default: 0] += 1
        restarts[cut.restart, default: 0] += 1
    }

    mutating func visit(_ edge: AlertEdge) { edges[edge, default: 0] += 1 }

    /// The home is lived in otherwise.
    mutating func visit(_ mode: HomeMode) { modes[mode, default: 0] += 1 }

    /// An alert that was not there before, of a rule of a kind.
    mutating func visit(opening alert: Alert, ruleKind: String?) {
        alerts += 1
        kinds[alert.kind, default: 0] += 1
        if let ruleKind { rules[ruleKind, default: 0] += 1 }
    }

    mutating func take(_ decision: Decision) {
        turns += 1
        for case .story(let entry) in decision.changes { story[entry.kind, default: 0] += 1 }
    }

    mutating func take(_ effect: Effect) {
        switch effect {
        case .deliver(let order):
            deliveries += 1
            messages[order.delivery.kind, default: 0] += 1
        case .announce(let announcement):
            announcements += 1
            stages[announcement.stage, default: 0] += 1
        case .withdraw, .drive: break
        }
    }
}
