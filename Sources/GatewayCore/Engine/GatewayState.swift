/// What the engine remembers beside alerts, deliveries, devices and rules.
package struct GatewayState: Hashable, Codable, Sendable {
    /// The number of the newest alert; ids come from here, never from chance.
    package var lastAlert: Int64 = 0
    package var lastDelivery: Int64 = 0
    package var lastStory: Int64 = 0
    /// The mode that somebody has set; nil where the hours and visits decide.
    package var mode: ModeSetting?
    /// The mode that the rules were last told of.
    var followedMode: HomeMode?
    /// Visitors who are in the home; nil for none.
    var visits: [Visit]?
    /// Nil for a home without entrances among its devices.
    var presence: PresenceModel?
    /// Devices that have been silent for too long; nil for none.
    var silentDevices: [SilentDevice]?
    /// How often something is heard over each path that can be judged by it; nil for none.
    var rhythms: [PathRhythm]?
    /// The gateway's latest stops, oldest first, at most `Limits.pastOutages`.
    package var outages: [PastOutage] = []
    /// When this home's record began; nil before the first start.
    package var begun: BootTime?
    /// Paths that are down, with since when and why, in order of their names.
    package var downPaths: [DownPath] = []
    /// Arrivals that fitted nothing we know.
    package var undecodable: Int64 = 0
    /// Outputs that a last action has switched on and nobody has switched off.
    package var drivenOutputs: [OutputID] = []
    /// Outputs that the newest turn switched off. A stop before that was performed leaves them on, so the
    /// next start does it again.
    var releasedOutputs: [OutputID] = []
    /// Outputs that are to say that they did what they were asked; nil for none.
    var outputCommands: [OutputCommand]?
    /// Outputs that go off by themselves; nil for none.
    var outputLimits: [OutputLimit]?
    /// How outputs said last that they are; nil for none.
    var outputReports: [OutputReport]?
    /// What the contacts were sent in the last hour; nil for nothing.
    var traffic: [ContactTraffic]?

    package init() {}

    /// When the residents who are out have said that they are back; nil while they are in.
    package var awayUntil: WallTime? {
        guard let mode, mode.mode.isEmptyHome else { return nil }
        return mode.until
    }

    struct SilentDevice: Hashable, Codable, Sendable {
        var device: DeviceID
        var since: Moment
    }

    package struct DownPath: Hashable, Codable, Sendable {
        package var path: Path
        package var since: Moment
        package var reason: String
        /// A fault has been raised for it.
        package var isReported: Bool
        /// It is connected, but delivers nothing: only hearing something brings it back. Nil for no.
        var isQuiet: Bool?

        package init(path: Path, since: Moment, reason: String, isReported: Bool = false) {
            self.path = path
            self.since = since
            self.reason = reason
            self.isReported = isReported
        }
    }
}
