internal import Foundation
package import GatewayCore

/// The time zones of this machine's tzdata, as the plain data that the core takes.
package enum SystemZones {
    /// Years covered. Nobody knows the law beyond them; a gateway that old has had updates.
    private static let years = 2020...2060

    package static var names: [String] { TimeZone.knownTimeZoneIdentifiers }

    /// Nil for a name that the machine does not know.
    package static func table(named name: String) -> ZoneTable? {
        guard name.utf8.count <= 64, let zone = TimeZone(identifier: name) else { return nil }
        let end = start(ofYear: years.upperBound + 1)
        var time = start(ofYear: years.lowerBound)
        let first = zone.secondsFromGMT(for: time)
        var offset = first
        var transitions: [ZoneTable.Transition] = []
        while let next = zone.nextDaylightSavingTimeTransition(after: time), next < end, next > time {
            let changed = zone.secondsFromGMT(for: next)
            if changed != offset {
                let milliseconds = Int64((next.timeIntervalSince1970 * 1_000).rounded())
                transitions.append(ZoneTable.Transition(at: WallTime(milliseconds: milliseconds), offset: changed))
                offset = changed
            }
            time = next
        }
        return ZoneTable(name: name, firstOffset: first, transitions: transitions)
    }

    private static func start(ofYear year: Int) -> Date {
        Date(timeIntervalSince1970: Double(CivilTime.day(year: year, month: 1, day: 1)) * 86_400)
    }
}
