package import GatewayCore

/// Builds the plan of a small home that tests change where they need to.
///
/// Margaret lives alone. Anna (two channels) and Bert are on the first rungs, the centre on the last.
package struct HomeBuilder {
    package var devices: [Device]
    package var bridges: [Bridge] = [Bridge(id: BridgeID("zigbee"), intake: IntakeID("broker"))]
    package var outputs: [Output]
    package var contacts: [Contact]
    package var channels: [ChannelID]
    /// Those of the channels that lead to a receiver of one event at a time.
    package var receivers: [ChannelID] = []
    package var escalations: [Escalation]
    package var escalationByPriority: [Priority: EscalationID]
    package var acknowledgementHolds: [Priority: Duration] = [:]
    package var tellsCancelled = false
    package var visitors: [Visitor] = []
    package var hasPets = false
    package var night: DayWindow?
    package var quietHours: DayWindow?
    /// Zero, so that transcripts show at once what is told.
    package var groupWait = Duration.zero
    package var messagesPerHour = Plan.defaultMessagesPerHour
    package var faultAfter = Duration.seconds(15)
    package var zone = ZoneTable.brussels2026
    package private(set) var rules: [any Rule] = []

    package init() {
        devices = [
            Self.device("pendant", [.helpCall, .cancel, .testPress], resident: "margaret"),
            Self.device("cord", [.helpCall], room: "bathroom"),
            Self.device("smoke", [.smoke, .carbonMonoxide], room: "kitchen"),
            Self.device("door", [.open], room: "hall"),
            Self.device("motion", [.motion], room: "hall"),
            Self.device("thermometer", [.temperature], room: "kitchen"),
        ]
        outputs = [
            Output(id: OutputID("voice"), name: "the voice", connection: .speech(command: ["say"]),
                feedback: FeedbackStage.allCases),
            Output(id: OutputID("siren"), name: "the siren", connection: .speech(command: ["siren"])),
        ]
        channels = ["anna-app", "anna-sms", "bert-app", "centre"].map { ChannelID($0) }
        contacts = [
            Contact(id: ContactID("anna"), name: "Anna", channels: [ChannelID("anna-app"), ChannelID("anna-sms")]),
            Contact(id: ContactID("bert"), name: "Bert", channels: [ChannelID("bert-app")]),
            Contact(id: ContactID("centre"), name: "Mill Valley centre", channels: [ChannelID("centre")]),
        ]
        escalations = [
            Escalation(
                id: EscalationID("family"),
                rungs: [
                    Rung(contacts: [ContactID("anna")], wait: .minutes(2)),
                    Rung(contacts: [ContactID("bert"), ContactID("centre")], wait: .minutes(3)),
                ],
                lastAction: [OutputID("siren")], repeatAfter: .minutes(2), repeatLimit: .minutes(10)),
            Escalation(
                id: EscalationID("faults"), rungs: [Rung(contacts: [ContactID("bert")], wait: .hours(4))],
                repeatAfter: .hours(4), repeatLimit: .hours(24)),
        ]
        escalationByPriority = [
            .emergency: EscalationID("family"), .urgent: EscalationID("family"),
            .concern: EscalationID("family"), .fault: EscalationID("faults"),
        ]
    }

    package static func device(
        _ id: String, _ capabilities: [Capability], room: String? = nil, resident: String? = nil,
        bridge: String? = "zigbee", supervision: Supervision = .none
    ) -> Device {
        Device(
            id: DeviceID(id), name: "the \(id)", room: room.map { RoomID($0) },
            resident: resident.map { ResidentID($0) }, intake: IntakeID("broker"),
            bridge: bridge.map { BridgeID($0) }, capabilities: capabilities, supervision: supervision)
    }

    // MARK: - Rules

    package mutating func addRule(
        _ kind: String, _ id: String? = nil, priority: Priority? = nil, preAlert: Duration? = nil,
        cancelBySecondPress: Bool = false, escalation: String? = nil, values: [String: RuleValues.Value],
        modifiers: (inout RuleCommon) -> Void = { _ in }
    ) {
        guard let known = RuleRegistry.kind(named: kind) else { preconditionFailure("No kind of rule \(kind).") }
        var common = RuleCommon(
            id: RuleID(id ?? kind), title: "Rule \(id ?? kind)", priority: priority ?? known.defaultPriority,
            preAlert: preAlert ?? known.defaultPreAlert, cancelBySecondPress: cancelBySecondPress,
            escalation: escalation.map { EscalationID($0) }, remindsEvery: known.defaultReminder)
        modifiers(&common)
        common.fingerprint = Self.fingerprint(common, values)
        guard let rule = RuleRegistry.make(kind: kind, common: common, values: RuleValues(values, home: devices))
        else { return }
        rules.append(rule)
    }

    package mutating func removeRule(_ id: String) {
        rules.removeAll { $0.common.id == RuleID(id) }
    }

    /// A digest of the values, as the settings make one.
    private static func fingerprint(_ common: RuleCommon, _ values: [String: RuleValues.Value]) -> String {
        "\(common)" + values.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: ";")
    }

    /// Pendant and cord call for help after a pre-alert, ten seconds unless told otherwise.
    package mutating func addHelpCall(preAlert: Duration? = nil, cancelBySecondPress: Bool = false) {
        addRule(
            "help_call", preAlert: preAlert, cancelBySecondPress: cancelBySecondPress,
            values: ["devices": .devices([DeviceID("pendant"), DeviceID("cord")])])
    }

    package mutating func addHazard() {
        addRule("hazard", values: ["devices": .devices([DeviceID("smoke")])])
    }

    package mutating func addLeftOpen(hold: Duration = .minutes(5)) {
        addRule("left_open", values: ["devices": .devices([DeviceID("door")]), "hold": .duration(hold)])
    }

    package mutating func addInactivity(
        after: Duration = .hours(8), window: DayWindow? = nil, preAlert: Duration = .minutes(5)
    ) {
        let values: [String: RuleValues.Value] = [
            "devices": .devices([DeviceID("motion"), DeviceID("door")]), "after": .duration(after),
        ]
        addRule("inactivity", preAlert: preAlert, values: values) { $0.window = window }
    }

    package mutating func addCold(below: Int64 = 14, clearsAt: Int64? = nil, hold: Duration = .zero) {
        var values: [String: RuleValues.Value] = [
            "devices": .devices([DeviceID("thermometer")]), "capability": .capability(.temperature),
            "below": .quantity(Quantity(thousandths: below * 1_000)), "hold": .duration(hold),
        ]
        if let clearsAt { values["clears_at"] = .quantity(Quantity(thousandths: clearsAt * 1_000)) }
        addRule("threshold", values: values)
    }

    // MARK: - The plan

    package var plan: Plan {
        let home = Home(
            id: "mill-lane", name: "the mill house", address: "12 Mill Lane", access: "key safe 4711", zone: zone,
            residents: [Resident(id: ResidentID("margaret"), name: "Margaret")],
            rooms: ["bathroom", "kitchen", "hall"].map { Room(id: RoomID($0), name: "the \($0)") },
            bridges: bridges, devices: devices, outputs: outputs, visitors: visitors, hasPets: hasPets)
        return Plan(
            home: home, rules: rules, contacts: contacts, channels: channels.map(channel),
            escalations: escalations, escalationByPriority: escalationByPriority,
            acknowledgementHolds: acknowledgementHolds, tellsCancelled: tellsCancelled, faultAfter: faultAfter,
            night: night, quietHours: quietHours, groupWait: groupWait, messagesPerHour: messagesPerHour)
    }

    private func channel(_ id: ChannelID) -> Channel {
        if receivers.contains(id) {
            return Channel(id: id, connection: .dc09(DC09Connection(host: "127.0.0.1", port: 9, account: "1234")))
        }
        let webhook = WebhookConnection(url: "http://127.0.0.1/\(id)", secret: Secret("test"))
        return Channel(id: id, connection: .webhook(webhook))
    }
}
