package import GatewayCore

/// What the gateway last knew of each enrolled device, for `pullcord devices list` and `watch`.
package struct DevicesReport: Hashable, Codable, Sendable {
    package struct Device: Hashable, Codable, Sendable {
        package struct Latest: Hashable, Codable, Sendable {
            package var capability: Capability
            package var value: ReadingValue
            package var at: WallTime
            /// A copy of what was, which never counts as hearing the device.
            package var isCopy: Bool
        }

        /// Whether what the device tells is seen.
        package enum Sight: Hashable, Codable, Sendable {
            case seen
            /// Enrolled, and not heard so far.
            case neverHeard
            /// Its bridge says that it cannot reach it.
            case unavailable(since: WallTime)
            /// "device front-door", which is its own silence, or "bridge zigbee".
            case unseen(cause: String, since: WallTime)
        }

        package var id: DeviceID
        package var name: String
        package var room: String?
        package var heard: WallTime?
        package var supervision: Supervision
        package var sight: Sight
        /// "empty in about two weeks", where its charge falls so that a battery rule foretells it.
        package var outlook: String?
        /// The newest of each capability, in the order of their names.
        package var latest: [Latest]
        /// Members of its messages that no field of its profile explains, the newest last.
        package var unexplained: [String]

        package subscript(capability: Capability) -> Latest? { latest.first { $0.capability == capability } }
    }

    package var now: WallTime
    /// In the order of the settings.
    package var devices: [Device]
}

extension DevicesReport {
    init(_ engine: Engine, _ figures: LoopFigures) {
        now = engine.lastMoment.wall
        let blindness = engine.blindness
        let outlooks = Self.outlooks(engine)
        devices = engine.plan.home.devices.map { device in
            let state = engine.devices[device.id]
            let latest = (state?.latest ?? []).map { reading in
                Device.Latest(
                    capability: reading.capability, value: reading.value, at: reading.happenedAt,
                    isCopy: reading.freshness != .live)
            }
            var sight = Device.Sight.seen
            if let blind = blindness.first(where: { $0.devices.contains(device.id) }) {
                sight = .unseen(cause: blind.cause.source.name, since: blind.cause.since.wall)
            } else if let available = state?[.available], available.value == .state(false) {
                sight = .unavailable(since: available.happenedAt)
            } else if state?.heard == nil {
                sight = .neverHeard
            }
            return Device(
                id: device.id, name: device.name, room: engine.plan.home.room(device.room)?.name,
                heard: state?.heard?.wall, supervision: device.supervision, sight: sight,
                outlook: outlooks.first { $0.device == device.id }?.what, latest: latest,
                unexplained: figures.unexplained.first { $0.device == device.id }?.names ?? [])
        }
    }

    /// What the battery rules foretell.
    private static func outlooks(_ engine: Engine) -> [ConditionStanding] {
        engine.ruleNames.compactMap { engine.standing(of: $0) }.filter { $0.kind == BatteryRule.kind.name }
            .flatMap(\.conditions).filter { $0.isFound && $0.truth == .yes && $0.what.hasPrefix(BatteryRule.outlook) }
    }
}
