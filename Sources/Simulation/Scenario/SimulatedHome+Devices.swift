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
    static let bathMotion = DeviceID("bath-motion")
    static let hallMotion = DeviceID("hall-motion")
    static let loungeMotion = DeviceID("lounge-motion")
    /// In the order of `LifeRoom`.
    static let motions = [
        DeviceID("bedroom-motion"), bathMotion, DeviceID("kitchen-motion"), loungeMotion, hallMotion,
    ]
    static let bathDoor = DeviceID("bath-door")
    static let bed = DeviceID("bed")
    static let chair = DeviceID("chair")
    static let kettle = DeviceID("kettle")
    static let stove = DeviceID("stove-plug")
    static let dispenser = DeviceID("dispenser")
    static let monitor = DeviceID("monitor")
    /// The carer's.
    static let tag = DeviceID("tag")
    static let carer = VisitorID("carer")
    static let family = VisitorID("family")
    static let detectors: [(DeviceID, Capability)] = [
        (DeviceID("kitchen-smoke"), .smoke), (DeviceID("kitchen-smoke"), .carbonMonoxide),
        (DeviceID("kitchen-smoke"), .heat), (DeviceID("washer-leak"), .flood), (DeviceID("stove-gas"), .gas),
        (DeviceID("back-window"), .glassBreak),
    ]
    static let silentAfter = Duration.hours(3)
    static let testPressEvery = Duration.days(10)

    static let devices: [Device] = homeDevices + lifeDevices

    /// What tells of the people's days.
    private static let lifeDevices: [Device] =
        motions.map { device($0, [.motion]) } + [
            device(bathDoor, [.open]),
            device(bed, [.bedOccupied]),
            device(chair, [.chairOccupied]),
            device(kettle, [.switchedOn]),
            device(stove, [.switchedOn]),
            device(dispenser, [.medicineTaken]),
            device(
                monitor,
                [
                    .heartRate, .systolicPressure, .diastolicPressure, .bodyTemperature, .oxygenSaturation,
                    .respiratoryRate, .bodyWeight, .supplementalOxygen, .consciousnessReduced,
                ]),
            device(tag, [.buttonPress], visitor: carer),
        ]

    private static let homeDevices: [Device] = [
        device(pendant, [.helpCall, .cancel, .testPress, .fall]),
        device(cord, [.helpCall]),
        Device(
            id: wiredCord, name: wiredCord.name, intake: serial, capabilities: [.helpCall],
            supervision: .testPress(every: testPressEvery)),
        device(door, [.open, .tamper, .linkQuality], isEntrance: true),
        device(mainsWatch, [.mainsLost]),
        device(medicineBox, [.open]),
        device(DeviceID("kitchen-smoke"), [.smoke, .carbonMonoxide, .heat]),
        device(DeviceID("washer-leak"), [.flood]),
        device(DeviceID("stove-gas"), [.gas]),
        device(DeviceID("back-window"), [.glassBreak]),
        device(thermometer, [.temperature, .humidity, .battery], .report(silentAfter: silentAfter)),
    ]

    private static func device(
        _ id: DeviceID, _ capabilities: [Capability], _ supervision: Supervision = .none, isEntrance: Bool = false,
        visitor: VisitorID? = nil
    ) -> Device {
        Device(
            id: id, name: id.name, intake: broker, bridge: bridge, capabilities: capabilities,
            supervision: supervision, isEntrance: isEntrance, visitor: visitor)
    }
}
