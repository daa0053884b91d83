extension SharingGate {
    /// How the home stands, with as many names as the plan of sharing allows.
    ///
    /// No kind of alert, no sentence and no reading passes here, whatever is shared: a smart home keeps what it
    /// is told for ever, and everybody who may look at it sees it.
    package static func standing(of engine: Engine, shares: SharedData) -> HomeStanding {
        let home = engine.plan.home
        let open = engine.alerts.filter { $0.isOpen && !$0.isShadow && !$0.isTest }
        let faults = open.contains { $0.priority == .fault && $0.device == nil }
        let devices = home.devices.enumerated().map { place, device in
            DeviceStanding(
                id: device.id, number: place + 1, name: shares.contains(.name) ? device.name : nil,
                room: shares.contains(.room) ? home.room(device.room)?.name : nil,
                isHeard: device.supervision == .none ? nil : !engine.isUnseen(device.id),
                isBatteryLow: isBatteryLow(device, engine, open))
        }
        let residents = !shares.contains(.name) ? [] : home.residents.map { resident in
            ResidentStanding(
                id: resident.id, name: resident.name,
                hasAlert: open.contains { $0.priority > .fault && $0.resident == resident.id })
        }
        return HomeStanding(
            openAlerts: open.count, gravest: open.map(\.priority).max(),
            stage: open.last { $0.priority > .fault && $0.feedback != nil }?.feedback, mode: engine.mode,
            hasFault: faults || engine.gateway.downPaths.contains(where: \.isReported),
            silentDevices: devices.count { $0.isHeard == false },
            lowBatteries: devices.count { $0.isBatteryLow == true }, nextToTake: nextToTake(open),
            devices: Array(devices.prefix(Limits.listedDevices)), residents: residents)
    }

    /// The oldest of the gravest, as somebody would take them.
    private static func nextToTake(_ open: [Alert]) -> AlertID? {
        let raised = open.filter { $0.state == .raised }
        let gravest = raised.map(\.priority).max()
        return raised.first { $0.priority == gravest }?.id
    }

    private static func isBatteryLow(_ device: Device, _ engine: Engine, _ open: [Alert]) -> Bool? {
        guard device.capabilities.contains(.battery) || device.capabilities.contains(.batteryLow) else { return nil }
        if engine.devices[device.id]?[.batteryLow]?.value == .state(true) { return true }
        return open.contains { $0.kind == .batteryLow && $0.device == device.id }
    }
}
