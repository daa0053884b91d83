package import GatewayCore

/// Settings for a home of which only a recording is known, and the recording as readings for them.
///
/// A place whose name speaks of a door is a contact, an entrance where it leads out of the home; every other is a
/// motion sensor. Such a recording says when a contact opened and never when it closed, so that each opening ends
/// by itself after five seconds: what is to be alarmed when it stays open cannot be replayed from it.
package struct ReplayedHome: Sendable {
    package let plan: Plan
    private let home: ActivityHome
    private let devices: [Device]

    package init(_ home: ActivityHome, zone: ZoneTable = .london) {
        self.home = home
        var devices: [Device] = []
        for place in home.places {
            let base = Self.identifier(place)
            let isTaken = devices.contains { $0.id.name == base }
            let id = DeviceID(isTaken ? "\(base)-\(devices.count)" : base)
            let isContact = base.contains("door") || base.contains("window")
            let isInner = base.contains("fridge") || base.contains("cupboard") || base.contains("window")
            devices.append(
                Device(
                    id: id, name: place, intake: Self.recording, capabilities: [isContact ? .open : .motion],
                    isEntrance: isContact && !isInner))
        }
        self.devices = devices
        plan = Self.plan(home.name, devices, zone)
    }

    /// The recording as what its devices told, in order of time.
    package var readings: [ReplayedReading] {
        var readings: [ReplayedReading] = []
        readings.reserveCapacity(home.firings.count * 5 / 4)
        var closings: [Int: WallTime] = [:]
        func close(before time: WallTime) {
            let due = closings.filter { $0.value <= time }.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
            for (place, at) in due {
                closings[place] = nil
                readings.append(ReplayedReading(devices[place].id, .open, .state(false), at: at))
            }
        }
        for firing in home.firings {
            if !closings.isEmpty {
                // Who opens again has closed before.
                if let closing = closings[firing.place] { closings[firing.place] = min(closing, firing.at) }
                close(before: firing.at)
            }
            let capability = devices[firing.place].capabilities[0]
            readings.append(ReplayedReading(devices[firing.place].id, capability, .state(true), at: firing.at))
            if capability == .open { closings[firing.place] = firing.at + ReplayLimits.openFor }
        }
        return readings
    }

    // MARK: - The settings

    private static let recording = IntakeID("recording")
    private static let family = ContactID("family")
    private static let service = ChannelID("service")

    private static func plan(_ name: String, _ devices: [Device], _ zone: ZoneTable) -> Plan {
        let ladder = EscalationID("family")
        let home = Home(
            id: identifier(name), name: name, zone: zone,
            residents: [Resident(id: ResidentID("resident"), name: "the resident")], rooms: [], devices: devices)
        let webhook = WebhookConnection(url: "replay://family", secret: Secret(""))
        return Plan(
            home: home, rules: ReplayedRules(devices).all,
            contacts: [Contact(id: family, name: "the family", channels: [service])],
            channels: [Channel(id: service, connection: .webhook(webhook))],
            escalations: [Escalation(id: ladder, rungs: [Rung(contacts: [family], wait: .minutes(10))])],
            escalationByPriority: [.emergency: ladder, .urgent: ladder, .concern: ladder, .fault: ladder])
    }

    /// A name as settings could have it: see `Identifier`.
    private static func identifier(_ name: String) -> String {
        let plain = name.lowercased().map { character -> Character in
            character.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character))
                ? character : "-"
        }
        return String(plain)
    }
}
