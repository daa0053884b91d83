package import GatewayCore

/// Drives an engine in virtual time, and reads its decisions as the lines of a transcript.
///
/// "tell anna raised over anna-app (d1)", "say heard", "siren on", "withdraw d1". Each turn is recorded
/// before the next, so a restart finds what a ledger would have.
package struct EngineDriver {
    package private(set) var engine: Engine
    package private(set) var now: Moment
    package let ledger: RecordedLedger
    /// Deliveries handed out and not answered, in order.
    package private(set) var underway: [DeliveryOrder] = []
    package private(set) var orders: [DeliveryOrder] = []
    package private(set) var announcements: [Announcement] = []
    package private(set) var lastDecision = Decision()

    /// 2026-11-22 08:00 in Brussels, an hour after the start of the line.
    package static let morning = Moment(
        boot: BootTime.zero + .hours(1), wall: WallTime(milliseconds: 1_795_330_800_000), quality: .synchronised)

    package init(_ home: HomeBuilder, at moment: Moment = EngineDriver.morning) {
        ledger = RecordedLedger()
        now = moment
        engine = Engine(plan: home.plan, snapshot: Snapshot(ledger: "k"), at: moment)
        turn(.started(nil))
    }

    // MARK: - Events

    @discardableResult
    package mutating func turn(_ event: Event) -> [String] {
        take(engine.turn(event, at: now))
    }

    /// Another plan, as by a reload.
    @discardableResult
    package mutating func adopt(_ home: HomeBuilder) -> [String] {
        take(engine.adopt(home.plan, at: now))
    }

    @discardableResult
    package mutating func press(
        _ device: String, _ capability: Capability = .helpCall, age: Duration? = nil, isRedelivered: Bool = false,
        freshness: Freshness = .live
    ) -> [String] {
        turn(
            .readings([
                Reading(
                    device: DeviceID(device), capability: capability, value: .happened, moment: now,
                    occurred: age.map { now.wall - $0 }, freshness: freshness, isRedelivered: isRedelivered)
            ]))
    }

    @discardableResult
    package mutating func show(
        _ device: String, _ capability: Capability, _ isOn: Bool, freshness: Freshness = .live, age: Duration? = nil
    ) -> [String] {
        turn(
            .readings([
                Reading(
                    device: DeviceID(device), capability: capability, value: .state(isOn), moment: now,
                    occurred: age.map { now.wall - $0 }, freshness: freshness)
            ]))
    }

    @discardableResult
    package mutating func measure(_ device: String, _ capability: Capability, _ thousandths: Int64) -> [String] {
        turn(
            .readings([
                Reading(
                    device: DeviceID(device), capability: capability,
                    value: .number(Quantity(thousandths: thousandths)), moment: now)
            ]))
    }

    /// The answer of the channel to the oldest delivery under way to a contact, or to all of them.
    @discardableResult
    package mutating func answer(_ outcome: DeliveryOutcome, _ channel: String? = nil) -> [String] {
        var lines: [String] = []
        let answered = underway.filter { channel == nil || $0.delivery.channel == ChannelID(channel ?? "") }
        for order in answered {
            underway.removeAll { $0.delivery.id == order.delivery.id }
            lines += turn(.outcome(order.delivery.id, outcome))
        }
        return lines
    }

    @discardableResult
    package mutating func acknowledge(_ number: Int64, by contact: String) -> [String] {
        turn(.acknowledge(alert(number), by: ContactID(contact), way: .link))
    }

    @discardableResult
    package mutating func close(_ number: Int64, by contact: String, _ outcome: AlertOutcome = .attended) -> [String] {
        turn(.close(alert(number), by: ContactID(contact), outcome: outcome, note: nil))
    }

    // MARK: - Time

    /// Lets time pass; wakes the engine whenever it wants to be woken.
    @discardableResult
    package mutating func pass(_ duration: Duration) -> [String] {
        var lines: [String] = []
        let end = now.boot + duration
        while let due = engine.deadline, due <= end {
            move(to: max(due, now.boot))
            lines += turn(.tick)
            precondition(
                engine.deadline.map { $0 > now.boot } ?? true,
                "The engine wants a tick it just had: \(engine.overdue)")
        }
        move(to: end)
        return lines
    }

    /// Passes over time in which the engine does not run at all.
    package mutating func stall(_ duration: Duration) {
        move(to: now.boot + duration)
    }

    package mutating func setClock(_ wall: WallTime, _ quality: ClockQuality = .synchronised) {
        now.wall = wall
        now.quality = quality
    }

    private mutating func move(to boot: BootTime) {
        now.wall = now.wall + (boot - now.boot)
        now.boot = boot
    }

    // MARK: - Restart

    /// Stops now and starts again after an outage from what is on record.
    @discardableResult
    package mutating func restart(after outage: Duration, with home: HomeBuilder) -> [String] {
        stall(outage)
        underway = []
        engine = Engine(plan: home.plan, snapshot: ledger.snapshot, at: now)
        return turn(.started(Outage(length: outage, isKnown: true)))
    }

    // MARK: - Reading

    package func alert(_ number: Int64) -> AlertID { AlertID(ledger: "k", number: number) }

    /// "raised", "acknowledged" …; nil for an alert that is not there.
    package func state(_ number: Int64) -> String? { engine.alert(alert(number))?.state.name }

    /// The states of all alerts in memory, oldest first.
    package var states: [String] { engine.alerts.map { $0.state.name } }

    package func story(_ number: Int64) -> [String] {
        ledger.story.filter { $0.alert == alert(number) }.map(\.text)
    }

    private mutating func take(_ decision: Decision) -> [String] {
        lastDecision = decision
        let mark = TimeMark(moment: now, bootID: "boot", offset: 0)
        do {
            try ledger.record(decision.changes, at: mark, durably: true)
        } catch {
            preconditionFailure("A ledger in memory records: \(error)")
        }
        return decision.effects.map { line($0) }
    }

    private mutating func line(_ effect: Effect) -> String {
        switch effect {
        case .deliver(let order):
            underway.append(order)
            orders.append(order)
            let told = order.delivery
            return "tell \(told.contact) \(told.kind.rawValue) over \(told.channel) (d\(told.id.number))"
        case .withdraw(let id):
            underway.removeAll { $0.delivery.id == id }
            return "withdraw d\(id.number)"
        case .announce(let announcement):
            announcements.append(announcement)
            return "say \(announcement.stage.rawValue)"
        case .drive(let output, let isOn): return "\(output) \(isOn ? "on" : "off")"
        }
    }
}
