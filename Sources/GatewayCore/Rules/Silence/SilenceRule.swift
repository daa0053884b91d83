/// A device has missed its supervision interval, or its bridge says that it is gone. A device that speaks only
/// when it is used is asked for: somebody should press it.
///
/// While the intake or bridge itself is down, that is the one fault; its devices get a fresh interval when
/// it is back. Time in which the gateway was off does not count. When a device was last heard stands in the
/// device book, so this rule's memory changes only when a device falls silent or is heard again.
package struct SilenceRule: Rule {
    package struct State: RuleState {
        struct Entry: Hashable, Codable, Sendable {
            var isSilent = false
            /// Silence counts from here when that is later: its path was down before, or it is new.
            var graceFrom: BootTime?
        }
        /// One for each device, in the order of the rule's devices.
        var entries: [Entry]
    }

    package static let kind = RuleKind(
        name: "silence",
        summary: "A device has not been heard for longer than its supervision interval.",
        fields: [
            RuleField(
                "devices", .devices(anyOf: Capability.allCases), isRequired: true, "The supervised devices."),
            RuleField(
                "after", .duration(.minutes(1) ... .days(90)),
                usually: "what its profile says", "How long a device may be silent."),
        ],
        defaultPriority: .fault,
        windowUse: .none,
        sight: .none,
        blindness: "its silence is not noticed",
        conflicts: { values in
            guard values.duration("after") == nil else { return [] }
            return values.devices("devices").filter { $0.supervision == .none }.map { device in
                RuleConflict(
                    "watches device `\(device.id)`, which speaks only when it is used, for no time", at: "devices",
                    hint: "say how long it may be silent: `after: 30d`")
            }
        }
    )

    package let common: RuleCommon
    private let devices: [Device]
    private let after: Duration?

    package init(common: RuleCommon, values: RuleValues) {
        self.common = common
        devices = values.devices("devices")
        after = values.duration("after")
    }

    /// The rule that every supervised device has without asking.
    init(supervising device: Device) {
        common = RuleCommon(impliedFor: device, "supervision", title: "Device supervision")
        devices = [device]
        after = nil
    }

    package var watched: [WatchedCapability] {
        devices.flatMap { device in
            ([.available] + device.capabilities.filter { $0 != .available })
                .map { WatchedCapability(device.id, $0) }
        }
    }

    package func begin() -> State {
        State(entries: devices.map { _ in State.Entry() })
    }

    package func observe(_ observation: Observation, _ state: inout State, _ context: RuleContext) -> [Finding] {
        // A ledger's memory of another number of devices says nothing about these.
        if state.entries.count != devices.count { state = begin() }
        switch observation {
        case .reading(let reading, _):
            guard let index = devices.firstIndex(where: { $0.id == reading.device }) else { return [] }
            return hear(reading, devices[index], &state.entries[index], context)
        case .reachable(let device):
            guard let index = devices.firstIndex(where: { $0.id == device }) else { return [] }
            // A month is not begun anew by each break: who pressed in vain meanwhile is asked once more.
            if case .testPress = devices[index].supervision, state.entries[index].graceFrom != nil { return [] }
            state.entries[index].graceFrom = context.moment.boot
            return []
        case .tick, .resumed:
            return devices.indices.flatMap { review(devices[$0], &state.entries[$0], context) }
        case .lost, .personActive, .visit:
            return []
        }
    }

    package func deadline(_ state: State, _ context: RuleContext) -> BootTime? {
        var earliest: BootTime?
        for (device, entry) in zip(devices, state.entries) where !entry.isSilent && context.isReachable(device) {
            guard let due = due(device, entry, context) else { continue }
            if earliest.map({ due < $0 }) ?? true { earliest = due }
        }
        return earliest
    }

    package func conditions(_ state: State, _ context: RuleContext) -> [ConditionStanding] {
        zip(devices, state.entries).map { device, entry in
            let due = entry.isSilent ? nil : due(device, entry, context)
            let last = context.devices[device.id]?.heard
            return ConditionStanding(
                device.id, "silent for too long", Truth(entry.isSilent), since: last?.wall,
                due: due.map { context.moment.wall(of: $0) }, isFound: entry.isSilent)
        }
    }

    private func hear(
        _ reading: Reading, _ device: Device, _ entry: inout State.Entry, _ context: RuleContext
    ) -> [Finding] {
        if reading.value == .state(false), reading.capability == .available {
            guard !entry.isSilent else { return [] }
            entry.isSilent = true
            return [finding(.began, reading.device, context, [reading])]
        }
        // A bridge's "available" counts only where its verdict is the supervision.
        let isHeard = reading.capability == .available ? device.supervision == .bridge : reading.freshness == .live
        // Another rule may have found it silent, or this one before it was edited: who hears it says so.
        guard isHeard, entry.isSilent || !context.isSeen(reading.device) else { return [] }
        entry = State.Entry()
        return [finding(.ended, reading.device, context, [reading])]
    }

    private func review(_ device: Device, _ entry: inout State.Entry, _ context: RuleContext) -> [Finding] {
        if entry.graceFrom == nil, context.devices[device.id]?.heard == nil { entry.graceFrom = context.moment.boot }
        guard !entry.isSilent, context.isReachable(device), let due = due(device, entry, context),
            due <= context.moment.boot
        else { return [] }
        entry.isSilent = true
        return [finding(.began, device.id, context, [])]
    }

    private func due(_ device: Device, _ entry: State.Entry, _ context: RuleContext) -> BootTime? {
        let interval: Duration
        switch device.supervision {
        case _ where after != nil: interval = after ?? .zero
        case .report(let silentAfter): interval = silentAfter
        case .testPress(let every): interval = every
        case .bridge, .none: return nil
        }
        let grace = entry.graceFrom.map { context.devices.counting(from: $0) } ?? .zero
        return max(context.devices.silentSince(device.id), grace) + interval
    }

    private func finding(
        _ change: Finding.Change, _ device: DeviceID, _ context: RuleContext, _ evidence: [Reading]
    ) -> Finding {
        guard let enrolled = devices.first(where: { $0.id == device }), after == nil,
            case .testPress(let every) = enrolled.supervision
        else {
            return Finding(
                change, .deviceSilence, device: device, happened: context.moment.wall, evidence: evidence)
        }
        let detail = "Nothing was heard from it for \(every.inWords). Press it once, to see that it is heard."
        return Finding(
            change, .testPressDue, device: device, happened: context.moment.wall, evidence: evidence,
            detail: change == .began ? detail : nil)
    }
}
