internal import GatewayCore

/// Reads what a rule waits for: `{device: kettle, capability: switched_on, is: true}`, or the device's name
/// alone where it tells only one thing that can be meant.
struct SignalReader {
    let builder: SettingsBuilder
    let reading: Reading
    /// Whose rule it is; nil for the home's own.
    var pack: RulePack?
    /// What a pack's rule needs of devices that this home has none of.
    private(set) var unserved: [Capability] = []

    init(builder: SettingsBuilder, reading: Reading, pack: RulePack? = nil) {
        self.builder = builder
        self.reading = reading
        self.pack = pack
    }

    static func canonical(_ signal: Signal) -> String {
        "\(signal.device).\(signal.capability.rawValue)=\(signal.isOn)"
    }

    mutating func read(_ pair: Value.Pair, _ name: String, _ count: ClosedRange<Int>) -> [Signal] {
        let values: [Value]
        if case .list(let items) = pair.value.content { values = items } else { values = [pair.value] }
        if !count.contains(values.count) {
            let words =
                count.lowerBound == count.upperBound
                ? "exactly \(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
            reading.log.error(
                .wrongCount, pair.value.place, "`\(name)` wants \(words) of them, and has \(values.count)")
        }
        let found = values.prefix(count.upperBound).flatMap { signals($0, name) }
        if found.count > count.upperBound {
            reading.log.error(
                .wrongCount, pair.value.place,
                "`\(name)` stands for \(found.count) signals; at most \(count.upperBound) are allowed",
                hint: "name the devices")
        }
        return found
    }

    /// One, or with `device: all` one of each device that tells it.
    private mutating func signals(_ value: Value, _ name: String) -> [Signal] {
        let isOfAll = value.pairs?.contains { $0.key == "device" && $0.value.plainText == "all" } ?? false
        guard isOfAll, builder.devices[DeviceID("all")] == nil,
            let table = Table(value, RuleShape.signal, what: "`\(name)`", in: reading)
        else { return signal(value, name).map { [$0] } ?? [] }
        let side = table.side
        table.pairs.demand(
            "capability", hint: "possible: " + Capability.allCases.map(\.rawValue).joined(separator: ", "))
        let capability = table.capability
        table.finish()
        guard let capability else { return [] }
        let fitting = builder.home.devices.filter { $0.visitor == nil && signals($0).contains(capability) }
        if fitting.isEmpty, pack != nil {
            unserved.append(capability)
        } else if fitting.isEmpty {
            reading.log.error(
                .nothingServes, table.place(of: "capability"),
                "no device of this home tells \(capability.rawValue) as a signal",
                hint: "leave the rule out until there is one")
        }
        return fitting.map { signal($0, capability, side, table) }
    }

    private func signal(_ value: Value, _ name: String) -> Signal? {
        guard case .map = value.content else {
            guard let text = reading.text(value, name: name, limit: SettingsLimits.nameLength),
                let device = device(text, at: value.place)
            else { return nil }
            return only(of: device, at: value.place).map { Signal(device.id, $0) }
        }
        guard let table = Table(value, RuleShape.signal, what: "`\(name)`", in: reading) else { return nil }
        let side = table.side
        let capability = table.capability
        let text = table.device
        table.finish()
        guard let text, let device = device(text, at: table.place(of: "device")) else { return nil }
        guard table.has("capability") else {
            return only(of: device, at: table.place).map { signal(device, $0, side, table) }
        }
        guard let capability else { return nil }
        guard device.capabilities.contains(capability), capability.kind != .number else {
            reading.log.error(
                .capabilityNotTold, table.place(of: "capability"),
                "device `\(device.id)` does not tell \(capability.rawValue) as a signal",
                hint: hint(device))
            return nil
        }
        return signal(device, capability, side, table)
    }

    private func signal(
        _ device: Device, _ capability: Capability, _ side: Bool?, _ table: Table<SignalShape>
    ) -> Signal {
        if side != nil, capability.kind == .event {
            reading.log.error(
                .eventHasNoSide, table.place(of: "is"), "\(capability.rawValue) happens and is neither true nor false",
                hint: "leave `is` out")
        }
        return Signal(device.id, capability, isOn: side ?? true)
    }

    private func device(_ text: String, at place: Place) -> Device? {
        reading.reference(text, at: place, to: "device")
            .flatMap { builder.devices[DeviceID($0)] }
    }

    /// What of a device can be meant.
    private func signals(_ device: Device) -> [Capability] {
        device.capabilities.filter { capability in
            capability.kind != .number && ![.available, .batteryLow, .heartbeat, .tamper].contains(capability)
        }
    }

    private func only(of device: Device, at place: Place) -> Capability? {
        let signals = signals(device)
        if signals.count == 1 { return signals[0] }
        reading.log.error(
            .signalUnclear, place, "device `\(device.id)` tells \(signals.isEmpty ? "no signal" : "several things")",
            hint: hint(device))
        return nil
    }

    private func hint(_ device: Device) -> String {
        let words = signals(device).map(\.rawValue)
        guard let first = words.first else { return "name another device" }
        return "`{device: \(device.id), capability: \(first)}`; it tells " + words.joined(separator: ", ")
    }
}
