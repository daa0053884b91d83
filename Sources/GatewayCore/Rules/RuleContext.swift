/// What a rule may know beside its observation.
package struct RuleContext: Sendable {
    package var moment: Moment
    package var zone: ZoneTable
    package var mode: HomeMode
    /// Whether anybody is in the home, as far as its doors and sensors tell.
    package var presence: Presence
    /// Who of the known visitors is in the home.
    package var visits: [Visit]
    /// Intakes and bridges that are down: their devices cannot be heard, which is no fault of theirs.
    package var downPaths: [Path]
    /// Devices whose state is unknown, because they or their path have been silent for too long.
    package var unseen: [DeviceID]
    /// What is known of the devices.
    package var devices: DeviceBook

    package init(
        moment: Moment, zone: ZoneTable, mode: HomeMode = .home, presence: Presence = Presence(),
        visits: [Visit] = [], downPaths: [Path] = [], unseen: [DeviceID] = [], devices: DeviceBook = DeviceBook()
    ) {
        self.moment = moment
        self.zone = zone
        self.mode = mode
        self.presence = presence
        self.visits = visits
        self.downPaths = downPaths
        self.unseen = unseen
        self.devices = devices
    }

    /// Nobody is expected to be active in the home: the residents have said that they are out.
    package var isAway: Bool { mode.isEmptyHome }

    /// Whether what time of day it is can be known.
    package var isClockSet: Bool { moment.quality != .unsynchronised }

    package func isSeen(_ device: DeviceID) -> Bool { !unseen.contains(device) }

    /// Keeps since when a rule has seen nothing.
    ///
    /// - Returns: how long that was, when it has just ended.
    package func endOfBlindness(_ isBlind: Bool, _ since: inout BootTime?) -> Duration? {
        guard isBlind else {
            defer { since = nil }
            return since.map { moment.boot - $0 }
        }
        since = since ?? moment.boot
        return nil
    }

    /// Whether it is now within a part of the day; unknown while the clock is not set.
    package func isWithin(_ window: DayWindow) -> Truth {
        isClockSet ? Truth(window.contains(moment.wall, in: zone)) : .unknown
    }

    /// Whether it was within a part of the day at a point of the line; without a window, always.
    package func wasWithin(_ window: DayWindow?, at time: BootTime) -> Truth {
        guard let window else { return .yes }
        return isClockSet ? Truth(window.contains(moment.wall(of: time), in: zone)) : .unknown
    }

    /// "14:05", in the home's zone; nil while the clock is not set.
    package func clock(of time: BootTime) -> String? {
        isClockSet ? zone.civil(moment.wall(of: time)).clock : nil
    }

    /// When the rule must look again because of a part of the day: at its next edge, or soon, to see whether
    /// the clock has been set meanwhile.
    package func nextEdge(of window: DayWindow) -> BootTime {
        guard isClockSet else { return moment.boot + Self.clockRecheck }
        return boot(of: window.nextEdge(after: moment.wall, in: zone))
    }

    /// A point of the line for a wall time, as the clock stands now.
    package func boot(of time: WallTime) -> BootTime { moment.boot + (time - moment.wall) }

    /// How often a rule by time of day looks whether the clock has been set meanwhile.
    package static let clockRecheck = Duration.minutes(1)

    /// Whether what the device says can reach the gateway.
    package func isReachable(_ device: Device) -> Bool {
        if downPaths.isEmpty { return true }
        if downPaths.contains(.intake(device.intake)) { return false }
        guard let bridge = device.bridge else { return true }
        return !downPaths.contains(.bridge(bridge))
    }
}
