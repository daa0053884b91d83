internal import GatewayCore

/// What other settings would have changed for the people who are told.
package struct ReplayComparison: Sendable {
    package enum Change: Hashable, Sendable {
        case appears(ReplayedAlert)
        case vanishes(ReplayedAlert)
        /// The same alert, told at another time or with another priority.
        case moves(from: ReplayedAlert, to: ReplayedAlert)
    }

    /// In order of time.
    package private(set) var changes: [Change] = []
    /// Alerts that are told at the same minute with the same priority.
    package private(set) var same = 0

    /// Alerts that nobody is told of do not count.
    package init(_ before: ReplayReport, _ after: ReplayReport) {
        let old = before.alerts.filter { $0.raised != nil }
        let new = after.alerts.filter { $0.raised != nil }
        var isTaken = [Bool](repeating: false, count: new.count)
        for alert in old {
            guard let place = Self.nearest(to: alert, among: new, isTaken) else {
                changes.append(.vanishes(alert))
                continue
            }
            isTaken[place] = true
            if Self.isSame(alert, new[place]) {
                same += 1
            } else {
                changes.append(.moves(from: alert, to: new[place]))
            }
        }
        for (place, alert) in new.enumerated() where !isTaken[place] { changes.append(.appears(alert)) }
        changes = changes.enumerated().sorted { left, right in
            (Self.time(left.element), left.offset) < (Self.time(right.element), right.offset)
        }.map(\.element)
    }

    private static func nearest(
        to alert: ReplayedAlert, among others: [ReplayedAlert], _ isTaken: [Bool]
    ) -> Int? {
        var best: (place: Int, distance: Duration)?
        for (place, other) in others.enumerated() where !isTaken[place] {
            guard other.rule == alert.rule, other.kind == alert.kind, other.device == alert.device else { continue }
            let difference = other.shown - alert.shown
            let distance = difference < .zero ? .zero - difference : difference
            guard distance <= ReplayLimits.sameAlert, distance < best?.distance ?? .days(1) else { continue }
            best = (place, distance)
        }
        return best?.place
    }

    private static func isSame(_ left: ReplayedAlert, _ right: ReplayedAlert) -> Bool {
        left.priority == right.priority
            && left.shown.milliseconds / 60_000 == right.shown.milliseconds / 60_000
    }

    private static func time(_ change: Change) -> WallTime {
        switch change {
        case .appears(let alert), .vanishes(let alert), .moves(let alert, _): alert.shown
        }
    }
}
