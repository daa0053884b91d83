/// A mode that somebody has set. It always ends by itself.
package struct ModeSetting: Hashable, Codable, Sendable {
    package var mode: HomeMode
    package var since: BootTime
    /// When it ends, as it was said.
    package var until: WallTime
    /// The same on the boot-time line, for as long as the clock is not to be believed.
    var ends: BootTime
    /// `until` was said by a clock that was set.
    var isByClock: Bool
}
