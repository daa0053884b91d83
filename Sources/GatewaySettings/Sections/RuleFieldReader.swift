internal import GatewayCore

/// Reads the fields of one rule by their shapes.
struct RuleFieldReader {
    let builder: SettingsBuilder
    let table: Table<RuleShape>
    private(set) var values: [String: RuleValues.Value] = [:]
    /// Each value in one unmistakable form, for the fingerprint.
    private(set) var canonical: [String: String] = [:]
    /// Whose rule it is; nil for the home's own.
    let pack: RulePack?
    /// What a pack's rule needs of devices that this home has none of.
    private(set) var unserved: [Capability] = []

    init(builder: SettingsBuilder, table: Table<RuleShape>, pack: RulePack? = nil) {
        self.builder = builder
        self.table = table
        self.pack = pack
    }

    private var reading: Reading { table.reading }

    mutating func read(_ field: RuleField) {
        if case .devices(let capabilities) = field.shape { return devices(field, anyOf: capabilities) }
        guard let pair = table.read(RuleShape.setting(of: field)) else { return }
        switch field.shape {
        case .duration(let range):
            guard let duration = reading.duration(pair.value, name: field.name, range) else { return }
            set(field.name, .duration(duration), "\(duration.milliseconds)ms")
        case .capability(let choices):
            guard let capability: Capability = reading.choice(pair.value, name: field.name) else { return }
            guard choices.contains(capability) else {
                reading.log.error(
                    .capabilityNotForRule, pair.value.place, "`\(field.name)` cannot be \(capability.rawValue) here",
                    hint: Suggestion.hint(
                        for: capability.rawValue, among: choices.map(\.rawValue), otherwise: told(choices)))
                return
            }
            set(field.name, .capability(capability), capability.rawValue)
        case .quantity:
            guard let quantity = reading.quantity(pair.value, name: field.name) else { return }
            set(field.name, .quantity(quantity), quantity.description)
        case .difference:
            guard let quantity = reading.quantity(pair.value, name: field.name) else { return }
            if quantity <= Quantity(thousandths: 0) {
                reading.log.error(
                    .differenceNotAboveZero, pair.value.place, "`\(field.name)` is not above zero: it says by how much")
            }
            set(field.name, .quantity(quantity), quantity.description)
        case .window:
            guard let window = reading.window(pair.value, name: field.name) else { return }
            set(field.name, .window(window), window.clock)
        case .flag:
            guard let flag = reading.flag(pair.value, name: field.name) else { return }
            set(field.name, .flag(flag), "\(flag)")
        default: readMore(field, pair)
        }
    }

    private mutating func readMore(_ field: RuleField, _ pair: Value.Pair) {
        switch field.shape {
        case .count(let range):
            guard let count = reading.integer(pair.value, name: field.name, range) else { return }
            set(field.name, .count(count), "\(count)")
        case .time:
            guard let time = reading.time(pair.value, name: field.name) else { return }
            set(field.name, .time(time), time.clock)
        case .choice(let words):
            guard let text = reading.text(pair.value, name: field.name, limit: SettingsLimits.nameLength)
            else { return }
            guard words.contains(text) else {
                reading.log.error(
                    .unknownWord, pair.value.place, "`\(field.name)` cannot be `\(text)`",
                    hint: Suggestion.hint(
                        for: text, among: words, otherwise: "possible: " + words.joined(separator: ", ")))
                return
            }
            set(field.name, .choice(text), text)
        case .signals(let range):
            var reader = SignalReader(builder: builder, reading: reading, pack: pack)
            let signals = reader.read(pair, field.name, range)
            unserved += reader.unserved
            guard reader.unserved.isEmpty else { return }
            set(field.name, .signals(signals), signals.map(SignalReader.canonical).joined(separator: ","))
        case .visitors:
            guard let named = reading.references(pair, to: "visitor", of: table.what) else { return }
            set(
                field.name, .visitors(named.map { VisitorID($0.id) }), named.map(\.id).sorted().joined(separator: ","))
        default: break
        }
    }

    private mutating func set(_ name: String, _ value: RuleValues.Value, _ text: String) {
        values[name] = value
        canonical[name] = text
    }

    private mutating func devices(_ field: RuleField, anyOf capabilities: [Capability]) {
        // Only the field that is called so can be filled by rooms: with several, nobody could say which.
        let takesRooms = field.name == "devices"
        let hasRooms = takesRooms && table.has("rooms")
        if field.isRequired, !hasRooms { table.pairs.demand(field.name, hint: field.summary) }
        let pair = table.pairs[field.name]
        guard pair != nil || hasRooms else { return }
        var found: [Device] = []
        if let pair, DeviceGroup.isWritten(in: pair.value) {
            guard let group = group(pair, anyOf: capabilities, isInRooms: hasRooms) else { return }
            return set(field, group, capabilities)
        }
        if let pair {
            guard let named = named(pair, anyOf: capabilities) else { return }
            found = named
        }
        if hasRooms {
            guard let inRooms = inRooms(anyOf: capabilities) else { return }
            found += inRooms.filter { device in !found.contains { $0.id == device.id } }
        }
        set(field, found, capabilities)
    }

    private mutating func set(_ field: RuleField, _ devices: [Device], _ capabilities: [Capability]) {
        let texts = devices.map { device in
            let told = device.capabilities.filter(capabilities.contains)
            return "\(device.id)(\(told.map(\.rawValue).sorted().joined(separator: " ")))"
        }
        set(field.name, .devices(devices.map(\.id)), texts.sorted().joined(separator: ","))
    }

    /// The devices that a word such as `all` stands for; `rooms` narrows them.
    private mutating func group(
        _ pair: Value.Pair, anyOf capabilities: [Capability], isInRooms: Bool
    ) -> [Device]? {
        let wanted = wanted(of: capabilities)
        guard let group = DeviceGroup(pair.value, anyOf: wanted, in: reading) else { return nil }
        let home = builder.home
        var found = home.devices.filter { group.contains($0, of: home) }
        if isInRooms {
            guard let inRooms = inRooms(anyOf: capabilities) else { return nil }
            found = found.filter { device in inRooms.contains { $0.id == device.id } }
        }
        if found.isEmpty, pack != nil {
            unserved += group.needs
            return nil
        }
        if found.isEmpty {
            reading.log.error(
                .nothingServes, pair.value.place,
                "no device of this home tells what this rule needs: \(Self.list(group.needs))",
                hint: "leave the rule out until there is one")
        }
        return found
    }

    /// Where the rule says what is measured, other instruments are not meant.
    private func wanted(of capabilities: [Capability]) -> [Capability] {
        guard let pair = table.pairs["capability"], let text = pair.value.plainText,
            let chosen = Capability(rawValue: text), capabilities.contains(chosen)
        else { return capabilities }
        return [chosen]
    }

    private func named(_ pair: Value.Pair, anyOf capabilities: [Capability]) -> [Device]? {
        guard let named = reading.references(pair, to: "device", of: table.what) else { return nil }
        var found: [Device] = []
        for (id, place) in named {
            // A device that could not be read has been reported.
            guard let device = builder.devices[DeviceID(id)] else { continue }
            if !device.capabilities.contains(where: capabilities.contains) {
                reading.log.error(
                    .deviceCannotServe, place,
                    "device `\(id)` tells none of what this rule needs: \(Self.list(capabilities))",
                    hint: "it tells \(Self.list(device.capabilities))" + others(capabilities, than: found.map(\.id)))
            }
            found.append(device)
        }
        return found
    }

    /// All devices of the named rooms that can serve the rule; each room must have one.
    private func inRooms(anyOf capabilities: [Capability]) -> [Device]? {
        guard let rooms = table.shape.rooms.first.flatMap({ table.read($0) }) else { return nil }
        let wanted = wanted(of: capabilities)
        var found: [Device] = []
        for (id, place) in rooms {
            let inRoom = builder.home.devices.filter { $0.room?.name == id }
            let fitting = inRoom.filter { device in
                device.visitor == nil && device.capabilities.contains(where: wanted.contains)
            }
            if fitting.isEmpty {
                let names = inRoom.map { "`\($0.id)`" }.joined(separator: ", ")
                reading.log.error(
                    .deviceCannotServe, place,
                    "no device in room `\(id)` tells what this rule needs: \(Self.list(wanted))",
                    hint: names.isEmpty ? "no device has this `room`" : "in that room: " + names)
            }
            found += fitting
        }
        return found
    }

    /// Which of these the rule's devices tell.
    private func told(_ choices: [Capability]) -> String? {
        var told: [Capability] = []
        for case .devices(let ids) in values.values {
            for device in ids.compactMap({ builder.devices[$0] }) {
                told += device.capabilities.filter { choices.contains($0) && !told.contains($0) }
            }
        }
        return told.isEmpty ? nil : "what its devices tell: " + Self.list(told)
    }

    /// Devices that would do.
    private func others(_ capabilities: [Capability], than ids: [DeviceID]) -> String {
        let fitting = builder.home.devices
            .filter { device in !ids.contains(device.id) && device.capabilities.contains(where: capabilities.contains) }
            .prefix(3).map { "`\($0.id)`" }
        return fitting.isEmpty ? "" : "; possible: " + fitting.joined(separator: ", ")
    }

    private static func list(_ capabilities: [Capability]) -> String {
        let words = capabilities.prefix(8).map(\.rawValue).joined(separator: ", ")
        return capabilities.count > 8 ? words + " …" : words
    }

    /// What no field can tell by itself.
    func checkTogether(_ kind: RuleKind) {
        checkCapability(kind)
        checkLimits(kind)
        checkConflicts(kind)
    }

    /// What the kind itself says of values that do not go together, once each of them is right.
    private func checkConflicts(_ kind: RuleKind) {
        let isWhole = kind.fields.allSatisfy { field in
            values[field.name] != nil || !(field.isRequired || table.has(field.name))
        }
        guard isWhole else { return }
        for conflict in kind.conflicts(RuleValues(values, home: builder.home.devices)) {
            let place = conflict.field.map { table.place(of: $0) } ?? table.place
            reading.log.error(.settingsInConflict, place, "\(table.what) \(conflict.text)", hint: conflict.hint)
        }
    }

    /// The chosen capability must be one that each device has, or the rule watches nothing.
    private func checkCapability(_ kind: RuleKind) {
        let limits = kind.fields.filter { $0.shape == .quantity }.map(\.name)
        for case (let name, .capability(let capability)) in values {
            for case (let devices, .devices(let ids)) in values {
                for id in ids {
                    guard let device = builder.devices[id], !device.capabilities.contains(capability) else { continue }
                    reading.log.error(
                        .capabilityNotTold, table.place(of: name),
                        "device `\(id)` does not tell \(capability.rawValue)",
                        hint:
                            "it tells \(Self.list(device.capabilities)); "
                            + "choose another `\(name)` or leave it out of `\(devices)`"
                    )
                }
            }
            guard let range = capability.range else { continue }
            for case (let limit, .quantity(let quantity)) in values
            where limits.contains(limit) && !range.contains(quantity) {
                reading.log.error(
                    .limitOutOfRange, table.place(of: limit),
                    "\(capability.rawValue) is never \(quantity); "
                        + "it lies between \(range.lowerBound) and \(range.upperBound)"
                )
            }
        }
    }

    /// Kinds with the fields `above` and `below` want one of them, or where a range is allowed both, and
    /// `clears_at` on its good side.
    private func checkLimits(_ kind: RuleKind) {
        let names = kind.fields.map(\.name)
        guard names.contains("above"), names.contains("below") else { return }
        switch (table.has("above"), table.has("below")) {
        case (false, false):
            reading.log.error(.noLimit, table.place, "\(table.what) has no limit", hint: "add `above` or `below`")
        case (true, true) where kind.allowsLimitRange: break
        case (true, true):
            reading.log.error(
                .twoLimits, table.place(of: "below"), "\(table.what) has both `above` and `below`",
                hint: "make two rules of it")
        default: break
        }
        guard case .quantity(let clears) = values["clears_at"] else { return }
        if case .quantity(let above) = values["above"], clears > above {
            reading.log.error(
                .clearsOnWrongSide, table.place(of: "clears_at"),
                "`clears_at` is not below `above`: it would clear while it is too high")
        }
        if case .quantity(let below) = values["below"], clears < below {
            reading.log.error(
                .clearsOnWrongSide, table.place(of: "clears_at"),
                "`clears_at` is not above `below`: it would clear while it is too low")
        }
    }
}
