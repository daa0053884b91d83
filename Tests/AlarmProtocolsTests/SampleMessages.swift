import GatewayCore

/// A help call as a contact may be told it.
func sampleMessage(
    _ kind: MessageKind = .raised, about: AlertKind = .helpCall, isTest: Bool = false, zone: Int = 3,
    state: String = "raised"
) -> AlertMessage {
    AlertMessage(
        alert: AlertID(ledger: "k3f9", number: 17), kind: kind, about: about, priority: .emergency,
        isTest: isTest, sentence: "Help call from Margaret Ellis in the bathroom at 17:30.",
        home: "mill-lane-12", zoneNumber: zone, resident: "Margaret Ellis", address: "12 Mill Lane",
        room: "Bathroom", access: "Key safe left of the door", happened: sampleTime,
        raised: sampleTime + .seconds(10), clock: .synchronised, occurrences: 2, state: state,
        acknowledgedBy: "Anna (daughter)", outcome: .reassuredByVoice,
        evidence: [.init(what: "help call, pendant", value: "pressed", unit: nil, at: sampleTime)],
        story: [.init(at: sampleTime, text: "The pendant was pressed / \"twice\".")],
        alsoTold: ["Tom (neighbour)"])
}

/// 2026-11-22T17:30:34.123Z.
let sampleTime = WallTime(milliseconds: 1_795_368_634_123)

func sampleMoment(after wait: Duration = .zero, _ quality: ClockQuality = .synchronised) -> Moment {
    Moment(boot: .zero + wait, wall: sampleTime + wait, quality: quality)
}

func sampleOrder(_ message: AlertMessage = sampleMessage(), number: Int64 = 42) -> DeliveryOrder {
    DeliveryOrder(
        delivery: Delivery(
            id: DeliveryID(ledger: "k3f9", number: number), alert: message.alert, contact: ContactID("anna"),
            channel: ChannelID("desk"), kind: message.kind, priority: message.priority,
            created: sampleMoment(), state: .underway),
        message: message)
}
