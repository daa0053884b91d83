extension Engine {
    /// Tells the person at home how their call stands, by the outputs that give that stage.
    ///
    /// Faults and notices are the installer's and the carers' business; the person hears of what concerns
    /// them.
    mutating func announce(_ stage: FeedbackStage, _ id: AlertID) {
        guard let place = place(of: id), alerts[place].priority > .fault, !alerts[place].isShadow else {
            return
        }
        alerts[place].feedback = stage
        touch(id)
        if let phrase = say(stage, of: alerts[place]) { tell(id, .announced, "Said at home: \(phrase)") }
    }

    /// After a restart in the middle of an emergency the person hears again how it stands: what was said
    /// last may not have been heard.
    mutating func announceAgain() {
        for alert in alerts where alert.isOpen && alert.priority == .emergency {
            if let stage = alert.feedback { _ = say(stage, of: alert) }
        }
    }

    private mutating func say(_ stage: FeedbackStage, of alert: Alert) -> String? {
        let outputs = plan.home.outputs.filter { $0.feedback.contains(stage) }.map(\.id)
        guard !outputs.isEmpty else { return nil }
        let phrase = phrase(stage, alert)
        decision.effects.append(
            .announce(Announcement(alert: alert.id, stage: stage, phrase: phrase, outputs: outputs)))
        return phrase
    }

    private func timeToCancel(_ alert: Alert) -> String? {
        guard case .pending(let until) = alert.state, until > now.boot else { return nil }
        return (until - now.boot).inWords
    }

    /// "Help call.", or why, where the kind does not say it all.
    private func what(_ alert: Alert) -> String {
        // Whoever is in the room hears it: what was measured of a person is not for them.
        let isPrivate = [.vitalSign, .earlyWarning, .routineChange].contains(alert.kind)
        return alert.kind.title + "." + (isPrivate ? "" : alert.detail.map { " " + $0 } ?? "")
    }

    private func promise(_ alert: Alert) -> String {
        isCall(alert) ? "I call for help" : "I tell your contacts"
    }

    /// Whoever hears that help is called for a door that was opened may be frightened for nothing.
    private func isCall(_ alert: Alert) -> Bool { alert.priority >= .urgent }

    private func phrase(_ stage: FeedbackStage, _ alert: Alert) -> String {
        let taker = alert.acknowledgement.map { contactName($0.by) } ?? "Somebody"
        if let words = stage == .heard && !isCall(alert) ? plan.calmPhrase : plan.phrases[stage] {
            return words.replacing("{contact}", with: taker).replacing("{what}", with: alert.kind.title)
        }
        switch stage {
        case .heard:
            if let wait = timeToCancel(alert) {
                return "\(what(alert)) \(promise(alert)) in \(wait), unless you cancel."
            }
            return "\(what(alert)) \(isCall(alert) ? "I am calling for help." : "I am telling your contacts.")"
        case .reminder:
            let wait = timeToCancel(alert) ?? "a moment"
            return "\(what(alert)) Please say that you are well. \(promise(alert)) in \(wait)."
        case .sent: return "Your call has been sent."
        case .acknowledged: return "\(taker) has your call and is dealing with it."
        case .closed: return "Your call has been closed."
        case .cancelled: return "All right. Nobody was called."
        case .notGettingThrough: return "I cannot reach anybody yet. I keep trying."
        case .nobodyYet: return "Nobody has answered yet. I keep trying."
        }
    }
}

extension String {
    /// The text with each occurrence of a mark replaced.
    fileprivate func replacing(_ mark: String, with words: String) -> String {
        var result = ""
        var rest = self[...]
        while let start = rest.firstIndex(of: "{") {
            result += rest[..<start]
            rest = rest[start...]
            if rest.hasPrefix(mark) {
                result += words
                rest = rest.dropFirst(mark.count)
            } else {
                result.append(rest.removeFirst())
            }
        }
        return result + rest
    }
}
