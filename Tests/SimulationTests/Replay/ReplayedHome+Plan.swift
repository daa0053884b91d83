internal import GatewayCore
internal import Simulation

extension ReplayedHome {
    /// A home with some rules about activity, and a family that is told.
    var plan: Plan {
        let (family, service, ladder) = (ContactID("family"), ChannelID("service"), EscalationID("family"))
        let home = Home(
            id: "home", name: "home", zone: .london,
            residents: [Resident(id: ResidentID("resident"), name: "the resident")], rooms: [], devices: devices)
        let webhook = WebhookConnection(url: "replay://family", secret: Secret(""))
        return Plan(
            home: home, rules: ReplayedRules(devices).all,
            contacts: [Contact(id: family, name: "the family", channels: [service])],
            channels: [Channel(id: service, connection: .webhook(webhook))],
            escalations: [Escalation(id: ladder, rungs: [Rung(contacts: [family], wait: .minutes(10))])],
            escalationByPriority: [.emergency: ladder, .urgent: ladder, .concern: ladder, .fault: ladder])
    }
}

/// Rules that motion sensors and contacts alone can feed.
struct ReplayedRules {
    private let devices: [Device]

    init(_ devices: [Device]) {
        self.devices = devices
    }

    var all: [any Rule] {
        let everywhere = RuleValues.Value.devices(devices.map(\.id))
        var rules = [
            // Usually up long before ten.
            rule(
                "inactivity", "not-up", ["devices": everywhere, "after": .duration(.hours(3))],
                window: DayWindow(from: TimeOfDay(minutes: 420), to: TimeOfDay(minutes: 660))),
            rule(
                "inactivity", "quiet-day",
                ["devices": everywhere, "after": .duration(.hours(5)), "only_when_home": .flag(true)],
                window: DayWindow(from: TimeOfDay(minutes: 480), to: TimeOfDay(minutes: 1_320))),
            rule("inactivity", "silent-home", ["devices": everywhere, "after": .duration(.hours(18))]),
        ]
        let entrances = devices.filter(\.isEntrance).map(\.id)
        if !entrances.isEmpty {
            rules.append(
                rule("opened", "door-at-night", ["devices": .devices(entrances)], window: Self.deepNight))
        }
        return rules.compactMap { $0 }
    }

    private static let deepNight = DayWindow(from: TimeOfDay(minutes: 1_410), to: TimeOfDay(minutes: 300))

    /// Nil where there is no such kind.
    private func rule(
        _ kind: String, _ id: String, _ values: [String: RuleValues.Value], window: DayWindow? = nil
    ) -> (any Rule)? {
        guard let known = RuleRegistry.kind(named: kind) else { return nil }
        let common = RuleCommon(
            id: RuleID(id), title: id, priority: known.defaultPriority, preAlert: known.defaultPreAlert,
            window: window, fingerprint: id)
        return RuleRegistry.make(kind: kind, common: common, values: RuleValues(values, home: devices))
    }
}
