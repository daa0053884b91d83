/// Something the gateway needs to see, speak or remember. A path that is down is a fault.
package enum Path: Hashable, Codable, Sendable {
    case intake(IntakeID)
    case bridge(BridgeID)
    case channel(ChannelID)
    case output(OutputID)
    case storage
    case clock
    case settings

    package var alertKind: AlertKind {
        switch self {
        case .intake: .intakeFault
        case .bridge: .bridgeFault
        case .channel: .channelFault
        case .output: .gatewayFault
        case .storage: .storageFault
        case .clock: .clockFault
        case .settings: .settingsFault
        }
    }

    /// For sentences and `status`: "intake broker", "channel centre", "storage".
    package var name: String {
        switch self {
        case .intake(let id): "intake \(id)"
        case .bridge(let id): "bridge \(id)"
        case .channel(let id): "channel \(id)"
        case .output(let id): "output \(id)"
        case .storage: "storage"
        case .clock: "clock"
        case .settings: "settings"
        }
    }
}

/// How a path stands.
package enum PathState: Hashable, Codable, Sendable {
    case up
    /// The reason is one sentence for an installer, without personal data.
    case down(reason: String)
}
