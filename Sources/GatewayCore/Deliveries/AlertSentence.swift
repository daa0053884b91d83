/// The whole matter in one sentence, for people who have just been woken by it.
enum AlertSentence {
    static func text(
        _ kind: MessageKind, _ alert: Alert, resident: String?, room: String?, detail: String?, plan: Plan,
        at now: Moment
    ) -> String {
        let isTest = alert.isTest ? "TEST: " : ""
        let what = subject(alert, resident: resident, room: room, plan: plan)
        switch kind {
        case .raised:
            let why = detail.map { " " + $0 } ?? ""
            return isTest + what + time(alert, plan, now) + repeated(alert) + "." + why
        case .updated: return isTest + what + ": " + update(alert) + "."
        case .acknowledged:
            let taker = alert.acknowledgement.flatMap { plan.contact($0.by)?.name } ?? "Somebody"
            return isTest + what + ": " + taker + " is dealing with it."
        case .closed: return isTest + what + ": " + ending(alert, plan) + "."
        }
    }

    /// "3 things: this; that; something else." and, where they waited for room, in how long they came.
    static func list(_ sentences: [String], over period: Duration?) -> String {
        let hour = Duration.hours(1)
        let when = period.map { $0 <= hour ? " in the last hour" : " in the last \($0.inWords)" } ?? ""
        let lines = sentences.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
        return "\(sentences.count) things\(when): \(lines.joined(separator: "; "))."
    }

    /// "Help call from Margaret in the bathroom".
    private static func subject(_ alert: Alert, resident: String?, room: String?, plan: Plan) -> String {
        var text = alert.kind.title
        switch alert.cause {
        case .path, .audit: return alert.title
        case .rule:
            if alert.priority <= .fault {
                if let device = alert.device.flatMap({ plan.home.device($0) }) { text += ": \(device.name)" }
            } else if let resident {
                text += alert.kind == .helpCall || alert.kind == .fall ? " from \(resident)" : " at \(resident)'s"
            } else {
                text += " at \(plan.home.name)"
            }
        }
        if let room { text += " in \(room)" }
        return text
    }

    private static func time(_ alert: Alert, _ plan: Plan, _ now: Moment) -> String {
        let clock = plan.home.zone.civil(alert.happened).clock
        // By the boot-time line, so that a clock that was set meanwhile makes nothing late.
        let late = (now.boot - alert.learned.boot) + max(.zero, alert.learned.wall - alert.happened)
        let doubt = alert.learned.quality == .unsynchronised ? " by a clock that is not set" : ""
        return " at \(clock)\(doubt)" + (late >= .minutes(1) ? ", \(late.inWords) ago, sent now" : "")
    }

    private static func repeated(_ alert: Alert) -> String {
        alert.occurrences > 1 ? ", \(alert.occurrences) times" : ""
    }

    private static func update(_ alert: Alert) -> String {
        if alert.withdrawnByPerson { return "the person says that it was an accident; please check and close it" }
        if alert.conditionEnded { return "the sensor no longer reports it; please check and close it" }
        return "again, \(alert.occurrences) times by now"
    }

    private static func ending(_ alert: Alert, _ plan: Plan) -> String {
        switch alert.state {
        case .closed(let closure):
            let who = closure.by.flatMap { plan.contact($0)?.name }.map { " by \($0)" } ?? ""
            return "closed\(who), \(closure.outcome.title)"
        case .cancelled: return "cancelled by the person before it was raised"
        default: return "closed"
        }
    }
}
