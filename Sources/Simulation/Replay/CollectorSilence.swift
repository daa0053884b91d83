package import GatewayCore

/// Finds the times in which whoever collected a recording was out.
///
/// Such a recording has no device that is heard regularly, so that one home's silence may mean anything. Many homes
/// that fall silent together mean the side that collects them: as at home, where an intake that brings nothing of
/// any device is a fault of its path, and the rules behind it are blind.
package struct CollectorSilence: Sendable {
    /// How long nothing may come of any home.
    package var after = Duration.hours(1)
    /// So many homes must have been heard within the day before; fewer may all be asleep.
    package var homes = 5

    private static let recently = Duration.hours(24)

    package init() {}

    /// From when it is known, which is `after` the last line, until the next line.
    package struct Gap: Hashable, Sendable {
        package var from: WallTime
        package var to: WallTime
    }

    /// In order of time.
    package func gaps(in recording: ActivityRecording) -> [Gap] {
        guard recording.homes.count >= homes else { return [] }
        var lines = recording.homes.enumerated().flatMap { number, home in
            home.firings.map { (at: $0.at, home: number) }
        }
        lines.sort { ($0.at, $0.home) < ($1.at, $1.home) }
        var heard = [WallTime?](repeating: nil, count: recording.homes.count)
        var gaps: [Gap] = []
        var last: WallTime?
        for line in lines {
            if let last, line.at - last > after {
                let known = heard.count { $0.map { last - $0 <= Self.recently } ?? false }
                if known >= homes { gaps.append(Gap(from: last + after, to: line.at)) }
            }
            heard[line.home] = line.at
            last = line.at
        }
        return gaps
    }
}
