/// A bed, a chair or a room is occupied for too long.
package struct OccupiedTooLongRule: Rule {
    package struct State: RuleState {
        /// Of the sensors that say themselves whether somebody is there.
        var seats = DeviceConditions()
        /// Of the room that is watched by movement and its door.
        var room = ClosedRoom()
    }

    package static let kind = RuleKind(
        name: "occupied_too_long",
        summary: "A bed, a chair or a room is occupied for longer than the hold.",
        fields: [
            RuleField(
                "devices", .devices(anyOf: seats + [.motion]), isRequired: true,
                "Bed, chair and presence sensors, each by itself; or the motion sensors of one room with a `door`."),
            RuleField(
                "hold", .duration(.minutes(1) ... .days(7)), isRequired: true, "How long it may be occupied."),
            RuleField(
                "door", .devices(anyOf: [.open]),
                "The door of a room with motion sensors: movement after it was shut means that somebody is inside "
                    + "until it opens."),
        ],
        defaultPriority: .urgent,
        // Who is only resting can say so.
        defaultPreAlert: .minutes(2),
        defaultReminder: .seconds(30),
        blindness: "nobody is called when somebody does not get up or come out",
        conflicts: conflicts
    )

    private static let seats: [Capability] = [.bedOccupied, .chairOccupied, .presence]

    package let common: RuleCommon
    private let devices: [Device]
    private let movers: [Device]
    private let door: Device?
    private let hold: Duration
    private let gap: GapHandling

    package init(common: RuleCommon, values: RuleValues) {
        self.common = common
        devices = values.devices("devices")
        movers = devices.filter(Self.tellsOnlyMotion)
        door = values.devices("door").first
        hold = values.duration("hold") ?? .hours(1)
        gap = common.gap ?? Self.kind.defaultGap
    }

    private static func tellsOnlyMotion(_ device: Device) -> Bool {
        !device.capabilities.contains(where: seats.contains)
    }

    package var watched: [WatchedCapability] {
        let seats = devices.flatMap { device in
            Self.seats.filter { device.capabilities.contains($0) }.map { WatchedCapability(device.id, $0) }
        }
        guard let door else { return seats }
        return seats + [WatchedCapability(door.id, .open)] + movers.map { WatchedCapability($0.id, .motion) }
    }

    package func begin() -> State { State() }

    package func observe(_ observation: Observation, _ state: inout State, _ context: RuleContext) -> [Finding] {
        let now = context.moment.boot
        var findings: [Finding] = []
        switch observation {
        case .reading(let reading, let isChange):
            if let ended = learn(reading, isChange, &state) { findings.append(ended) }
        case .lost(let device):
            state.seats.forget(device, at: now)
            if device == door?.id { state.room.forgetDoor(at: now) }
        case .resumed(let outage):
            state.seats.endure(outage.length, until: now, gap: gap)
            state.room.endure(outage.length, until: now, gap: gap)
        case .personActive, .reachable, .visit, .tick: break
        }
        for entry in state.seats.begun(at: now, hold: hold) {
            findings.append(began(entry.device, entry.condition, entry.evidence, context))
        }
        if state.room.begins(at: now, hold: hold) {
            findings.append(began(movers.first?.id, state.room.condition, state.room.evidence, context))
        }
        return findings
    }

    package func deadline(_ state: State, _ context: RuleContext) -> BootTime? {
        let dues = [state.seats.deadline(hold: hold), state.room.condition.deadline(hold: hold)]
        return dues.compactMap { $0 }.min()
    }

    package func conditions(_ state: State, _ context: RuleContext) -> [ConditionStanding] {
        let seats = state.seats.standings(hold: hold, context)
        guard let door else { return seats }
        let words = "somebody is behind the shut door"
        return seats + [state.room.condition.standing(of: door.id, words, hold: hold, context)]
    }

    private func learn(_ reading: Reading, _ isChange: Bool, _ state: inout State) -> Finding? {
        guard case .state(let isOn) = reading.value else { return nil }
        var hasEnded = false
        switch reading.capability {
        case .open:
            hasEnded = state.room.door(isOpen: isOn, at: reading.moment.boot - reading.age, gap: gap)
        case .motion:
            // A copy of a movement is none.
            if isOn, reading.freshness == .live { state.room.moved(reading, isChange: isChange, gap: gap) }
        default:
            hasEnded = state.seats.learn(isOn, from: reading, gap: gap)
        }
        guard hasEnded else { return nil }
        let device = reading.capability == .open ? movers.first?.id : reading.device
        return Finding(
            .ended, .occupiedTooLong, device: device, happened: reading.happenedAt, evidence: [reading])
    }

    private func began(
        _ device: DeviceID?, _ condition: HeldCondition, _ evidence: Reading?, _ context: RuleContext
    ) -> Finding {
        let length = (context.moment.boot - condition.since).inWords
        return Finding(
            .began, .occupiedTooLong, device: device, happened: context.moment.wall(of: condition.since),
            evidence: evidence.map { [$0] } ?? [], detail: "Occupied for \(length).")
    }

    private static func conflicts(_ values: RuleValues) -> [RuleConflict] {
        let movers = values.devices("devices").filter(tellsOnlyMotion)
        let doors = values.devices("door")
        if let mover = movers.first, doors.isEmpty {
            return [
                RuleConflict(
                    "cannot know from movement alone how long a room is occupied: device `\(mover.id)`", at: "devices",
                    hint: "add the room's `door`, or use a presence sensor")
            ]
        }
        if movers.isEmpty, !doors.isEmpty {
            return [
                RuleConflict(
                    "has a `door` but no motion sensor behind it", at: "door",
                    hint: "leave `door` out: the other sensors say themselves whether somebody is there")
            ]
        }
        return doors.count > 1
            ? [RuleConflict("has more than one `door`", at: "door", hint: "make one rule of each room")] : []
    }
}
