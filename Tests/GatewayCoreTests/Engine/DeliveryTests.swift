internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// BEHAVIOUR 2: channels fail, deliveries do not get lost.
@Suite struct DeliveryTests {
    private static func pressed(_ change: (inout HomeBuilder) -> Void = { _ in }) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.addHelpCall(preAlert: .zero)
        change(&home)
        var driver = EngineDriver(home)
        driver.press("pendant")
        return (driver, home)
    }

    private static let failed = DeliveryOutcome.failed(reason: "no answer", retryAfter: nil)

    @Test func `a failed channel moves on to the next at once and is tried again`() {
        var (home, _) = Self.pressed()
        #expect(home.answer(Self.failed) == ["say not_getting_through", "tell anna raised over anna-sms (d2)"])
        #expect(home.pass(.seconds(1)) == ["tell anna raised over anna-app (d1)"])
        #expect(home.answer(.accepted, "anna-sms") == ["say sent"])
        #expect(home.answer(Self.failed, "anna-app") == [])
        #expect(home.pass(.seconds(1)) == ["tell anna raised over anna-app (d1)"])
        #expect(home.orders.last?.delivery.attempts == 3)
    }

    @Test func `an emergency is retried without end, within seconds at first`() {
        var (home, _) = Self.pressed { $0.contacts[0].channels = [ChannelID("anna-app")] }
        home.answer(Self.failed)
        for _ in 0..<300 {
            let before = home.now.boot
            guard let due = home.engine.deliveries.first else { break }
            guard case .due(let time) = due.state else { break }
            #expect(time - before < .milliseconds(1_900))
            home.pass(time - before)
            home.answer(Self.failed)
        }
        #expect(home.engine.deliveries.first?.attempts ?? 0 > 100)
    }

    @Test func `a receiver's wish for patience is heard within bounds`() {
        var (home, _) = Self.pressed()
        home.answer(.failed(reason: "busy", retryAfter: .days(30)), "anna-app")
        home.answer(.accepted, "anna-sms")
        #expect(home.pass(.seconds(9)) == [])
        #expect(home.pass(.seconds(1)) == ["tell anna raised over anna-app (d1)"])
    }

    @Test func `a refusal is not repeated: next channel, and a fault`() {
        var (home, _) = Self.pressed()
        #expect(
            home.answer(.refused(reason: "unknown account"))
                == ["say not_getting_through", "tell anna raised over anna-sms (d2)"])
        home.answer(.accepted)
        #expect(home.pass(.seconds(15)) == ["tell bert raised over bert-app (d3)"])
        #expect(home.engine.alerts.last?.cause == .path(.channel(ChannelID("anna-app"))))
    }

    @Test func `a channel that accepts again is no fault any more`() {
        var (home, _) = Self.pressed()
        home.answer(.refused(reason: "unknown account"))
        home.answer(.accepted)
        home.pass(.seconds(15))
        home.answer(.accepted)
        home.pass(.minutes(8))
        home.answer(.accepted)
        #expect(home.states == ["raised", "closed"])
        #expect(home.engine.gateway.downPaths.isEmpty)
    }

    @Test func `the first attempt that fails after a restart moves on to the next channel too`() {
        var (home, plan) = Self.pressed()
        #expect(home.restart(after: .seconds(3), with: plan) == ["say heard", "tell anna raised over anna-app (d1)"])
        #expect(home.answer(Self.failed).contains("tell anna raised over anna-sms (d2)"))
    }

    @Test func `a channel that keeps failing does not keep the next from being told each round`() {
        var (home, _) = Self.pressed()
        home.answer(Self.failed)
        home.answer(.accepted, "anna-sms")
        for _ in 0..<7 * 60 {
            home.pass(.seconds(1))
            home.answer(Self.failed, "anna-app")
        }
        let told = home.orders.filter { $0.delivery.channel == ChannelID("anna-sms") }
        #expect(told.count == 2)
    }

    @Test func `a known broken channel is passed over at once, and still tried`() {
        var home = HomeBuilder()
        home.addHelpCall(preAlert: .zero)
        var driver = EngineDriver(home)
        driver.turn(.path(.channel(ChannelID("anna-app")), .down(reason: "no route")))
        #expect(
            driver.press("pendant")
                == ["say heard", "tell anna raised over anna-app (d1)", "tell anna raised over anna-sms (d2)"])
    }

    @Test func `a channel that is back gets what waits for it at once`() {
        var (home, _) = Self.pressed()
        let app = Path.channel(ChannelID("anna-app"))
        home.turn(.path(app, .down(reason: "no route")))
        home.answer(.failed(reason: "no route", retryAfter: .seconds(10)), "anna-app")
        home.answer(.accepted, "anna-sms")
        #expect(home.turn(.path(app, .up)) == ["tell anna raised over anna-app (d1)"])
    }

    @Test func `emergencies are handed out before older faults`() {
        var home = HomeBuilder()
        home.addHelpCall(preAlert: .zero)
        var driver = EngineDriver(home)
        driver.turn(.path(.bridge(BridgeID("zigbee")), .down(reason: "gone")))
        driver.pass(.seconds(16))
        driver.press("pendant")
        let lines = driver.restart(after: .seconds(5), with: home)
        #expect(
            lines == ["say heard", "tell anna raised over anna-app (d2)", "tell bert raised over bert-app (d1)"])
    }

    @Test func `answers that come twice or for nothing change nothing`() {
        var (home, _) = Self.pressed()
        home.answer(Self.failed)
        let id = DeliveryID(ledger: "k", number: 1)
        let before = home.engine.deliveries
        #expect(home.turn(.outcome(id, Self.failed)) == [])
        #expect(home.turn(.outcome(DeliveryID(ledger: "k", number: 999), .accepted)) == [])
        #expect(home.engine.deliveries == before)
    }

    @Test(.ownThread) func `everyone told learns of the closing, however many alerts were closed since`() {
        var (home, _) = Self.pressed()
        home.answer(.accepted)
        home.close(1, by: "anna")
        home.answer(Self.failed)
        for number in 2...70 {
            home.pass(.seconds(20))
            home.press("cord")
            home.close(Int64(number), by: "anna")
            home.answer(Self.failed)
        }
        let closing = home.engine.deliveries.filter { $0.alert == home.alert(1) && $0.kind == .closed }
        #expect(!closing.isEmpty)
    }

    @Test func `faults wait when the outbox is full, emergencies never do`() {
        var home = HomeBuilder()
        home.addHelpCall(preAlert: .zero)
        let now = EngineDriver.morning
        var full = Snapshot(ledger: "k")
        full.gateway.lastDelivery = Int64(Limits.unsettledDeliveries)
        full.deliveries = (1...full.gateway.lastDelivery).map { number in
            Delivery(
                id: DeliveryID(ledger: "k", number: number), alert: AlertID(ledger: "k", number: 1),
                contact: ContactID("bert"), channel: ChannelID("bert-app"), kind: .raised, priority: .fault,
                created: now, state: .due(now.boot + .hours(10)))
        }
        var engine = Engine(plan: home.plan, snapshot: full, at: now)
        _ = engine.turn(.path(.storage, .down(reason: "full")), at: now)
        let later = Moment(boot: now.boot + .minutes(1), wall: now.wall + .minutes(1), quality: .synchronised)
        #expect(engine.turn(.tick, at: later).effects.isEmpty)
        let press = Reading(device: DeviceID("cord"), capability: .helpCall, value: .happened, moment: later)
        #expect(engine.turn(.readings([press]), at: later).effects.count == 2)
    }
}
