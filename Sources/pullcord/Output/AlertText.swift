import GatewayCore

/// Alerts as lines for people.
enum AlertText {
    static func row(_ alert: Alert) -> String {
        let taker = alert.acknowledgement.map { " by \($0.by)" } ?? ""
        let test = alert.isTest ? " TEST" : ""
        return
            "\(alert.id)  \(alert.happened.rfc3339)  \(alert.priority.rawValue)  \(alert.state.name)\(taker)\(test)  "
            + "\(alert.kind.title): \(alert.title)"
    }

    static func full(_ alert: Alert) -> [String] {
        var lines = [row(alert)]
        if let room = alert.room { lines.append("  room: \(room)") }
        if alert.occurrences > 1 { lines.append("  came \(alert.occurrences) times") }
        if !alert.told.isEmpty { lines.append("  told: \(alert.told.map(\.name).joined(separator: ", "))") }
        lines += alert.story.map { "  \($0.moment.wall.rfc3339)  \($0.text)" }
        return lines
    }
}
