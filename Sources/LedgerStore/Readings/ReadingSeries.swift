import GatewayCore

/// What many readings of a block have in common, written once: all but time and number.
struct ReadingSeries: Hashable {
    var device: DeviceID
    var capability: Capability
    var freshness: Freshness
    var isRedelivered: Bool
    /// The device said itself when it happened.
    var saysWhen: Bool
    /// The device said its own count of it.
    var saysCount: Bool
    /// The value of a state; false for events and numbers.
    var state: Bool

    init(_ reading: Reading) {
        device = reading.device
        capability = reading.capability
        freshness = reading.freshness
        isRedelivered = reading.isRedelivered
        saysWhen = reading.occurred != nil
        saysCount = reading.count != nil
        state = reading.value == .state(true)
    }

    /// Everything but device and capability in one byte.
    var flags: UInt8 {
        let freshness: UInt8 =
            switch freshness {
            case .live: 0
            case .retained: 1
            case .restated: 2
            case .cleared: 3
            }
        return freshness | (isRedelivered ? 4 : 0) | (saysWhen ? 8 : 0) | (state ? 16 : 0)
            | (saysCount ? 32 : 0)
    }

    /// Nil for flags that no reading has.
    init?(device: DeviceID, capability: Capability, flags: UInt8) {
        guard flags < 64 else { return nil }
        switch flags & 3 {
        case 0: freshness = .live
        case 1: freshness = .retained
        case 2: freshness = .restated
        case 3: freshness = .cleared
        default: return nil
        }
        self.device = device
        self.capability = capability
        isRedelivered = flags & 4 != 0
        saysWhen = flags & 8 != 0
        state = flags & 16 != 0
        saysCount = flags & 32 != 0
    }
}
