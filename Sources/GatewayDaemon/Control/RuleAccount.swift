package import GatewayCore

/// How a rule stands, and why it raises nothing just now.
package struct RuleAccount: Hashable, Codable, Sendable {
    package var standing: RuleStanding
    /// One sentence: what it comes to.
    package var verdict: String
    /// How late it is at home, and where: "2026-11-28 03:00:10".
    package var localTime: String
    package var zone: ZoneTable
    package var mode: HomeMode

    init(_ standing: RuleStanding, _ engine: Engine) {
        let home = engine.plan.home
        self.standing = standing
        zone = home.zone.around(engine.lastMoment.wall)
        mode = engine.mode
        localTime = home.zone.dateAndClock(engine.lastMoment.wall)
        verdict = Self.verdict(standing, home.zone)
    }

    /// The first of these that is so says most.
    private static func verdict(_ standing: RuleStanding, _ zone: ZoneTable) -> String {
        if let open = standing.alerts.last(where: \.isOpen) {
            return "It has raised \(open.alert), which is \(open.state)" + (open.isOnTrial ? ", on trial." : ".")
        }
        let waits = standing.waits.map(\.words).joined(separator: "; ")
        if let withheld = standing.withheld.first {
            let since = zone.dateAndClock(withheld.since)
            let why = waits.isEmpty ? "it is about to look" : waits
            return "It has found this since \(since), and tells nobody: \(why)."
        }
        if !standing.blindness.isEmpty, standing.conditions.allSatisfy({ $0.truth != .yes }) {
            return "It cannot see, because of \(standing.blindness.inSentence): \(standing.meaning)."
        }
        if !waits.isEmpty { return "It would tell nobody just now: \(waits)." }
        if let window = standing.counts, standing.isCounting != .yes {
            return "It counts at \(window.clock) only"
                + (standing.isCounting == .unknown ? ", and the clock is not set." : ", and it is not that now.")
        }
        if let due = standing.conditions.lazy.filter({ $0.truth == .yes }).compactMap(\.due).first {
            let trial = standing.isOnTrial ? "; it is on trial, and will tell nobody" : ""
            return "What it watches for is so; it must last until \(zone.dateAndClock(due))\(trial)."
        }
        if standing.conditions.contains(where: { $0.truth == .unknown }) {
            return "Whether what it watches for is so is not known."
        }
        if standing.conditions.isEmpty, !standing.watched.isEmpty,
            standing.watched.allSatisfy({ $0.value == nil && $0.capability.kind != .event })
        {
            return "Whether what it watches for is so is not known: none of its devices has told of it yet."
        }
        let trial = standing.isOnTrial ? " It is on trial, and would tell nobody." : ""
        let isEvent = standing.conditions.isEmpty
        return (isEvent ? "What it waits for has not happened, or is dealt with." : "What it watches for is not so.")
            + trial
    }
}

extension ZoneTable {
    /// The law of some years is all that an answer needs.
    fileprivate func around(_ time: WallTime) -> ZoneTable {
        let (first, last) = (time - .days(400), time + .days(400))
        let near = transitions.filter { $0.at > first && $0.at < last }
        return ZoneTable(name: name, firstOffset: offset(at: first), transitions: near)
    }
}
