/// The checked values of a rule's fields.
package struct RuleValues: Hashable, Sendable {
    package enum Value: Hashable, Sendable {
        case devices([DeviceID])
        case duration(Duration)
        case capability(Capability)
        case quantity(Quantity)
        case window(DayWindow)
        case flag(Bool)
        case count(Int)
        case time(TimeOfDay)
        case choice(String)
        case signals([Signal])
        case visitors([VisitorID])
    }

    private var byName: [String: Value]
    /// The home's devices, for rules that need to know what the named ones can tell.
    private var devicesByID: [DeviceID: Device]

    package init(_ values: [String: Value], home: [Device]) {
        byName = values
        devicesByID = Dictionary(home.map { ($0.id, $0) }) { first, _ in first }
    }

    /// A device of the home, such as one that a signal names.
    package func device(_ id: DeviceID) -> Device? { devicesByID[id] }

    package func devices(_ name: String) -> [Device] {
        guard case .devices(let ids) = byName[name] else { return [] }
        return ids.compactMap { devicesByID[$0] }
    }

    /// The contacts of the doors by which people leave the home, whatever the rule names.
    package var entrances: [Device] {
        devicesByID.values.filter { $0.isEntrance && $0.capabilities.contains(.open) }
            .sorted { $0.id.name < $1.id.name }
    }

    package func duration(_ name: String) -> Duration? {
        guard case .duration(let value) = byName[name] else { return nil }
        return value
    }

    package func capability(_ name: String) -> Capability? {
        guard case .capability(let value) = byName[name] else { return nil }
        return value
    }

    package func quantity(_ name: String) -> Quantity? {
        guard case .quantity(let value) = byName[name] else { return nil }
        return value
    }

    package func window(_ name: String) -> DayWindow? {
        guard case .window(let value) = byName[name] else { return nil }
        return value
    }

    package func count(_ name: String) -> Int? {
        guard case .count(let value) = byName[name] else { return nil }
        return value
    }

    package func time(_ name: String) -> TimeOfDay? {
        guard case .time(let value) = byName[name] else { return nil }
        return value
    }

    package func choice(_ name: String) -> String? {
        guard case .choice(let value) = byName[name] else { return nil }
        return value
    }

    package func signals(_ name: String) -> [Signal] {
        guard case .signals(let value) = byName[name] else { return [] }
        return value
    }

    package func visitors(_ name: String) -> [VisitorID] {
        guard case .visitors(let value) = byName[name] else { return [] }
        return value
    }

    package func flag(_ name: String) -> Bool? {
        guard case .flag(let value) = byName[name] else { return nil }
        return value
    }
}
