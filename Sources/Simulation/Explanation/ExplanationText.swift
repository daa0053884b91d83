package import GatewayCore

/// An explanation as a tree for people.
package struct ExplanationText: Sendable {
    private let explanation: Explanation
    private let plan: Plan

    package init(_ explanation: Explanation, plan: Plan) {
        self.explanation = explanation
        self.plan = plan
    }

    package var lines: [String] {
        var lines = head + [""] + TextTree("rules that watch this", rules).lines
        if explanation.rules.isEmpty { lines += ["└─ none"] }
        lines += remarks
        for alert in explanation.alerts { lines += [""] + tree(alert).lines }
        if explanation.alerts.isEmpty { lines += ["", "Nothing is raised, and nobody is told."] }
        return lines
    }

    // MARK: - Before the alerts

    private var head: [String] {
        let length = explanation.lasts.map { ", for \($0.inUnits)" } ?? ""
        let time = "\(explanation.localTime) (\(explanation.zone)), mode \(explanation.mode.rawValue)"
        return [
            "\(explanation.what)\(length)", time,
            "supposing that everything arrives, nobody answers, and nothing else happens in the home",
        ]
    }

    private var rules: [TextTree] {
        explanation.rules.map { rule in
            TextTree("\(rule.rule): \(words(rule))")
        }
    }

    private func words(_ rule: ExplainedRule) -> String {
        let reasons = rule.waits.map(\.words).joined(separator: "; ")
        let waits = reasons.isEmpty ? "" : "; until then it waits: \(reasons)"
        return switch rule.outcome {
        case .raises(let after): "raises \(Self.kind(rule.priority)) \(Self.when(after))\(waits)"
        case .isOnTrial(let after): "is on trial: finds it \(Self.when(after)), and tells nobody"
        case .raisesAnyway: "raises \(Self.kind(rule.priority)) in this time whether this happens or not"
        case .raisesNothing(let why): "raises nothing: \(why)"
        }
    }

    private var remarks: [String] {
        var lines: [String] = []
        func add(_ words: String, _ rules: [RuleID]) {
            if !rules.isEmpty { lines.append("\(words): \(rules.map(\.name).joined(separator: ", "))") }
        }
        add("watching something else of it", explanation.otherRules)
        add("not raised because of it", explanation.prevented)
        return lines
    }

    private static func kind(_ priority: Priority) -> String {
        let article = priority == .emergency || priority == .urgent ? "an" : "a"
        return priority == .urgent ? "an urgent alert" : "\(article) \(priority.rawValue)"
    }

    private static func when(_ after: Duration) -> String {
        after < .seconds(1) ? "at once" : "after \(after.inUnits)"
    }

    // MARK: - An alert

    private func tree(_ alert: ExplainedAlert) -> TextTree {
        let test = alert.isTest ? "TEST, " : ""
        let trial = alert.isOnTrial ? ", on trial: nobody is told" : ""
        let head = "\(test)\(alert.priority.rawValue): \(alert.kind.title): \(alert.title) (\(alert.source))\(trial)"
        var groups: [TextTree] = []
        var latest: Duration?
        for step in alert.steps {
            if step.after != latest {
                groups.append(TextTree("\(step.clock)  +\(step.after.inUnits)"))
                latest = step.after
            }
            add(step, of: alert, to: &groups[groups.count - 1])
        }
        return TextTree(head, groups)
    }

    /// Who is told stands under the rung that tells them.
    private func add(_ step: ExplainedStep, of alert: ExplainedAlert, to group: inout TextTree) {
        let line = line(step, alert)
        if step.telling?.message.kind == .raised, let last = group.branches.indices.last,
            group.branches[last].text.hasPrefix(Self.rung)
        {
            group.branches[last].branches.append(line)
        } else {
            group.branches.append(line)
        }
    }

    private static let rung = "rung "

    private func line(_ step: ExplainedStep, _ alert: ExplainedAlert) -> TextTree {
        switch step.what {
        case .noticed:
            let wait = alert.preAlert > .zero ? "; for \(alert.preAlert.inUnits) the person can still cancel" : ""
            return TextTree("noticed\(wait)", alert.detail.map { [TextTree("why: \($0)")] } ?? [])
        case .raised: return TextTree("nobody cancelled: people are told")
        case .said(_, let phrase, let outputs):
            return TextTree("the person is told \"\(phrase)\" (\(outputs.map(\.name).joined(separator: ", ")))")
        case .rung(let rung):
            let names = rung.contacts.map { plan.contact($0)?.name ?? $0.name }.inSentence
            return TextTree(
                "\(Self.rung)\(rung.number) of \(rung.count): \(names), with \(rung.wait.inUnits) to take it")
        case .told(let telling): return tree(telling)
        case .lastAction(_, let names): return TextTree("nobody has taken it: \(names.inSentence) switched on")
        case .again(let limit):
            return TextTree(
                "again from the top, for as long as nobody takes it; the waits grow up to \(limit.inUnits)")
        case .taken(_, let name, let comesBack):
            return TextTree(
                "taken: what the receiver of \(name) accepts counts as taken; "
                    + "without closing it comes back after \(comesBack.inUnits)")
        case .over(let state): return TextTree("over by itself: \(state)")
        case .nobody: return TextTree("the settings name nobody to tell of this")
        }
    }

    private func tree(_ telling: ExplainedStep.Telling) -> TextTree {
        let source = telling.message.zoneNumber == 0 ? "the home" : "device \(telling.message.zoneNumber)"
        let words = telling.isReceiver ? "an event in codes, of \(source)" : "\"\(telling.message.sentence)\""
        let also = (telling.message.also ?? []).isEmpty ? "" : ", together with others"
        let text = "\(telling.name) over \(telling.channel): \(words)\(also)"
        guard telling.message.kind == .raised, !telling.isReceiver else { return TextTree(text) }
        let withheld = SharedData.names.map(\.0).filter { !telling.shares.contains($0) }
        var lines = [TextTree("sees \(seen(telling.message).joined(separator: ", "))")]
        if !withheld.isEmpty { lines.append(TextTree("not \(withheld.joined(separator: ", "))")) }
        return TextTree(text, lines)
    }

    /// What stands in a message beside its sentence. How to get in is named and not shown: what this prints is
    /// passed on.
    private func seen(_ message: AlertMessage) -> [String] {
        var seen = ["what and when"]
        if let resident = message.resident { seen.append("who (\(resident))") }
        if let address = message.address { seen.append("address (\(address))") }
        if let room = message.room { seen.append("room (\(room))") }
        if message.access != nil { seen.append("how to get in") }
        if !message.evidence.isEmpty { seen.append("readings (\(message.evidence.map(\.what).inSentence))") }
        if !message.story.isEmpty { seen.append("the story") }
        if !message.alsoTold.isEmpty { seen.append("who else was told (\(message.alsoTold.inSentence))") }
        return seen
    }
}
