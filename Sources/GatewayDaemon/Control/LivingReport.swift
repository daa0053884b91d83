package import GatewayCore

/// How the home is lived in: its mode, who visits, and whether anybody is in.
package struct LivingReport: Hashable, Codable, Sendable {
    package struct Visitor: Hashable, Codable, Sendable {
        package var id: VisitorID
        package var name: String
        package var since: WallTime
        /// The end of the visit unless it is ended before, as the home's clocks show it.
        package var until: String

        package var sentence: String { "\(name) is here, until \(until) at the latest." }
    }

    package struct Presence: Hashable, Codable, Sendable {
        package var state: GatewayCore.Presence.State
        /// In per cent; 0 while unknown.
        package var confidence: Int
        package var since: WallTime
    }

    package var mode: HomeMode
    /// When the mode that somebody set ends by itself; nil where hours and visits decide.
    package var modeUntil: WallTime?
    /// The same, as the home's clocks show it.
    package var modeEnd: String?
    package var visitors: [Visitor]
    /// Nil for a home without entrances among its devices.
    package var presence: Presence?

    init(_ engine: Engine) {
        let zone = engine.plan.home.zone
        func local(_ time: WallTime) -> String {
            let civil = zone.civil(time)
            return "\(civil.date) \(civil.clock)"
        }
        func wall(_ boot: BootTime) -> WallTime { engine.lastMoment.wall + (boot - engine.lastMoment.boot) }
        mode = engine.mode
        modeUntil = engine.gateway.mode?.until
        modeEnd = modeUntil.map(local)
        visitors = engine.visits.compactMap { visit in
            engine.plan.home.visitor(visit.visitor).map { visitor in
                Visitor(
                    id: visitor.id, name: visitor.name, since: wall(visit.since.boot), until: local(wall(visit.ends)))
            }
        }
        if engine.plan.home.devices.contains(where: \.isEntrance) {
            let known = engine.presence
            presence = Presence(state: known.state, confidence: known.confidence, since: wall(known.since))
        }
    }

    /// "Away until 2026-11-23 07:00, or until activity is seen."
    package var modeSentence: String {
        let words =
            switch mode {
            case .home: "Everyday life"
            case .away: "Away"
            case .night: "Night"
            case .holiday: "On holiday"
            case .visitors: "Visitors"
            }
        guard let modeEnd else { return words + (mode == .night ? ", by its hours." : ".") }
        return words + " until \(modeEnd)" + (mode.isEmptyHome ? ", or until activity is seen." : ".")
    }
}
