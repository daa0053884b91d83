package import GatewayCore

/// The home that a scenario plays in: the built-in one, or any home with its settings.
///
/// In a given home doors are shut and nothing burns at first, and devices that are supervised show by
/// themselves that they live, as real ones do; the built-in home has its everyday life for that.
package struct ScenarioHome: Sendable {
    /// How a device shows that it lives.
    struct SignOfLife: Sendable {
        var device: DeviceID
        var capability: Capability
        var every: Duration
    }

    /// By what a device's messages come.
    struct Way: Sendable {
        var intake: IntakeID
        var bridge: BridgeID?
    }

    /// Settings by their number; nil for the built-in home, whose settings depend on the seed.
    private let plans: [Plan]?
    let brokers: [IntakeID]
    let ports: [IntakeID]
    let bridges: [Bridge]
    let channels: [ChannelID]
    let zone: ZoneTable
    let signsOfLife: [SignOfLife]
    /// The ways of the devices; of the built-in home only those that differ from most.
    private let ways: [DeviceID: Way]

    package static let simulated = ScenarioHome()

    private init() {
        plans = nil
        brokers = [SimulatedHome.broker]
        ports = [SimulatedHome.serial]
        bridges = [Bridge(id: SimulatedHome.bridge, intake: SimulatedHome.broker)]
        channels = SimulatedHome.channels
        zone = SimulatedHome.zone
        signsOfLife = []
        ways = [SimulatedHome.wiredCord: Way(intake: SimulatedHome.serial)]
    }

    /// - Parameters:
    ///   - plan: what the settings say.
    ///   - intakes: which tell brokers from serial ports.
    package init(_ plan: Plan, intakes: [Intake]) {
        let ports = intakes.filter { if case .serial = $0.connection { true } else { false } }.map(\.id)
        plans = [plan]
        self.ports = ports
        brokers = intakes.map(\.id).filter { !ports.contains($0) }
        bridges = plan.home.bridges
        channels = plan.channels.map(\.id)
        zone = plan.home.zone
        signsOfLife = plan.home.devices.compactMap { Self.signOfLife(of: $0) }
        ways = Dictionary(plan.home.devices.map { ($0.id, Way(intake: $0.intake, bridge: $0.bridge)) }) { first, _ in
            first
        }
    }

    var isBuiltIn: Bool { plans == nil }

    /// How many settings there are to change between.
    var settings: Int { plans?.count ?? SimulatedHome.variants }

    func plan(_ number: Int, seed: UInt64) -> Plan {
        plans.map { $0[min(number, $0.count - 1)] } ?? SimulatedHome(seed: seed).plan(number)
    }

    func way(of device: DeviceID) -> Way {
        ways[device] ?? Way(intake: SimulatedHome.broker, bridge: SimulatedHome.bridge)
    }

    /// Its messages come by a serial port: nothing is kept or sent again.
    func isWired(_ device: DeviceID) -> Bool { ports.contains(way(of: device).intake) }

    /// The kind of the built-in home's rule that raised an alert.
    func ruleKind(of alert: Alert) -> String? { isBuiltIn ? SimulatedHome(seed: 0).ruleKind(of: alert) : nil }

    /// What must be true of any home, and what only of the built-in one.
    package func oracle(seed: UInt64) -> Oracle {
        guard let plans else { return Oracle(hasPets: HomeCharacter(seed: seed).hasPet) }
        return Oracle(hasPets: plans[0].home.hasPets, judging: GivenHome(plans))
    }

    /// What the brokers of a given home have kept when it begins: doors are shut, and nothing burns.
    var keptAtFirst: [(device: DeviceID, capability: Capability, value: ReadingValue)] {
        isBuiltIn ? [] : restingReadings.filter { !isWired($0.device) }
    }

    /// What devices say when all is well again.
    var restingReadings: [(device: DeviceID, capability: Capability, value: ReadingValue)] {
        guard let plans else { return SimulatedHome.restingReadings }
        return plans[0].home.devices.flatMap { device in
            device.capabilities.filter { $0.isHazard || [.open, .tamper, .mainsLost].contains($0) }
                .map { (device.id, $0, ReadingValue.state(false)) }
        }
    }

    /// Three times within its interval, with what tells least: the strength of its signal, its battery, or how it is.
    private static func signOfLife(of device: Device) -> SignOfLife? {
        guard case .report(let silentAfter) = device.supervision else { return nil }
        let capability =
            [Capability.linkQuality, .signalLevel, .battery].first { device.capabilities.contains($0) }
            ?? device.capabilities.first { $0.kind == .number } ?? device.capabilities.first { $0.kind == .state }
        guard let capability else { return nil }
        return SignOfLife(
            device: device.id, capability: capability, every: .nanoseconds(silentAfter.nanoseconds / 3))
    }
}

extension SimulatedHome {
    fileprivate static var restingReadings: [(device: DeviceID, capability: Capability, value: ReadingValue)] {
        detectors.map { ($0.0, $0.1, ReadingValue.state(false)) } + [
            (door, .open, .state(false)), (door, .tamper, .state(false)), (mainsWatch, .mainsLost, .state(false)),
            (thermometer, .battery, .number(Quantity(thousandths: 90_000))),
            (thermometer, .temperature, .number(Quantity(thousandths: 20_000))),
            (thermometer, .humidity, .number(Quantity(thousandths: 50_000))),
        ]
    }
}
