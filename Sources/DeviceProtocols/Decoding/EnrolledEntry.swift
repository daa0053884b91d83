import GatewayCore

/// An enrolled device, ready for decoding.
struct EnrolledEntry: Sendable {
    let id: DeviceID
    let profile: DeviceProfile
    /// What it says on each of its topics.
    let topics: [TopicPlan]
    /// Place of its bridge in the decoder's list.
    let bridge: Int?
    var memory: DeviceMemory

    init(_ device: EnrolledDevice, bridge: Int?) {
        id = device.id
        profile = device.profile
        let plan = ProfilePlan(device.profile, output: device.output)
        topics = plan.topics
        self.bridge = bridge
        memory = DeviceMemory(size: plan.memorySize, counts: plan.counterSize)
    }

    /// What its frames, lines or messages say where it has no topics of its own.
    var plan: FieldPlan { topics.first?.plan ?? FieldPlan([]) }

    /// Takes the last known states and counts as what the device last said.
    ///
    /// A count is of one capability; where several fields that count tell the same, it is not known whose it was.
    mutating func learn(_ state: DeviceState) {
        let fields = topics.flatMap(\.plan.slots).flatMap(\.fields)
        for field in fields {
            guard let known = state[field.capability] else { continue }
            if let place = field.memory, case .state(let value) = known.value { memory.known[place] = value }
            guard let counter = field.counter, let count = known.count else { continue }
            let others = fields.filter { $0.capability == field.capability && $0.counter != nil }
            if others.allSatisfy({ $0.counter?.memory == counter.memory }) {
                memory.counts[counter.memory] = .number(Double(count))
            }
        }
    }

    /// Turns findings into readings, and remembers.
    mutating func tell(
        _ findings: [FieldFinding], _ standing: Standing, seen: WallTime?, _ arrival: Arrival,
        at moment: Moment, isSameFrame: Bool = false, into decoded: inout DecodedArrival
    ) {
        let occurred = Self.occurred(seen, moment)
        for finding in findings {
            let field = finding.field
            if isCounted(finding), !arrival.isRedelivered {
                decoded.copies += 1
                continue
            }
            let value: ReadingValue
            var freshness = standing.freshness
            switch finding.value {
            case .happened:
                guard isEvent(field, standing, arrival) else {
                    decoded.copies += 1
                    continue
                }
                // A count that went on tells two presses apart, however near.
                let within = finding.count == nil ? profile.repeatWithin : .zero
                let isNew = memory.presses.take(field.capability, at: moment.boot, reported: seen, within: within)
                guard isNew && !isSameFrame || arrival.isRedelivered else {
                    decoded.copies += 1
                    continue
                }
                value = .happened
                freshness = .live
            case .quiet:
                if let place = field.memory { remember(false, at: place, standing) }
                continue
            case .state(let state):
                if let place = field.memory { remember(state, at: place, standing) }
                value = .state(state)
            case .number(let quantity): value = .number(quantity)
            case .refused, .unexplained: continue
            }
            decoded.readings.append(
                Reading(
                    device: id, capability: field.capability, value: value, moment: moment, occurred: occurred,
                    freshness: freshness, isRedelivered: arrival.isRedelivered, count: finding.count?.integer))
        }
    }

    /// Whether the message counts as the last one did: it is that one, sent again.
    private mutating func isCounted(_ finding: FieldFinding) -> Bool {
        guard let counter = finding.field.counter, let count = finding.count else { return false }
        guard memory.counts[counter.memory] != count else { return true }
        memory.counts[counter.memory] = count
        return false
    }

    /// Whether a value that tells an event tells it now, and not only that it was so before.
    private mutating func isEvent(_ field: FieldPlan.Field, _ standing: Standing, _ arrival: Arrival) -> Bool {
        guard field.isLevel, let place = field.memory else { return standing == .live }
        let before = memory.known[place]
        remember(true, at: place, standing)
        return switch standing {
        // The first try of a redelivered arrival may have changed only this memory.
        case .live: before != true || arrival.isRedelivered
        case .restated(isCertain: false): before == nil
        case .restated, .retained: false
        }
    }

    /// A copy teaches only what is not known yet.
    private mutating func remember(_ value: Bool, at place: Int, _ standing: Standing) {
        if standing == .live || memory.known[place] == nil { memory.known[place] = value }
    }

    /// The device's own time where it says more than the arrival's.
    private static func occurred(_ seen: WallTime?, _ moment: Moment) -> WallTime? {
        guard let seen, moment.quality != .unsynchronised, moment.wall - seen > DecodingLimits.occurredAfter else {
            return nil
        }
        return seen
    }
}
