internal import GatewayCore

extension SimulatedHome {
    static let pendant = DeviceID("pendant")
    static let cord = DeviceID("cord")
    /// By the serial port, of which nothing is kept or sent again.
    static let wiredCord = DeviceID("wired-cord")
    static let cords = [cord, wiredCord]
    static let door = DeviceID("door")
    static let medicineBox = DeviceID("medicine-box")
    static let thermometer = DeviceID("thermometer")
    static let mainsWatch = DeviceID("mains-watch")
    static let motions = [DeviceID("hall-motion"), DeviceID("bath-motion")]
    static let detectors: [(DeviceID, Capability)] = [
        (DeviceID("kitchen-smoke"), .smoke), (DeviceID("kitchen-smoke"), .carbonMonoxide),
        (DeviceID("kitchen-smoke"), .heat), (DeviceID("washer-leak"), .flood), (DeviceID("stove-gas"), .gas),
        (DeviceID("back-window"), .glassBreak),
    ]
    static let silentAfter = Duration.hours(3)

    /// Whether its messages come by the serial port.
    func isWired(_ device: DeviceID) -> Bool { device == Self.wiredCord }

    static let devices: [Device] = [
        device(pendant, [.helpCall, .cancel, .testPress, .fall]),
        device(cord, [.helpCall]),
        Device(id: wiredCord, name: wiredCord.name, intake: serial, capabilities: [.helpCall]),
        device(door, [.open, .tamper, .linkQuality]),
        device(mainsWatch, [.mainsLost]),
        device(medicineBox, [.open]),
        device(motions[0], [.motion]),
        device(motions[1], [.motion]),
        device(DeviceID("kitchen-smoke"), [.smoke, .carbonMonoxide, .heat]),
        device(DeviceID("washer-leak"), [.flood]),
        device(DeviceID("stove-gas"), [.gas]),
        device(DeviceID("back-window"), [.glassBreak]),
        device(thermometer, [.temperature, .humidity, .battery], .report(silentAfter: silentAfter)),
    ]

    private static func device(
        _ id: DeviceID, _ capabilities: [Capability], _ supervision: Supervision = .none
    ) -> Device {
        Device(
            id: id, name: id.name, intake: broker, bridge: bridge, capabilities: capabilities,
            supervision: supervision)
    }
}
