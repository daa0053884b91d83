import GatewayCore

/// What the desk's template shows.
struct DeskView: Sendable {
    /// Which alerts a page is about.
    enum Part: Sendable {
        /// Those to be done, and the newest that have ended.
        case open
        /// All that have ended.
        case closed
    }

    /// Some alerts under a heading.
    struct Section: Sendable {
        var key: String
        var heading: String
        var alerts: [DeskAlertView]
    }

    /// A link to the rest.
    struct More: Sendable {
        var address: String
        var label: String
    }

    var title: String
    /// Whether the page keeps itself up to date.
    var script: Bool
    var contact: String
    /// The desk's clock, milliseconds since 1970, from which a browser counts how long ago things were.
    var now: Int64
    var summary: String
    /// Nothing is to be done.
    var calm: Bool
    var sections: [Section]
    var more: [More]

    init(_ board: DeskBoard, part: Part, contact: String, now: WallTime, zone: ZoneTable) {
        func views(_ alerts: [DeskAlert]) -> [DeskAlertView] {
            alerts.map { DeskAlertView($0, now: now, zone: zone) }
        }
        // Newest first; Swift's sort keeps that order among equals.
        let newest = Array(board.alerts.reversed())
        let open = newest.filter { !$0.hasEnded }.sorted { $0.message.priority > $1.message.priority }
        let ended = newest.filter(\.hasEnded)
        let waiting = open.filter { !$0.isTaken }
        let taken = open.filter(\.isTaken)
        self.contact = contact
        self.now = now.milliseconds
        switch part {
        case .open:
            title = waiting.isEmpty ? "Responder desk" : "(\(waiting.count)) Responder desk"
            script = true
            summary = Self.summary(waiting: waiting, taken: taken)
            calm = open.isEmpty
            sections = [
                Section(key: "waiting", heading: "Waiting for somebody", alerts: views(waiting)),
                Section(key: "taken", heading: "Taken, not closed yet", alerts: views(taken)),
                Section(
                    key: "ended", heading: "Closed lately",
                    alerts: views(Array(ended.prefix(PageLimits.closedOnFirstPage)))
                ),
            ].filter { !$0.alerts.isEmpty }
            more =
                ended.count > PageLimits.closedOnFirstPage
                ? [More(address: "/closed", label: "All \(ended.count) closed alerts")] : []
        case .closed:
            title = "Closed alerts – Responder desk"
            script = false
            summary = "\(ended.count) closed \(ended.count == 1 ? "alert" : "alerts")"
            calm = false
            sections = [Section(key: "ended", heading: "Closed", alerts: views(ended))]
            more = [More(address: "/", label: "Back to the open alerts")]
        }
    }

    private static func summary(waiting: [DeskAlert], taken: [DeskAlert]) -> String {
        guard !waiting.isEmpty else {
            return taken.isEmpty
                ? "All is quiet. An alert will appear here by itself."
                : "Everything is taken; \(taken.count) not closed yet."
        }
        let emergencies = waiting.count { $0.message.priority == .emergency }
        let alerts = waiting.count == 1 ? "1 alert waits" : "\(waiting.count) alerts wait"
        switch emergencies {
        case 0: return "\(alerts) for somebody."
        case 1 where waiting.count == 1: return "1 emergency waits for somebody."
        case waiting.count: return "\(emergencies) emergencies wait for somebody."
        case 1: return "\(alerts) for somebody, 1 of them an emergency."
        default: return "\(alerts) for somebody, \(emergencies) of them emergencies."
        }
    }
}
