/// Somebody leaves by an entrance at night and is not seen back inside.
///
/// An opening within the window begins the wait. Whoever is seen inside after the door was used ends it; what a
/// sensor says in the first moments after the door belongs to the one who leaves. Where nothing inside can be
/// seen, nobody is known to be back, and people are called: outside at night, minutes count.
package struct WanderingRule: Rule {
    package struct State: RuleState {
        var openings = Openings()
        var outing: Outing?
    }

    package static let kind = RuleKind(
        name: "wandering",
        summary: "An entrance is used at night and nobody is seen inside afterwards.",
        fields: [
            RuleField("doors", .devices(anyOf: [.open]), isRequired: true, "The contacts of the entrances."),
            RuleField(
                "devices", .devices(anyOf: inside),
                "The sensors that show that somebody is inside; needed unless `at_once`."),
            RuleField(
                "returns_within", .duration(.seconds(30) ... .hours(12)),
                usually: "5m", "How soon after the door was opened somebody must be seen inside."),
            RuleField("at_once", .flag, usually: "false", "The opening itself is told, without waiting."),
        ],
        defaultPriority: .urgent,
        defaultPreAlert: .seconds(30),
        defaultReminder: .seconds(10),
        windowUse: .required,
        blindness: "nobody is called when somebody leaves at night",
        conflicts: { values in
            switch (values.flag("at_once") ?? false, values.devices("devices").isEmpty) {
            case (false, true):
                [RuleConflict("cannot see who comes back", hint: "add `devices` inside, or `at_once: true`")]
            case (true, _) where values.duration("returns_within") != nil:
                [
                    RuleConflict(
                        "tells the opening at once and waits for a return", at: "returns_within",
                        hint: "leave one of `at_once` and `returns_within` out")
                ]
            default: []
            }
        }
    )

    /// What shows that somebody is inside, and no press that a pendant could send from the garden.
    private static let inside: [Capability] = [
        .motion, .presence, .bedOccupied, .chairOccupied, .open, .switchedOn,
    ]
    /// These say that somebody is there for as long as they are: a motion sensor may never say that it is over.
    private static let lasting: [Capability] = [.presence, .bedOccupied, .chairOccupied]

    static let defaultReturn = Duration.minutes(5)

    package let common: RuleCommon
    private let doors: [Device]
    private let insiders: [Device]
    private let wait: Duration

    package init(common: RuleCommon, values: RuleValues) {
        self.common = common
        let doors = values.devices("doors")
        self.doors = doors
        insiders = values.devices("devices").filter { device in
            // A door is no sign of being inside, and the bed of another resident none of this one.
            let isOfAnother = common.resident != nil && device.resident != nil && device.resident != common.resident
            return !isOfAnother && !doors.contains { $0.id == device.id }
        }
        wait = values.flag("at_once") ?? false ? .zero : values.duration("returns_within") ?? Self.defaultReturn
    }

    package var watched: [WatchedCapability] {
        doors.map { WatchedCapability($0.id, .open) }
            + insiders.flatMap { device in
                Self.inside.filter { device.capabilities.contains($0) }.map { WatchedCapability(device.id, $0) }
            }
    }

    package func begin() -> State { State() }

    package func observe(_ observation: Observation, _ state: inout State, _ context: RuleContext) -> [Finding] {
        var findings: [Finding] = []
        switch observation {
        case .reading(let reading, let isChange):
            if doors.contains(where: { $0.id == reading.device }) {
                findings += use(reading, &state, context)
            } else if isSign(reading, isChange), let outing = state.outing, outing.isReturn(reading) {
                findings += comeBack(reading, &state, context)
            }
        case .visit(_, isHere: true):
            // It was the visitor who came in by the door.
            if let outing = state.outing, !outing.isReported { state.outing = nil }
        case .visit, .lost, .resumed, .reachable, .personActive, .tick: break
        }
        if let found = settle(&state, context) { findings.append(found) }
        return findings
    }

    package func deadline(_ state: State, _ context: RuleContext) -> BootTime? {
        guard let outing = state.outing, !outing.isReported else { return nil }
        let due = outing.openedAt + wait
        return context.isClockSet ? due : max(due, context.moment.boot + RuleContext.clockRecheck)
    }

    package func conditions(_ state: State, _ context: RuleContext) -> [ConditionStanding] {
        let words = insiders.isEmpty ? "opened" : "opened, and nobody seen inside for \(wait.inUnits)"
        guard let outing = state.outing else { return doors.map { ConditionStanding($0.id, words, .no) } }
        return [
            ConditionStanding(
                outing.opening.device, words, .yes, since: context.moment.wall(of: outing.openedAt),
                due: outing.isReported ? nil : context.moment.wall(of: outing.openedAt + wait),
                isFound: outing.isReported)
        ]
    }

    /// A door is opened, or told to be open or shut.
    private func use(_ reading: Reading, _ state: inout State, _ context: RuleContext) -> [Finding] {
        let isOpening = state.openings.opens(by: reading)
        let time = reading.moment.boot - reading.age
        if reading.freshness == .live { state.outing?.isUsed(at: time) }
        guard isOpening, context.visits.isEmpty, context.wasWithin(common.window, at: time) != .no else { return [] }
        if insiders.isEmpty {
            // Nothing could ever end it: each opening is told by itself. Without a clock it waits as any other.
            guard context.isClockSet else { return [] }
            return [
                Finding(
                    .happened, .wandering, device: reading.device, happened: reading.happenedAt, evidence: [reading])
            ]
        }
        // The first opening counts: a door that bangs must not put off the call.
        let isStale = state.outing.map { $0.isReported && time > $0.openedAt + Outing.longest } ?? true
        if isStale { state.outing = Outing(opening: reading) }
        return []
    }

    private func isSign(_ reading: Reading, _ isChange: Bool) -> Bool {
        guard reading.freshness == .live, case .state(let isOn) = reading.value else { return false }
        switch reading.capability {
        case .motion, .presence: return isOn
        default: return isChange
        }
    }

    private func comeBack(_ reading: Reading, _ state: inout State, _ context: RuleContext) -> [Finding] {
        guard let outing = state.outing else { return [] }
        // Who is known to have come to look for her is no sign that she is back.
        if outing.isReported, !context.visits.isEmpty { return [] }
        state.outing = nil
        guard outing.isReported else { return [] }
        return [
            Finding(
                .ended, .wandering, device: outing.opening.device, happened: reading.happenedAt, evidence: [reading])
        ]
    }

    /// Tells what is due by now.
    private func settle(_ state: inout State, _ context: RuleContext) -> Finding? {
        guard let outing = state.outing, !outing.isReported else { return nil }
        switch context.wasWithin(common.window, at: outing.openedAt) {
        case .no:
            state.outing = nil
            return nil
        case .unknown: return nil
        case .yes: break
        }
        guard context.moment.boot >= outing.openedAt + wait else { return nil }
        if wait > .zero, isSomebodyThere(context) {
            state.outing = nil
            return nil
        }
        state.outing?.isReported = true
        return Finding(
            .began, .wandering, device: outing.opening.device, happened: outing.opening.happenedAt,
            evidence: [outing.opening], detail: detail(context))
    }

    private func detail(_ context: RuleContext) -> String? {
        if wait == .zero { return nil }
        let isBlind = insiders.allSatisfy { !context.isSeen($0.id) }
        return isBlind
            ? "Nothing inside can be seen now: nobody knows whether they came back."
            : "Nobody was seen inside for \(wait.inWords) after the door was opened."
    }

    /// Whether a sensor says, now and for as long as it is so, that somebody is in.
    private func isSomebodyThere(_ context: RuleContext) -> Bool {
        insiders.contains { device in
            context.isSeen(device.id)
                && Self.lasting.contains { context.devices[device.id]?[$0]?.value == .state(true) }
        }
    }
}
