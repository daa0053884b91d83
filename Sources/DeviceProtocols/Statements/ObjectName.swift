/// Names that installers and firmware give to one value of a device: "hall_motion", "bedroom_temperature". They
/// are read where the whole, or its last words, have one meaning.
enum ObjectName {
    private static let numbers = MemberNames.plain.merging(MemberNames.sensorClasses) { plain, _ in plain }

    /// Words of what "on" means. A name with "heat" in it is mostly a heater's.
    private static let flags = MemberNames.deviceClasses.filter { $0.key != "heat" }.merging([
        "contact": .flag("contact.open"), "people_exist": .flag("presence"), "leak": .flag("leak"),
        "water": .flag("leak"), "flood": .flag("leak"), "pir": .flag("motion"), "open": .flag("contact.open"),
        "low_battery": .flag("battery_low"), "battery_low": .flag("battery_low"),
    ]) { own, _ in own }

    static func number(_ name: String) -> NamedQuantity? {
        guard let found = find(name, numbers), case .number = found.form else { return nil }
        return found
    }

    static func flag(_ name: String) -> NamedQuantity? { find(name, flags) }

    private static func find(_ name: String, _ names: [String: NamedQuantity]) -> NamedQuantity? {
        let words = name.lowercased().split { $0 == "_" || $0 == "-" || $0 == " " }
        // That is on at a boiler, and is no flood; "hot_water_leak" ends with its leak.
        if words.suffix(2) == ["hot", "water"] { return nil }
        for count in [2, 1] where words.count >= count {
            if let found = names[words.suffix(count).joined(separator: "_")] { return found }
        }
        return nil
    }
}
