/// A device's battery is low, or will be empty before long.
///
/// Low is what stays low: a charge that swings about the limit is one alert. What falls steadily is told
/// before it is low. Each device has one alert for both.
package struct BatteryRule: Rule {
    package struct State: RuleState {
        struct Entry: Hashable, Codable, Sendable {
            /// The newest charge, in thousandths of a percent.
            var charge: Int64?
            /// Below the limit, and not yet at the clearing value.
            var isBelow: Bool?
            /// What the device itself says.
            var isLow: Bool?
            var low = HeldCondition()
            var trend = BatteryTrend()
            /// It will be empty in so many days.
            var foretold: Int64?
            var isReported = false
            var evidence: Reading?
        }
        /// One for each device, in the order of the rule's devices.
        var entries: [Entry]
    }

    package static let kind = RuleKind(
        name: "battery",
        summary: "A device's battery is low and stays so, or falls so fast that it will soon be empty.",
        fields: [
            RuleField(
                "devices", .devices(anyOf: capabilities), isRequired: true, "The devices, each by itself."),
            RuleField("below", .count(1...99), usually: "15", "The charge in percent under which it is low."),
            RuleField(
                "clears_at", .count(2...100),
                usually: "10 above `below`", "The charge in percent at which it is well again."),
            RuleField(
                "hold", .duration(.zero ... .days(30)), usually: "1h", "How long it must stay low before it counts."),
            RuleField(
                "warn_days", .count(0...90),
                usually: "14", "Tells that it will be empty within so many days; 0 for never."),
        ],
        defaultPriority: .fault,
        sight: .none,
        blindness: "its battery is not watched",
        conflicts: { values in
            let below = values.count("below") ?? defaultBelow
            guard let clearsAt = values.count("clears_at"), clearsAt < below else { return [] }
            return [RuleConflict("would clear while it is low: `clears_at` is below \(below)", at: "clears_at")]
        }
    )

    private static let capabilities: [Capability] = [.battery, .batteryLow]
    private static let defaultBelow = 15
    private static let defaultMargin = 10
    private static let defaultHold = Duration.hours(1)
    private static let defaultWarning = 14
    private static let percent: Int64 = 1_000

    /// Losing the last seconds of a charge moves its alert by those seconds.
    package static let remembersRoutine = true

    /// How a foretold end begins in words.
    package static let outlook = "empty in about"

    package let common: RuleCommon
    private let devices: [Device]
    private let below: Int64
    private let clearsAt: Int64
    private let hold: Duration
    private let warning: Int64
    private let gap: GapHandling

    package init(common: RuleCommon, values: RuleValues) {
        self.common = common
        devices = values.devices("devices")
        let below = values.count("below") ?? Self.defaultBelow
        self.below = Int64(below) * Self.percent
        clearsAt = Int64(max(below, values.count("clears_at") ?? min(100, below + Self.defaultMargin))) * Self.percent
        hold = values.duration("hold") ?? Self.defaultHold
        warning = Int64(values.count("warn_days") ?? Self.defaultWarning)
        gap = common.gap ?? Self.kind.defaultGap
    }

    /// The rule that every device that tells its charge has without asking.
    init(watching device: Device) {
        self.init(
            common: RuleCommon(impliedFor: device, "battery", title: "Battery"),
            values: RuleValues(["devices": .devices([device.id])], home: [device]))
    }

    static func canWatch(_ device: Device) -> Bool { device.capabilities.contains { capabilities.contains($0) } }

    package var watched: [WatchedCapability] {
        devices.flatMap { device in
            Self.capabilities.filter { device.capabilities.contains($0) }.map { WatchedCapability(device.id, $0) }
        }
    }

    package func begin() -> State {
        State(entries: devices.map { _ in State.Entry() })
    }

    package func observe(_ observation: Observation, _ state: inout State, _ context: RuleContext) -> [Finding] {
        // A ledger's memory of another number of devices says nothing about these.
        if state.entries.count != devices.count { state = begin() }
        let now = context.moment.boot
        switch observation {
        case .reading(let reading, _):
            guard let index = devices.firstIndex(where: { $0.id == reading.device }) else { return [] }
            learn(reading, &state.entries[index], context)
            return review(index, &state.entries[index], context)
        case .lost(let device):
            guard let index = devices.firstIndex(where: { $0.id == device }) else { return [] }
            state.entries[index].low.forget(at: now)
            return []
        case .resumed(let outage):
            for index in state.entries.indices {
                state.entries[index].low.endure(outage.length, until: now, gap: gap)
            }
        case .personActive, .reachable, .visit, .tick: break
        }
        return devices.indices.flatMap { review($0, &state.entries[$0], context) }
    }

    package func deadline(_ state: State, _ context: RuleContext) -> BootTime? {
        state.entries.compactMap { $0.low.deadline(hold: hold) }.min()
    }

    package func conditions(_ state: State, _ context: RuleContext) -> [ConditionStanding] {
        zip(devices, state.entries).map { device, entry in
            let charge = entry.charge.map { ", now \(Quantity(thousandths: $0)) %" } ?? ""
            let low = "battery below \(Quantity(thousandths: below)) %\(charge)"
            guard !entry.low.isReported, let days = entry.foretold else {
                return entry.low.standing(of: device.id, low, hold: hold, context)
            }
            return ConditionStanding(device.id, "\(Self.outlook) \(Self.words(days: days))", .yes, isFound: true)
        }
    }

    private func learn(_ reading: Reading, _ entry: inout State.Entry, _ context: RuleContext) {
        switch reading.value {
        case .state(let isLow): entry.isLow = isLow
        case .number(let value):
            let charge = value.thousandths
            entry.charge = charge
            if charge < below { entry.isBelow = true } else if charge >= clearsAt { entry.isBelow = false }
            if entry.isBelow == nil { entry.isBelow = false }
            if reading.freshness == .live, warning > 0 {
                entry.trend.take(charge, at: reading.moment.boot)
                entry.foretold = entry.trend.daysLeft.flatMap { $0 <= warning(for: entry) ? $0 : nil }
            }
        case .happened: return
        }
        let isLow = entry.isBelow == true || entry.isLow == true
        if entry.low.truth != Truth(isLow) { entry.evidence = reading }
        _ = entry.low.learn(isLow, since: reading.moment.boot - reading.age, gap: gap)
    }

    /// What was foretold stays so until it is far off: a line through new samples swings.
    private func warning(for entry: State.Entry) -> Int64 {
        entry.foretold == nil ? warning : warning * 2
    }

    private func review(_ index: Int, _ entry: inout State.Entry, _ context: RuleContext) -> [Finding] {
        _ = entry.low.begins(at: context.moment.boot, hold: hold)
        let isDue = entry.low.isReported || entry.foretold != nil
        guard isDue != entry.isReported else { return [] }
        entry.isReported = isDue
        return [
            Finding(
                isDue ? .began : .ended, .batteryLow, device: devices[index].id, happened: context.moment.wall,
                evidence: entry.evidence.map { [$0] } ?? [], detail: isDue ? words(entry) : nil)
        ]
    }

    /// "At 14 %, empty in about two weeks."
    private func words(_ entry: State.Entry) -> String {
        var parts: [String] = []
        if let charge = entry.charge { parts.append("at \(charge / Self.percent) %") }
        if entry.low.isReported, entry.isLow == true { parts.append("low by its own word") }
        if let days = entry.foretold { parts.append("\(Self.outlook) \(Self.words(days: days))") }
        let text = parts.joined(separator: ", ")
        return text.prefix(1).uppercased() + text.dropFirst() + "."
    }

    private static func words(days: Int64) -> String {
        switch days {
        case ...1: "a day"
        case 2...10: "\(days) days"
        case 11...17: "two weeks"
        case 18...24: "three weeks"
        default: "\((days + 3) / 7) weeks"
        }
    }
}
