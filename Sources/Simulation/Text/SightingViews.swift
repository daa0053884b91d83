internal import GatewayCore

/// What could be seen of a run, and whether it was as expected.
struct SightingViews {
    private struct Message {
        var message: MessageKind
        var alert: AlertID
        var sentence: String
    }

    private let sightings: [(at: Duration, what: Sighting)]
    /// Each alert as it was seen first: neither kind nor rule ever changes.
    private let known: [AlertID: SeenAlert]

    init(_ sightings: [(at: Duration, what: Sighting)]) {
        self.sightings = sightings
        var known: [AlertID: SeenAlert] = [:]
        for case (_, .alert(let alert)) in sightings where known[alert.id] == nil { known[alert.id] = alert }
        self.known = known
    }

    /// Nil when it was as expected; else what was seen instead, as the end of a sentence.
    func judge(_ expectation: Expectation) -> String? {
        let (from, to) = (expectation.from, expectation.to)
        // What happens once counts from the beginning, unless a span asks for it.
        let since = from < to ? from : .zero
        switch expectation.what {
        case .alert, .noAlert, .nothingRaised, .rung, .lastAction: return judge(expectation.what, views(from, to))
        case .told(let contact, let message, let subject):
            let told = messages(to: contact, since, to)
            if told.contains(where: { $0.message == message && isMeant($0.alert, subject) }) { return nil }
            return told.last.map { "they were told last \($0.message.rawValue) of \($0.alert)" }
                ?? "they were told nothing"
        case .toldWords(let contact, let words):
            let told = messages(to: contact, since, to)
            if told.contains(where: { $0.sentence.contains(words) }) { return nil }
            return told.last.map { "they were told last \"\($0.sentence)\"" } ?? "they were told nothing"
        case .notTold(let contact):
            return messages(to: contact, since, to).first.map {
                "they were told \($0.message.rawValue) of \($0.alert)"
            }
        case .toldWith(let contact, let data): return toldWith(contact, data, disclosures(to: contact, since, to))
        case .neverTold(let contact, let data):
            let isTold = disclosures(to: contact, since, to).contains { !$0.isDisjoint(with: data) }
            return isTold ? "a message to them had it" : nil
        case .said(let stage):
            let said = said(since, to)
            if said.contains(where: { $0.stage == stage }) { return nil }
            return said.last.map { "what was said last is \($0.stage.rawValue)" } ?? "nothing was said"
        case .saidWords(let words):
            let said = said(since, to)
            if said.contains(where: { $0.phrase.contains(words) }) { return nil }
            return said.last.map { "what was said last is \"\($0.phrase)\"" } ?? "nothing was said"
        case .output(let output, let isOn):
            let states = states(of: output, from, to)
            if states.contains(isOn) { return nil }
            return "it was \(states.last ?? false ? "on" : "off")"
        }
    }

    // MARK: - Alerts

    private func judge(_ what: Expectation.What, _ views: [[SeenAlert]]) -> String? {
        let all = views.joined()
        switch what {
        case .alert(let subject, let state):
            let isSeen = all.contains { Self.isMeant($0, subject) && (state == nil || $0.state == state) }
            return isSeen ? nil : stands(views.last ?? [], subject)
        case .noAlert(let subject):
            let open = all.first { alert in alert.isOpen && (subject.map { Self.isMeant(alert, $0) } ?? true) }
            return open.map { "\($0.id) \($0.kind.rawValue) was \($0.state.rawValue)" }
        case .nothingRaised:
            let raised = all.first { $0.priority > .fault && $0.isTold }
            return raised.map { "\($0.id) \($0.kind.rawValue) was \($0.state.rawValue)" }
        case .rung(let number, let subject):
            if all.contains(where: { Self.isMeant($0, subject) && $0.rung == number }) { return nil }
            return ladder(all.filter { Self.isMeant($0, subject) })
        case .lastAction(let subject):
            let isTaken = all.contains { Self.isMeant($0, subject) && $0.ladder?.step == .lastAction }
            return isTaken ? nil : ladder(all.filter { Self.isMeant($0, subject) })
        default: return nil
        }
    }

    private func ladder(_ alerts: [SeenAlert]) -> String {
        guard let last = alerts.last(where: { $0.ladder != nil }) else { return "it stood on no rung" }
        return last.rung.map { "it stood on rung \($0)" } ?? "it stood on its last action"
    }

    private func stands(_ alerts: [SeenAlert], _ subject: Expectation.Subject) -> String {
        guard let alert = alerts.last(where: { Self.isMeant($0, subject) }) else { return "there was none" }
        return "\(alert.id) was \(alert.state.rawValue)"
    }

    private static func isMeant(_ alert: SeenAlert, _ subject: Expectation.Subject) -> Bool {
        switch subject {
        case .kind(let kind): alert.kind == kind
        case .rule(let rule): alert.rule == rule
        }
    }

    private func isMeant(_ alert: AlertID, _ subject: Expectation.Subject?) -> Bool {
        guard let subject else { return true }
        return known[alert].map { Self.isMeant($0, subject) } ?? false
    }

    /// How alerts stood at `from`, and after each change until `to`.
    private func views(_ from: Duration, _ to: Duration) -> [[SeenAlert]] {
        var alerts: [AlertID: SeenAlert] = [:]
        var views: [[SeenAlert]] = []
        func view() -> [SeenAlert] { alerts.map(\.value).sorted { $0.id < $1.id } }
        for (at, sighting) in sightings {
            if at > to { break }
            if at > from, views.isEmpty { views.append(view()) }
            switch sighting {
            case .held(let held): alerts = Dictionary(held.map { ($0.id, $0) }) { _, last in last }
            case .alert(let alert): alerts[alert.id] = alert
            case .told, .left, .said, .driven: continue
            }
            if at > from { views.append(view()) }
        }
        if views.isEmpty { views.append(view()) }
        return views
    }

    // MARK: - Words and outputs

    private func toldWith(_ contact: ContactID, _ data: SharedData, _ told: [SharedData]) -> String? {
        if told.contains(where: { $0.isSuperset(of: data) }) { return nil }
        guard let last = told.last else { return "they were told nothing" }
        let words = SharedData.names.filter { last.contains($0.1) }.map(\.0)
        return words.isEmpty ? "they were told none of it" : "they were told \(words.inSentence)"
    }

    private func messages(to contact: ContactID, _ from: Duration, _ to: Duration) -> [Message] {
        sightings.compactMap { at, sighting in
            guard case .told(contact, let message, let alert, let sentence) = sighting, from <= at, at <= to else {
                return nil
            }
            return Message(message: message, alert: alert, sentence: sentence)
        }
    }

    private func disclosures(to contact: ContactID, _ from: Duration, _ to: Duration) -> [SharedData] {
        sightings.compactMap { at, sighting in
            guard case .left(contact, let data) = sighting, from <= at, at <= to else { return nil }
            return data
        }
    }

    private func said(_ from: Duration, _ to: Duration) -> [Announcement] {
        sightings.compactMap { at, sighting in
            guard case .said(let announcement) = sighting, from <= at, at <= to else { return nil }
            return announcement
        }
    }

    /// How an output was at `from`, and to what it was switched until `to`.
    private func states(of output: OutputID, _ from: Duration, _ to: Duration) -> [Bool] {
        // Until it is driven, it is off.
        var states = [false]
        for case (let at, .driven(output, let isOn)) in sightings where at <= to {
            if at <= from { states = [isOn] } else { states.append(isOn) }
        }
        return states
    }
}
