internal import GatewayCore

/// The home that is simulated, and the settings it can have.
struct SimulatedHome {
    static let broker = IntakeID("broker")
    static let serial = IntakeID("serial")
    static let bridge = BridgeID("zigbee")
    static let channels = ["anna-app", "anna-sms", "bert-app", "centre"].map { ChannelID($0) }
    static let siren = OutputID("siren")
    static let people = ["anna", "bert", "centre"].map { ContactID($0) }
    /// How many settings there are to change between; 0 is the first.
    static let variants = 5

    let seed: UInt64

    /// The settings of a number. They differ in a hold, in channels, in rules and in ladders.
    func plan(_ variant: Int) -> Plan {
        let devices = Self.devices
        var channels = Self.channels
        var contacts = contacts
        if variant == 2 {
            channels.removeFirst()
            contacts[0].channels.removeFirst()
        }
        let home = Home(
            id: "simulated", name: "the simulated home", zone: Self.zone,
            residents: [Resident(id: ResidentID("margaret"), name: "Margaret")], rooms: [],
            bridges: [Bridge(id: Self.bridge, intake: Self.broker)], devices: devices,
            outputs: [
                Output(
                    id: OutputID("voice"), name: "the voice", connection: .speech(command: ["say"]),
                    feedback: FeedbackStage.allCases),
                Output(id: Self.siren, name: "the siren", connection: .speech(command: ["siren"])),
            ],
            visitors: [
                Visitor(id: Self.carer, name: "the carer", stay: .hours(2)),
                Visitor(id: Self.family, name: "the family"),
            ],
            hasPets: HomeCharacter(seed: seed).hasPet)
        let ladder = EscalationID(variant == 4 ? "other" : "family")
        return Plan(
            home: home, rules: rules(variant), contacts: contacts,
            channels: channels.map { id in
                Channel(id: id, connection: .webhook(WebhookConnection(url: "sim://\(id)", secret: Secret(""))))
            },
            escalations: escalations(ladder),
            escalationByPriority: [
                .emergency: ladder, .urgent: ladder, .concern: ladder, .fault: EscalationID("faults"),
            ],
            night: Self.night, quietHours: variant == 3 ? nil : Self.quietHours, groupWait: .seconds(20),
            messagesPerHour: 12)
    }

    private var contacts: [Contact] {
        let commits = Chance.fixed(seed, 1, below: 3) == 0
        return [
            Contact(id: ContactID("anna"), name: "Anna", channels: Array(Self.channels[0...1])),
            Contact(id: ContactID("bert"), name: "Bert", channels: [Self.channels[2]]),
            Contact(
                id: ContactID("centre"), name: "the centre", channels: [Self.channels[3]],
                acceptanceAcknowledges: commits),
        ]
    }

    private func escalations(_ ladder: EscalationID) -> [Escalation] {
        let anna = ContactID("anna")
        let bert = ContactID("bert")
        let both = Chance.fixed(seed, 2, below: 2) == 0
        return [
            Escalation(
                id: ladder,
                rungs: [
                    Rung(contacts: both ? [anna, bert] : [anna], wait: .minutes(2)),
                    Rung(contacts: [bert, ContactID("centre")], wait: .minutes(3)),
                ],
                lastAction: [Self.siren], repeatAfter: .minutes(2), repeatLimit: .minutes(10)),
            Escalation(
                id: EscalationID("faults"), rungs: [Rung(contacts: [ContactID("bert")], wait: .hours(2))],
                repeatAfter: .hours(2), repeatLimit: .hours(4)),
        ]
    }

    /// Europe/Brussels from 2025 to 2049, by the law of today: the clocks change at 01:00 UTC on the last
    /// Sundays of March and October.
    static let zone = ZoneTable(
        name: "Europe/Brussels", firstOffset: 3_600,
        transitions: (2025..<2050).flatMap { year in
            [
                ZoneTable.Transition(at: lastSunday(of: 3, year), offset: 7_200),
                ZoneTable.Transition(at: lastSunday(of: 10, year), offset: 3_600),
            ]
        })

    private static func lastSunday(of month: Int, _ year: Int) -> WallTime {
        let last = CivilTime.day(year: year, month: month, day: 31)
        let weekday = CivilTime(WallTime(milliseconds: Int64(last) * 86_400_000)).weekday
        return WallTime(milliseconds: (Int64(last - weekday % 7) * 24 + 1) * 3_600_000)
    }
}
