internal import GatewayCore

/// All that a simulated life can meet, taken from the types themselves, so that a new case must be met too.
package enum Coverage {
    /// Every name that `SimulationCounts.visited` can have.
    package static var all: [String] {
        IncidentKind.allCases.map(\.coverageName) + Incident.Radio.Kind.allCases.map(\.coverageName)
            + Incident.ChannelFault.allCases.map(\.coverageName)
            + Incident.PowerCut.Place.allCases.map(\.coverageName)
            + Incident.PowerCut.Restart.allCases.map(\.coverageName)
            + AlertKind.allCases.map(\.coverageName) + AlertEdge.lawful.map(\.coverageName)
            + FeedbackStage.allCases.map(\.coverageName) + StoryEntry.Kind.allCases.map(\.coverageName)
            + MessageKind.allCases.map(\.coverageName) + HomeMode.allCases.map(\.coverageName)
            + RuleRegistry.kinds.map { ruleName($0.kind.name) }
    }

    /// What no life can meet today, each with why.
    package static var unreachable: [String: String] {
        var reasons: [String: String] = [:]
        for kind in [AlertKind.storageFault, .clockFault, .settingsFault, .gatewayFault] {
            reasons[kind.coverageName] = "the simulated gateway has no adapter that reports it"
        }
        reasons[IncidentKind.contactAnswering.coverageName] = "in lives from a seed people answer as the seed says"
        reasons[IncidentKind.deviceSilent.coverageName] = "in lives from a seed a message is lost by itself"
        return reasons
    }

    static func ruleName(_ kind: String) -> String { "rule \(kind)" }
}

extension IncidentKind {
    var coverageName: String { "incident \(rawValue)" }
}

extension Incident.Radio.Kind {
    var coverageName: String { "radio \(rawValue)" }
}

extension Incident.ChannelFault {
    var coverageName: String { "channel \(rawValue)" }
}

extension Incident.PowerCut.Place {
    var coverageName: String { "power cut \(rawValue)" }
}

extension Incident.PowerCut.Restart {
    var coverageName: String { "restart \(rawValue)" }
}

extension AlertKind {
    var coverageName: String { "alert \(rawValue)" }
}

extension AlertEdge {
    var coverageName: String { "life \(name)" }
}

extension FeedbackStage {
    var coverageName: String { "said \(rawValue)" }
}

extension StoryEntry.Kind {
    var coverageName: String { "story \(rawValue)" }
}

extension MessageKind {
    var coverageName: String { "message \(rawValue)" }
}

extension HomeMode {
    var coverageName: String { "mode \(rawValue)" }
}
