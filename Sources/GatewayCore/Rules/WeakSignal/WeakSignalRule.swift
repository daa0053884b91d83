/// A device's radio link stays weak, so that it may soon not be heard when it matters.
///
/// Radio swings: the middle one of the last readings is judged, so that single dips and single good days
/// mean nothing.
package struct WeakSignalRule: Rule {
    package struct State: RuleState {
        struct Entry: Hashable, Codable, Sendable {
            /// In thousandths, oldest first.
            var recent: [Int64] = []
            /// When the newest of them was taken.
            var taken: BootTime?
            var weak = HeldCondition()
            var evidence: Reading?
        }
        /// One for each device, in the order of the rule's devices.
        var entries: [Entry]
    }

    package static let kind = RuleKind(
        name: "weak_signal",
        summary: "The radio link of a device stays weak.",
        fields: [
            RuleField("devices", .devices(anyOf: capabilities), isRequired: true, "The devices, each by itself."),
            RuleField(
                "capability", .capability(oneOf: capabilities), isRequired: true,
                "What they tell of their link: `link_quality` or `signal_level`."),
            RuleField("below", .quantity, isRequired: true, "The value under which the link is weak."),
            RuleField("clears_at", .quantity, usually: "the limit", "The value at which it is well again."),
            RuleField(
                "hold", .duration(.zero ... .days(30)), usually: "24h", "How long it must last before it counts."),
        ],
        defaultPriority: .fault,
        sight: .none,
        blindness: "the strength of its link is not watched",
        conflicts: { values in
            guard let below = values.quantity("below"), let clearsAt = values.quantity("clears_at"), clearsAt < below
            else { return [] }
            return [RuleConflict("would clear while it is weak: `clears_at` is below `below`", at: "clears_at")]
        }
    )

    private static let capabilities: [Capability] = [.linkQuality, .signalLevel]
    private static let defaultHold = Duration.hours(24)
    /// Readings of which the middle one is judged.
    static let judgedReadings = 9
    /// Readings closer together tell of the same hour, and would be written for nothing.
    static let readingsApart = Duration.minutes(10)
    /// Fewer say nothing about a link.
    static let fewestReadings = 3

    /// Losing the last seconds of a link's strength moves its alert by those seconds.
    package static let remembersRoutine = true

    package let common: RuleCommon
    private let devices: [Device]
    private let capability: Capability
    private let limit: Int64
    private let clearsAt: Int64
    private let hold: Duration
    private let gap: GapHandling

    package init(common: RuleCommon, values: RuleValues) {
        self.common = common
        devices = values.devices("devices")
        capability = values.capability("capability") ?? .linkQuality
        limit = values.quantity("below")?.thousandths ?? 0
        clearsAt = max(limit, values.quantity("clears_at")?.thousandths ?? limit)
        hold = values.duration("hold") ?? Self.defaultHold
        gap = common.gap ?? Self.kind.defaultGap
    }

    package var watched: [WatchedCapability] {
        devices.filter { $0.capabilities.contains(capability) }.map { WatchedCapability($0.id, capability) }
    }

    package func begin() -> State {
        State(entries: devices.map { _ in State.Entry() })
    }

    package func observe(_ observation: Observation, _ state: inout State, _ context: RuleContext) -> [Finding] {
        // A ledger's memory of another number of devices says nothing about these.
        if state.entries.count != devices.count { state = begin() }
        var findings: [Finding] = []
        switch observation {
        case .reading(let reading, _):
            guard let index = devices.firstIndex(where: { $0.id == reading.device }),
                learn(reading, &state.entries[index])
            else { break }
            findings.append(finding(.ended, reading.device, reading.happenedAt, state.entries[index]))
        case .lost(let device):
            guard let index = devices.firstIndex(where: { $0.id == device }) else { break }
            state.entries[index].recent = []
            state.entries[index].weak.forget(at: context.moment.boot)
        case .resumed(let outage):
            for index in state.entries.indices {
                state.entries[index].weak.endure(outage.length, until: context.moment.boot, gap: gap)
            }
        case .personActive, .reachable, .visit, .tick: break
        }
        for index in state.entries.indices where state.entries[index].weak.begins(at: context.moment.boot, hold: hold) {
            let entry = state.entries[index]
            findings.append(finding(.began, devices[index].id, context.moment.wall(of: entry.weak.since), entry))
        }
        return findings
    }

    package func deadline(_ state: State, _ context: RuleContext) -> BootTime? {
        state.entries.compactMap { $0.weak.deadline(hold: hold) }.min()
    }

    package func conditions(_ state: State, _ context: RuleContext) -> [ConditionStanding] {
        let words = "\(capability.words) mostly below \(Quantity(thousandths: limit))"
        return zip(devices, state.entries).map { $1.weak.standing(of: $0.id, words, hold: hold, context) }
    }

    /// A copy says again what has been judged.
    ///
    /// - Returns: true when a reported weakness has just ended.
    private func learn(_ reading: Reading, _ entry: inout State.Entry) -> Bool {
        guard reading.freshness == .live, case .number(let value) = reading.value,
            entry.taken.map({ reading.moment.boot - $0 >= Self.readingsApart }) ?? true
        else { return false }
        entry.taken = reading.moment.boot
        entry.recent.append(value.thousandths)
        if entry.recent.count > Self.judgedReadings { entry.recent.removeFirst() }
        guard entry.recent.count >= Self.fewestReadings else { return false }
        let middle = entry.recent.sorted()[entry.recent.count / 2]
        let isWeak: Bool
        if middle < limit {
            isWeak = true
        } else if middle >= clearsAt || entry.weak.truth == .unknown {
            isWeak = false
        } else {
            return false
        }
        if entry.weak.truth != Truth(isWeak) { entry.evidence = reading }
        return entry.weak.learn(isWeak, since: reading.moment.boot, gap: gap)
    }

    private func finding(
        _ change: Finding.Change, _ device: DeviceID, _ happened: WallTime, _ entry: State.Entry
    ) -> Finding {
        let middle = entry.recent.isEmpty ? nil : entry.recent.sorted()[entry.recent.count / 2]
        return Finding(
            change, .weakSignal, device: device, happened: happened, evidence: entry.evidence.map { [$0] } ?? [],
            detail: change == .ended ? nil : middle.map { "Mostly at \(Quantity(thousandths: $0)) lately." })
    }
}
