package import GatewayCore

/// Things to record, made from a number: the same number gives the same thing.
package enum LedgerSamples {
    /// A rule's memory, for a ledger whose `stateType` is `stateType(ofKind:)`.
    package struct Memory: RuleState {
        package var since: BootTime?
        package var names: [String]

        package init(since: BootTime?, names: [String] = []) {
            self.since = since
            self.names = names
        }
    }

    package static let memoryKind = "sample"

    package static func stateType(ofKind kind: String) -> (any RuleState.Type)? {
        kind == memoryKind ? Memory.self : nil
    }

    /// A moment so many milliseconds after the first.
    package static func moment(_ milliseconds: Int64) -> Moment {
        Moment(
            boot: BootTime(nanoseconds: 1_000_000_000 + milliseconds * 1_000_000 + 123),
            wall: WallTime(milliseconds: 1_790_000_000_000 + milliseconds), quality: .synchronised)
    }

    package static func mark(_ milliseconds: Int64) -> TimeMark {
        TimeMark(moment: moment(milliseconds), bootID: "0b8a0a0e-5a54-4d0c-9d0e-2f6f2c1d7a11", offset: 0)
    }

    package static func press(_ number: Int64) -> Reading {
        Reading(device: DeviceID("pendant"), capability: .helpCall, value: .happened, moment: moment(number))
    }

    package static func temperature(_ number: Int64, device: Int64 = 0) -> Reading {
        Reading(
            device: DeviceID("living-room-sensor-\(device)"), capability: .temperature,
            value: .number(Quantity(thousandths: 21_000 + number * 37 % 900 * 10)), moment: moment(number))
    }

    package static func alert(
        _ number: Int64, ledger: String, state: AlertState = .raised, story: [StoryEntry] = []
    ) -> Alert {
        var alert = Alert(
            id: AlertID(ledger: ledger, number: number),
            cause: .rule(RuleID("pendant-press"), device: DeviceID("pendant"), kind: .helpCall), kind: .helpCall,
            priority: .emergency, title: "Call for help \"1\" – é", device: DeviceID("pendant"),
            room: RoomID("bathroom"), resident: ResidentID("anna"), learned: moment(number),
            happened: moment(number).wall, state: state, evidence: [press(number)])
        alert.ladder = LadderPosition(
            escalation: EscalationID("day"), round: 0, step: .rung(1),
            next: moment(number + 60_000).boot)
        alert.told = [ContactID("daughter")]
        alert.story = story
        return alert
    }

    package static func closed(_ number: Int64) -> AlertState {
        .closed(Closure(by: ContactID("daughter"), outcome: .attended, note: nil, at: moment(number + 1)))
    }

    package static func delivery(_ number: Int64, alert: Int64, ledger: String) -> Delivery {
        Delivery(
            id: DeliveryID(ledger: ledger, number: number), alert: AlertID(ledger: ledger, number: alert),
            contact: ContactID("daughter"), channel: ChannelID("webhook"), kind: .raised, priority: .emergency,
            created: moment(number), state: .due(moment(number).boot))
    }

    package static func story(_ sequence: Int64, alert: Int64, ledger: String) -> StoryEntry {
        StoryEntry(
            sequence: sequence, alert: AlertID(ledger: ledger, number: alert), moment: moment(sequence),
            kind: .told, text: "The daughter is told over the webhook.", contact: ContactID("daughter"),
            channel: ChannelID("webhook"))
    }

    package static func rule(_ name: String, since: Int64) -> StoredRule {
        StoredRule(
            id: RuleID(name), kind: memoryKind, fingerprint: "f1",
            state: Memory(since: moment(since).boot, names: ["one", "two"]))
    }

    package static func gateway(_ number: Int64) -> GatewayState {
        var state = GatewayState()
        state.lastAlert = number
        state.lastDelivery = number
        state.lastStory = number
        state.downPaths = [
            .init(path: .channel(ChannelID("webhook")), since: moment(1), reason: "no route", isReported: true)
        ]
        return state
    }

    /// What one routine reading changes.
    package static func measurement(_ number: Int64) -> [Change] {
        let reading = temperature(number)
        let state = DeviceState(device: reading.device, latest: [reading], heard: reading.moment)
        return [.reading(reading), .device(state), .gateway(gateway(number))]
    }

    /// What one press changes: an alert, two deliveries, four entries, the counters, the reading.
    package static func turn(_ number: Int64, ledger: String) -> [Change] {
        let entries = (0..<4).map { story(number * 4 - 3 + $0, alert: number, ledger: ledger) }
        var state = gateway(number)
        state.lastDelivery = number * 2
        state.lastStory = number * 4
        return [
            .reading(press(number)),
            .device(DeviceState(device: DeviceID("pendant"), latest: [press(number)], heard: moment(number))),
            .alert(alert(number, ledger: ledger, story: entries)),
            .delivery(delivery(number * 2 - 1, alert: number, ledger: ledger)),
            .delivery(delivery(number * 2, alert: number, ledger: ledger)),
        ] + entries.map(Change.story) + [.gateway(state)]
    }
}
