internal import GatewayCore

/// What a device is in the home beyond its room: an entrance, a sensor above the animals, a visitor's tag.
struct DevicePlace {
    private let table: Table<DeviceShape>
    private let isEntrance: Bool
    private let overlooksPets: Bool
    private let visitor: VisitorID?

    init(_ table: Table<DeviceShape>) {
        self.table = table
        isEntrance = table.entrance
        overlooksPets = table.overlooksPets
        visitor = table.visitor.map { VisitorID($0) }
    }

    /// Gives it to the device, if that can be what it shall be.
    func settle(_ device: inout Device) {
        if isEntrance { check("entrance", device, anyOf: [.open], "be an entrance") }
        if overlooksPets { check("overlooks_pets", device, anyOf: [.motion], "overlook pets") }
        if visitor != nil { check("visitor", device, anyOf: [.buttonPress, .helpCall], "be a visitor's tag") }
        device.isEntrance = isEntrance
        device.overlooksPets = overlooksPets
        device.visitor = visitor
    }

    private func check(_ key: String, _ device: Device, anyOf needed: [Capability], _ what: String) {
        guard !device.capabilities.contains(where: needed.contains) else { return }
        let words = needed.map(\.rawValue).joined(separator: " nor ")
        table.reading.log.error(
            .deviceCannotBe, table.place(of: key),
            "device `\(device.id)` cannot \(what): it tells \(needed.count > 1 ? "neither" : "no") \(words)",
            hint: "it tells " + device.capabilities.map(\.rawValue).joined(separator: ", "))
    }
}
