/// The held conditions of a rule that watches several devices each by itself.
package struct DeviceConditions: RuleState {
    package struct Entry: Hashable, Codable, Sendable {
        package var device: DeviceID
        package var capability: Capability
        package var condition: HeldCondition
        /// The reading that last changed it.
        package var evidence: Reading?
    }

    /// In the order in which the devices were first heard.
    package private(set) var entries: [Entry] = []

    package init() {}

    /// Takes a reading's verdict.
    ///
    /// - Returns: true when a reported condition has just ended.
    package mutating func learn(_ isTrue: Bool, from reading: Reading, gap: GapHandling = .count) -> Bool {
        let index = place(of: reading.device, reading.capability)
        // Most readings change nothing; touching the array then would copy it.
        guard entries[index].condition.truth != (isTrue ? .yes : .no) else { return false }
        entries[index].evidence = reading
        return entries[index].condition.learn(isTrue, since: reading.moment.boot - reading.age, gap: gap)
    }

    package subscript(device: DeviceID, capability: Capability) -> HeldCondition {
        entries.first { $0.device == device && $0.capability == capability }?.condition ?? HeldCondition()
    }

    package mutating func forget(_ device: DeviceID, at time: BootTime) {
        for index in entries.indices where entries[index].device == device {
            entries[index].condition.forget(at: time)
        }
    }

    /// The gateway saw nothing for a while that ended now.
    package mutating func endure(_ outage: Duration, until now: BootTime, gap: GapHandling) {
        guard gap != .count else { return }
        for index in entries.indices { entries[index].condition.endure(outage, until: now, gap: gap) }
    }

    /// The entries whose condition has just lasted its hold.
    package mutating func begun(at now: BootTime, hold: Duration) -> [Entry] {
        guard let earliest = deadline(hold: hold), earliest <= now else { return [] }
        var begun: [Entry] = []
        for index in entries.indices where entries[index].condition.begins(at: now, hold: hold) {
            begun.append(entries[index])
        }
        return begun
    }

    package func deadline(hold: Duration) -> BootTime? {
        var earliest: BootTime?
        for entry in entries {
            guard let deadline = entry.condition.deadline(hold: hold) else { continue }
            if earliest.map({ deadline < $0 }) ?? true { earliest = deadline }
        }
        return earliest
    }

    private mutating func place(of device: DeviceID, _ capability: Capability) -> Int {
        if let index = entries.firstIndex(where: { $0.device == device && $0.capability == capability }) {
            return index
        }
        entries.append(Entry(device: device, capability: capability, condition: HeldCondition(), evidence: nil))
        return entries.count - 1
    }
}
