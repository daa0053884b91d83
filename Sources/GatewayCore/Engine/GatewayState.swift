/// What the engine remembers beside alerts, deliveries, devices and rules.
package struct GatewayState: Hashable, Codable, Sendable {
    /// The number of the newest alert; ids come from here, never from chance.
    package var lastAlert: Int64 = 0
    package var lastDelivery: Int64 = 0
    package var lastStory: Int64 = 0
    /// Set while the resident is away; when it ends by itself.
    package var awayUntil: WallTime?
    /// The same on the boot-time line, for as long as the clock is not to be believed.
    var awayEnds: BootTime?
    /// `awayUntil` was said by a clock that was set.
    var isAwayByClock = false
    /// When the resident went; their own activity some time after it brings them back.
    package var awaySince: BootTime?
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

    package init() {}

    package struct DownPath: Hashable, Codable, Sendable {
        package var path: Path
        package var since: Moment
        package var reason: String
        /// A fault has been raised for it.
        package var isReported: Bool

        package init(path: Path, since: Moment, reason: String, isReported: Bool = false) {
            self.path = path
            self.since = since
            self.reason = reason
            self.isReported = isReported
        }
    }
}
