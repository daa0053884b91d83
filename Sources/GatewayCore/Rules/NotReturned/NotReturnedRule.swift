/// Somebody left a bed, a chair or the home, and is not back in time.
///
/// Only a return ends it: who is up and moving at three in the night is not back in bed. With a window, only
/// what was left within it counts. The home is left when its doors and sensors say so with enough confidence.
package struct NotReturnedRule: Rule {
    package struct State: RuleState {
        /// One for each bed or chair that was heard, or the one of the home.
        var absences: [Absence] = []
        /// The home was on holiday when this rule last looked.
        var wasHoliday = false
    }

    package static let kind = RuleKind(
        name: "not_returned",
        summary: "Somebody left a bed, a chair or the home, and is not back in time.",
        fields: [
            RuleField(
                "place", .choice([device, home]),
                usually: "device", "`device`: the beds and chairs of `devices`; `home`: the whole home."),
            RuleField("devices", .devices(anyOf: seats), "The beds and chairs, each by itself."),
            RuleField(
                "within", .duration(.minutes(1) ... .days(7)), "How long they may be away; this, `back_by` or both."),
            RuleField("back_by", .time, "The time of day by which they should be back, the next one after leaving."),
            RuleField(
                "confidence", .count(50...95),
                usually: "70", "For the home: how sure it must be that nobody is in, in per cent."),
        ],
        defaultPriority: .urgent,
        defaultPreAlert: .minutes(2),
        defaultReminder: .seconds(30),
        windowUse: .own,
        blindness: "nobody is called when somebody does not come back",
        conflicts: conflicts
    )

    private static let device = "device"
    private static let home = "home"
    private static let seats: [Capability] = [.bedOccupied, .chairOccupied]

    package let common: RuleCommon
    private let devices: [Device]
    private let entrances: [Device]
    private let isHome: Bool
    private let within: Duration?
    private let backBy: TimeOfDay?
    private let confidence: Int
    private let gap: GapHandling

    package init(common: RuleCommon, values: RuleValues) {
        self.common = common
        devices = values.devices("devices")
        entrances = values.entrances
        isHome = values.choice("place") == Self.home
        within = values.duration("within")
        backBy = values.time("back_by")
        confidence = values.count("confidence") ?? PresenceModel.Confidence.probablyGone
        gap = common.gap ?? Self.kind.defaultGap
    }

    package var watched: [WatchedCapability] {
        if isHome { return entrances.map { WatchedCapability($0.id, .open) } }
        return devices.flatMap { device in
            Self.seats.filter { device.capabilities.contains($0) }.map { WatchedCapability(device.id, $0) }
        }
    }

    package func begin() -> State { State(absences: isHome ? [Absence()] : []) }

    package func observe(_ observation: Observation, _ state: inout State, _ context: RuleContext) -> [Finding] {
        let now = context.moment.boot
        var findings: [Finding] = []
        switch observation {
        case .reading(let reading, _): findings += learn(reading, &state, context)
        case .lost(let device):
            for index in state.absences.indices where state.absences[index].device == device {
                state.absences[index].forget(at: now)
            }
        case .resumed(let outage):
            for index in state.absences.indices {
                state.absences[index].endure(outage.length, until: now, gap: gap)
            }
        case .personActive, .reachable, .visit, .tick: break
        }
        if isHome { findings += followPresence(&state, context) }
        for index in state.absences.indices {
            state.absences[index].decide(window: common.window, gap: gap, context)
            guard let due = due(state.absences[index], context), state.absences[index].begins(at: now, due: due)
            else { continue }
            findings.append(finding(state.absences[index], context))
        }
        return findings
    }

    package func deadline(_ state: State, _ context: RuleContext) -> BootTime? {
        var earliest: BootTime?
        for absence in state.absences where !absence.condition.isReported {
            let isWaitingForClock =
                absence.left != nil && !context.isClockSet && (absence.counts == .unknown || backBy != nil)
            let recheck = isWaitingForClock ? context.moment.boot + RuleContext.clockRecheck : nil
            for time in [absence.condition.truth == .yes ? due(absence, context) : nil, recheck].compactMap({ $0 }) {
                earliest = earliest.map { min($0, time) } ?? time
            }
        }
        return earliest
    }

    package func conditions(_ state: State, _ context: RuleContext) -> [ConditionStanding] {
        state.absences.map { absence in
            let condition = absence.condition
            let due = condition.truth == .yes && !condition.isReported ? due(absence, context) : nil
            return ConditionStanding(
                absence.device, "left and not back", condition.truth,
                since: absence.left.map { context.moment.wall(of: $0) },
                due: due.map { context.moment.wall(of: $0) }, isFound: condition.isReported)
        }
    }

    private func learn(_ reading: Reading, _ state: inout State, _ context: RuleContext) -> [Finding] {
        guard !isHome, case .state(let isOccupied) = reading.value else { return [] }
        let time = reading.moment.boot - reading.age
        let place = place(of: reading, &state)
        if isOccupied {
            guard state.absences[place].isBack(at: time, gap: gap) else { return [] }
            return [
                Finding(
                    .ended, .notReturned, device: reading.device, happened: reading.happenedAt, evidence: [reading])
            ]
        }
        // A bed that was never known to be occupied was not left.
        let leaving = state.absences[place].wasThere == .yes ? time : nil
        state.absences[place].isGone(
            at: time, leaving: leaving, reading, window: common.window, gap: gap, context)
        return []
    }

    private func followPresence(_ state: inout State, _ context: RuleContext) -> [Finding] {
        guard let place = state.absences.indices.first else { return [] }
        let now = context.moment.boot
        // On holiday nobody is waited for; afterwards the waiting begins.
        let isHoliday = context.mode == .holiday
        defer { state.wasHoliday = isHoliday }
        let isEmpty = isHoliday ? .no : context.presence.isEmpty(atLeast: confidence)
        switch isEmpty {
        case .unknown: state.absences[place].forget(at: now)
        case .no:
            guard state.absences[place].isBack(at: now, gap: gap) else { return [] }
            return [Finding(.ended, .notReturned, device: nil, happened: context.moment.wall)]
        case .yes:
            let leaving = state.wasHoliday ? now : min(now, context.presence.since)
            state.absences[place].isGone(
                at: now, leaving: leaving, nil, window: common.window, gap: gap, context)
        }
        return []
    }

    /// When they should be back; nil when that cannot be told.
    private func due(_ absence: Absence, _ context: RuleContext) -> BootTime? {
        guard let left = absence.left else { return nil }
        var due = within.map { absence.condition.since + $0 }
        if let backBy, context.isClockSet {
            let wall = context.zone.next(backBy, atOrAfter: context.moment.wall(of: left) + .milliseconds(1))
            let time = context.moment.boot + (wall - context.moment.wall)
            due = due.map { min($0, time) } ?? time
        }
        return due
    }

    private func finding(_ absence: Absence, _ context: RuleContext) -> Finding {
        let since = absence.left ?? absence.condition.since
        let away = context.moment.boot - since
        let clock = context.clock(of: since).map { " at \($0)" } ?? ""
        let detail =
            isHome
            ? "Nobody seems to have been home for \(away.inWords)."
            : "Left\(clock), not back for \(away.inWords)."
        return Finding(
            .began, .notReturned, device: absence.device, happened: context.moment.wall,
            evidence: absence.evidence.map { [$0] } ?? [], detail: detail)
    }

    private func place(of reading: Reading, _ state: inout State) -> Int {
        let known = state.absences.firstIndex { $0.device == reading.device && $0.capability == reading.capability }
        if let known { return known }
        state.absences.append(Absence(device: reading.device, capability: reading.capability))
        return state.absences.count - 1
    }

    private static func conflicts(_ values: RuleValues) -> [RuleConflict] {
        var conflicts: [RuleConflict] = []
        if values.duration("within") == nil, values.time("back_by") == nil {
            conflicts.append(RuleConflict("does not say when they should be back", hint: "add `within` or `back_by`"))
        }
        if values.choice("place") == home {
            if !values.devices("devices").isEmpty {
                conflicts.append(
                    RuleConflict(
                        "is about the whole home and about some devices", at: "devices",
                        hint: "leave `devices` out, or `place: home`"))
            }
            if values.entrances.isEmpty {
                conflicts.append(
                    RuleConflict(
                        "cannot know who is home: no contact is at an entrance", at: "place",
                        hint: "add `entrance: true` to the contact of the front door"))
            }
        } else {
            if values.devices("devices").isEmpty {
                conflicts.append(
                    RuleConflict("names no bed or chair", hint: "add `devices`, or `place: home` for the whole home"))
            }
            if values.count("confidence") != nil {
                conflicts.append(
                    RuleConflict(
                        "has a `confidence` that only the whole home needs", at: "confidence",
                        hint: "leave it out: a bed is left or it is not"))
            }
        }
        return conflicts
    }
}
