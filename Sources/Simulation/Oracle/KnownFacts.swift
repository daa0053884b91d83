internal import GatewayCore

/// What the gateway has been told of the home, as the oracle keeps it for itself.
struct KnownFacts {
    struct Fact {
        /// What the newest reading says about the condition that a rule watches.
        var isTrue: Bool
        var since: BootTime
        /// An alert was opened for this time of being true.
        var isAlerted = false
    }

    private var facts: [WatchedCapability: Fact] = [:]
    private var heard: [DeviceID: BootTime] = [:]
    private(set) var lastActivity: BootTime?

    mutating func take(_ reading: Reading) {
        let boot = reading.moment.boot
        if reading.freshness == .live { heard[reading.device] = boot }
        let key = WatchedCapability(reading.device, reading.capability)
        let before = facts[key]
        let isTrue: Bool
        switch reading.value {
        case .happened: return
        case .state(let isOn): isTrue = isOn
        case .number(let quantity):
            // The limits of the simulated home: cold below 14, warm again at 15.
            isTrue = quantity.thousandths < ((before?.isTrue ?? false) ? 15_000 : 14_000)
        }
        if before?.isTrue != isTrue { facts[key] = Fact(isTrue: isTrue, since: boot) }
        guard reading.freshness == .live else { return }
        if reading.capability == .motion, isTrue { lastActivity = boot }
    }

    func fact(_ device: DeviceID, _ capability: Capability) -> Fact? { facts[WatchedCapability(device, capability)] }

    mutating func markAlerted(_ device: DeviceID, _ capability: Capability) {
        facts[WatchedCapability(device, capability)]?.isAlerted = true
    }

    func heard(_ device: DeviceID) -> BootTime? { heard[device] }
}
