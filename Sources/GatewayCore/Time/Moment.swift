/// Boot time and wall time taken together, once, at the edge where something arrived.
package struct Moment: Hashable, Codable, Sendable {
    package var boot: BootTime
    package var wall: WallTime
    package var quality: ClockQuality

    package init(boot: BootTime, wall: WallTime, quality: ClockQuality) {
        self.boot = boot
        self.wall = wall
        self.quality = quality
    }

    /// The wall time of another point of the line, as this moment's clock sees it.
    package func wall(of other: BootTime) -> WallTime {
        wall + (other - boot)
    }
}
