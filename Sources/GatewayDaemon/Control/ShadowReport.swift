package import GatewayCore

/// What rules on trial found and told nobody.
package struct ShadowReport: Hashable, Codable, Sendable {
    /// An alert near it of which people were told.
    package struct Beside: Hashable, Codable, Sendable {
        package var alert: AlertID
        package var title: String
        package var learned: WallTime
        /// Who took it; nil where nobody did, or it was over before.
        package var takenBy: ContactID?
    }

    /// One time that a rule would have told people.
    package struct Time: Hashable, Codable, Sendable {
        package var alert: AlertID
        package var learned: WallTime
        /// The same, as the home's clocks show it: "2026-11-22 21:14".
        package var local: String
        /// When it was over by itself, as the home's clocks show it; nil for what is still so.
        package var localEnd: String?
        package var device: DeviceID?
        /// Why, with what was measured.
        package var detail: String?
        /// Alerts within an hour of it that people were told of: whether somebody came all the same.
        package var beside: [Beside]
    }

    package struct Rule: Hashable, Codable, Sendable {
        package var id: RuleID
        package var title: String
        package var priority: Priority
        /// The settings still have it on trial.
        package var isOnTrial: Bool
        /// How often, also beyond `times`.
        package var count: Int
        /// How often in each hour of the home's day.
        package var hours: [Int]
        /// Oldest first.
        package var times: [Time]
    }

    package var from: WallTime
    package var to: WallTime
    /// As the home's clocks show it.
    package var localFrom: String
    /// The ledger holds older alerts that were not looked at.
    package var isCut: Bool
    /// In the order of the settings; then those that are no longer in them.
    package var rules: [Rule]
}

extension ShadowReport {
    /// - Parameters:
    ///   - alerts: those of the time, told ones too, oldest first.
    ///   - rules: of the settings.
    init(_ alerts: [Alert], rules known: [RuleCommon], zone: ZoneTable, from: WallTime, to: WallTime, isCut: Bool) {
        self.from = from
        self.to = to
        self.isCut = isCut
        localFrom = Self.local(from, zone)
        rules = known.filter(\.isShadow).map { Rule($0, isOnTrial: true) }
        let told = alerts.filter { !$0.isShadow && $0.priority > .fault && !$0.told.isEmpty }
        var room = DaemonLimits.reportedTimesInAll
        for alert in alerts.reversed() where alert.isShadow && alert.learned.wall >= from {
            guard case .rule(let id, _, _) = alert.cause else { continue }
            let place = rules.firstIndex { $0.id == id } ?? rules.count
            if place == rules.count {
                let common = known.first { $0.id == id }
                rules.append(Rule(id, common?.title ?? alert.title, alert.priority, isOnTrial: false))
            }
            rules[place].count += 1
            rules[place].hours[zone.civil(alert.learned.wall).hour] += 1
            guard rules[place].times.count < DaemonLimits.reportedTimes, room > 0 else { continue }
            room -= 1
            rules[place].times.insert(Time(alert, beside: told, zone), at: 0)
        }
    }

    fileprivate static func local(_ time: WallTime, _ zone: ZoneTable) -> String {
        let civil = zone.civil(time)
        return "\(civil.date) \(civil.clock)"
    }
}

extension ShadowReport.Rule {
    fileprivate init(_ common: RuleCommon, isOnTrial: Bool) {
        self.init(common.id, common.title, common.priority, isOnTrial: isOnTrial)
    }

    fileprivate init(_ id: RuleID, _ title: String, _ priority: Priority, isOnTrial: Bool) {
        self.id = id
        self.title = title
        self.priority = priority
        self.isOnTrial = isOnTrial
        count = 0
        hours = [Int](repeating: 0, count: 24)
        times = []
    }
}

extension ShadowReport.Time {
    fileprivate init(_ alert: Alert, beside told: [Alert], _ zone: ZoneTable) {
        self.alert = alert.id
        learned = alert.learned.wall
        local = ShadowReport.local(learned, zone)
        if case .closed(let closure) = alert.state { localEnd = ShadowReport.local(closure.at.wall, zone) }
        device = alert.device
        detail = alert.detail
        beside = told.filter { other in
            let difference = other.learned.wall - alert.learned.wall
            return max(difference, .zero - difference) <= DaemonLimits.besides
        }.prefix(3).map { other in
            let taken: ContactID? =
                if case .closed(let closure) = other.state { closure.by } else { other.acknowledgement?.by }
            return ShadowReport.Beside(
                alert: other.id, title: other.title, learned: other.learned.wall, takenBy: taken)
        }
    }
}
