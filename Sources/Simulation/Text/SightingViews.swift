internal import GatewayCore

/// What could be seen of a run, and whether it was as expected.
struct SightingViews {
    /// How alerts stood from a time on.
    private struct View {
        var from: Duration
        var alerts: [AlertID: SeenAlert]
    }

    private let sightings: [(at: Duration, what: Sighting)]

    init(_ sightings: [(at: Duration, what: Sighting)]) {
        self.sightings = sightings
    }

    /// Nil when it was as expected; else what was seen instead, as the end of a sentence.
    func judge(_ expectation: Expectation) -> String? {
        let isSpan = expectation.from < expectation.to
        let views = views(expectation.from, expectation.to)
        switch expectation.what {
        case .alert(let kind, let state):
            let isSeen = views.contains { view in
                view.contains { $0.kind == kind && (state == nil || $0.state == state) }
            }
            return isSeen ? nil : stands(views.last ?? [], kind)
        case .noAlert(let kind):
            let open = views.joined().first { $0.kind == kind && $0.isOpen }
            return open.map { "\($0.id) was \($0.state.rawValue)" }
        case .nothingRaised:
            let raised = views.joined().first { $0.priority > .fault && $0.isTold }
            return raised.map { "\($0.id) \($0.kind.rawValue) was \($0.state.rawValue)" }
        case .rung(let number, let kind):
            if views.joined().contains(where: { $0.kind == kind && $0.rung == number }) { return nil }
            let rungs = views.joined().filter { $0.kind == kind }.compactMap(\.rung)
            return rungs.last.map { "it stood on rung \($0)" } ?? "it stood on no rung"
        case .told(let contact, let message, let kind):
            return told(contact, message, kind, from: isSpan ? expectation.from : .zero, to: expectation.to)
        case .notTold(let contact):
            let told = messages(to: contact, from: isSpan ? expectation.from : .zero, to: expectation.to).first
            return told.map { "they were told \($0.message.rawValue) of \($0.alert)" }
        case .said(let stage):
            let stages = stages(from: isSpan ? expectation.from : .zero, to: expectation.to)
            if stages.contains(stage) { return nil }
            return stages.last.map { "what was said last is \($0.rawValue)" } ?? "nothing was said"
        }
    }

    private func stands(_ alerts: [SeenAlert], _ kind: AlertKind) -> String {
        guard let alert = alerts.last(where: { $0.kind == kind }) else { return "there was none" }
        return "\(alert.id) was \(alert.state.rawValue)"
    }

    private func told(
        _ contact: ContactID, _ message: MessageKind, _ kind: AlertKind?, from: Duration, to: Duration
    ) -> String? {
        let kinds = kinds()
        let told = messages(to: contact, from: from, to: to)
        if told.contains(where: { $0.message == message && (kind == nil || kinds[$0.alert] == kind) }) { return nil }
        return told.last.map { "they were told last \($0.message.rawValue) of \($0.alert)" } ?? "they were told nothing"
    }

    // MARK: - Looking

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
            case .told, .said: continue
            }
            if at > from { views.append(view()) }
        }
        if views.isEmpty { views.append(view()) }
        return views
    }

    private func kinds() -> [AlertID: AlertKind] {
        var kinds: [AlertID: AlertKind] = [:]
        for case (_, .alert(let alert)) in sightings { kinds[alert.id] = alert.kind }
        return kinds
    }

    private func messages(
        to contact: ContactID, from: Duration, to: Duration
    ) -> [(message: MessageKind, alert: AlertID)] {
        sightings.compactMap { at, sighting in
            guard case .told(contact, let message, let alert) = sighting, from <= at, at <= to else { return nil }
            return (message, alert)
        }
    }

    private func stages(from: Duration, to: Duration) -> [FeedbackStage] {
        sightings.compactMap { at, sighting in
            guard case .said(let stage) = sighting, from <= at, at <= to else { return nil }
            return stage
        }
    }
}

extension SeenAlert {
    fileprivate var isOpen: Bool { state != .closed && state != .cancelled }
    fileprivate var isTold: Bool { state == .raised || state == .acknowledged }
}
