internal import GatewayCore
internal import GatewaySettings
internal import LinuxSupport

// How the home is lived in, and who is in it: modes and visits.
extension ControlDesk {
    /// Everyday life without an end gives up the mode that was set; hours and visits decide again.
    func set(_ mode: HomeMode, _ end: StayEnd?) -> ControlResponse {
        guard mode != .home || end != nil else { return change(.mode(nil, until: nil, source: "command")) }
        return prepare { engine in
            guard let end else { return .success(.mode(mode, until: nil, source: "command")) }
            let zone = engine.plan.home.zone
            guard let until = end.wallTime(from: SystemClock.wallTime(), in: zone, longest: Limits.longestAway) else {
                return .failure(Refusal("A mode lasts at most \(DurationText.write(Limits.longestAway))."))
            }
            return .success(.mode(mode, until: until, source: "command"))
        }
    }

    func visit(_ id: VisitorID, isHere: Bool, _ end: StayEnd?) -> ControlResponse {
        prepare { engine in
            guard let visitor = engine.plan.home.visitor(id) else {
                return .failure(Refusal(Self.unknown(id, among: engine.plan.home.visitors)))
            }
            if !isHere, !engine.visits.contains(where: { $0.visitor == id }) {
                return .failure(Refusal("\(visitor.name) is not here."))
            }
            var until: WallTime?
            if isHere, let end {
                let now = SystemClock.wallTime()
                until = end.wallTime(from: now, in: engine.plan.home.zone, longest: Limits.longestVisit)
                guard let until, until - now <= Limits.longestVisit else {
                    return .failure(Refusal("A visit lasts at most \(DurationText.write(Limits.longestVisit))."))
                }
            }
            return .success(.visit(id, isHere: isHere, until: until, source: "command"))
        }
    }

    private static func unknown(_ id: VisitorID, among visitors: [Visitor]) -> String {
        if visitors.isEmpty {
            return "There is no visitor `\(id)`: the settings name none; they belong under `visitors`."
        }
        let hint = Suggestion.hint(for: id.name, among: visitors.map(\.id.name))
        return "There is no visitor `\(id)`" + (hint.map { "; \($0)" } ?? ".")
    }

    struct Refusal: Error {
        let sentence: String

        init(_ sentence: String) { self.sentence = sentence }
    }

    /// Makes an event of what the engine knows, takes it, and says how the home is lived in then.
    private func prepare(_ event: @escaping @Sendable (Engine) -> Result<Event, Refusal>) -> ControlResponse {
        guard let event = consult(event) else { return .refused(Self.silence) }
        switch event {
        case .failure(let refusal): return .refused(refusal.sentence)
        case .success(let event): return change(event)
        }
    }

    private func change(_ event: Event) -> ControlResponse {
        let answer = ask(event, done: "", nil)
        guard case .done = answer else { return answer }
        return look { .done(Self.sentence(on: LivingReport($0))) }
    }

    /// "Night until 2026-11-23 07:00. The nurse is here, until 2026-11-22 23:30 at the latest."
    static func sentence(on living: LivingReport) -> String {
        ([living.modeSentence] + living.visitors.map(\.sentence)).joined(separator: " ")
    }
}
