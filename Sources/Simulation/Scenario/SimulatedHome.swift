internal import GatewayCore

/// The home that is simulated, and the settings it can have.
struct SimulatedHome {
    static let pendant = DeviceID("pendant")
    static let cord = DeviceID("cord")
    /// By the serial port, of which nothing is kept or sent again.
    static let wiredCord = DeviceID("wired-cord")
    static let cords = [cord, wiredCord]
    static let people = ["anna", "bert", "centre"].map { ContactID($0) }
    static let door = DeviceID("door")
    static let thermometer = DeviceID("thermometer")
    static let motions = [DeviceID("hall-motion"), DeviceID("bath-motion")]
    static let detectors: [(DeviceID, Capability)] = [
        (DeviceID("kitchen-smoke"), .smoke), (DeviceID("kitchen-smoke"), .carbonMonoxide),
        (DeviceID("washer-leak"), .flood),
    ]
    static let broker = IntakeID("broker")
    static let serial = IntakeID("serial")
    static let bridge = BridgeID("zigbee")
    static let channels = ["anna-app", "anna-sms", "bert-app", "centre"].map { ChannelID($0) }
    static let siren = OutputID("siren")
    /// How many settings there are to change between; 0 is the first.
    static let variants = 5
    static let silentAfter = Duration.hours(3)

    let seed: UInt64

    /// Whether its messages come by the serial port.
    func isWired(_ device: DeviceID) -> Bool { device == Self.wiredCord }

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
            ])
        let ladder = EscalationID(variant == 4 ? "other" : "family")
        return Plan(
            home: home, rules: rules(variant, devices), contacts: contacts,
            channels: channels.map { id in
                Channel(id: id, connection: .webhook(WebhookConnection(url: "sim://\(id)", secret: Secret(""))))
            },
            escalations: escalations(ladder),
            escalationByPriority: [
                .emergency: ladder, .urgent: ladder, .concern: ladder, .fault: EscalationID("faults"),
            ])
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

    // MARK: - Rules

    static func leftOpenHold(_ variant: Int) -> Duration { variant == 1 ? .minutes(5) : .minutes(10) }
    static let inactivityAfter = Duration.hours(10)

    private func rules(_ variant: Int, _ devices: [Device]) -> [any Rule] {
        let waking = DayWindow(from: TimeOfDay(minutes: 360), to: TimeOfDay(minutes: 1_380))
        let window = Chance.fixed(seed, 3, below: 2) == 0 ? waking : nil
        var rules: [(any Rule)?] = [
            rule("help_call", "pendant", devices, ["devices": .devices([Self.pendant])], preAlert: .seconds(10)),
            rule("help_call", "cord", devices, ["devices": .devices(Self.cords)], preAlert: .zero),
            rule("hazard", "hazards", devices, ["devices": .devices(Self.detectors.map(\.0).uniqued)]),
            rule(
                "left_open", "door", devices,
                ["devices": .devices([Self.door]), "hold": .duration(Self.leftOpenHold(variant))]),
            rule(
                "inactivity", "inactivity", devices,
                ["devices": .devices(Self.motions + [Self.door]), "after": .duration(Self.inactivityAfter)],
                window: window),
        ]
        if variant != 3 {
            rules.append(
                rule(
                    "threshold", "cold", devices,
                    [
                        "devices": .devices([Self.thermometer]), "capability": .capability(.temperature),
                        "below": .quantity(Quantity(thousandths: 14_000)), "hold": .duration(.minutes(40)),
                        "clears_at": .quantity(Quantity(thousandths: 15_000)),
                    ]))
        }
        return rules.compactMap { $0 }
    }

    /// The kind of the rule that raised an alert; nil for a path's.
    func ruleKind(of alert: Alert) -> String? {
        guard case .rule(let id, _, _) = alert.cause else { return nil }
        return Self.ruleKinds[id] ?? (id.name.hasPrefix("supervision/") ? SilenceRule.kind.name : nil)
    }

    private static let ruleKinds: [RuleID: String] = {
        let rules = SimulatedHome(seed: 0).rules(0, devices)
        return Dictionary(rules.map { ($0.common.id, type(of: $0).kind.name) }) { first, _ in first }
    }()

    private func rule(
        _ kind: String, _ id: String, _ devices: [Device], _ values: [String: RuleValues.Value],
        preAlert: Duration? = nil, window: DayWindow? = nil
    ) -> (any Rule)? {
        guard let known = RuleRegistry.kind(named: kind) else { return nil }
        let digest = values.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: ";")
        let common = RuleCommon(
            id: RuleID(id), title: id, priority: known.defaultPriority, preAlert: preAlert ?? known.defaultPreAlert,
            window: window, remindsEvery: known.defaultReminder, fingerprint: "\(digest) \(window?.clock ?? "")")
        return RuleRegistry.make(kind: kind, common: common, values: RuleValues(values, home: devices))
    }

    private static let devices: [Device] = [
        device(pendant, [.helpCall, .cancel, .testPress]),
        device(cord, [.helpCall]),
        Device(id: wiredCord, name: wiredCord.name, intake: serial, capabilities: [.helpCall]),
        device(door, [.open]),
        device(motions[0], [.motion]),
        device(motions[1], [.motion]),
        device(detectors[0].0, [.smoke, .carbonMonoxide]),
        device(detectors[2].0, [.flood]),
        device(thermometer, [.temperature], .report(silentAfter: silentAfter)),
    ]

    private static func device(
        _ id: DeviceID, _ capabilities: [Capability], _ supervision: Supervision = .none
    ) -> Device {
        Device(
            id: id, name: id.name, intake: broker, bridge: bridge, capabilities: capabilities,
            supervision: supervision)
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

extension [DeviceID] {
    fileprivate var uniqued: [DeviceID] {
        reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
