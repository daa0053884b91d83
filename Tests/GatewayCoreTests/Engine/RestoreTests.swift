internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// An engine rebuilt from what is on record goes on exactly as the one that ran through.
@Suite struct RestoreTests {
    @Test(.ownThread, arguments: 1...60)
    func `a rebuilt engine is the same engine`(_ seed: Int) {
        var life = RandomEvents(seed: seed)
        let home = HomeBuilder.everyKind()
        var driver = EngineDriver(home)
        for _ in 0..<(10 + life.dice.roll(150)) {
            driver.pass(life.wait())
            driver.turn(life.next(driver))
        }
        var twin = Engine(plan: home.plan, snapshot: driver.ledger.snapshot, at: driver.now)
        expectEqual(twin, driver.engine)
        var event = Event.started(nil)
        for _ in 0..<60 {
            let decision = twin.turn(event, at: driver.now)
            driver.turn(event)
            #expect(decision.effects == driver.lastDecision.effects)
            #expect("\(decision.changes)" == "\(driver.lastDecision.changes)")
            #expect(decision.mustBeDurable == driver.lastDecision.mustBeDurable)
            #expect(twin.deadline == driver.engine.deadline)
            expectEqual(twin, driver.engine)
            if let due = driver.engine.deadline, life.dice.roll(2) == 0 {
                driver.stall(max(.zero, due - driver.now.boot))
                event = .tick
            } else {
                driver.stall(life.wait())
                event = life.next(driver)
            }
        }
    }

    /// That the histories reach what they are about: a rule of every kind, and findings of most of them.
    @Test func `the home has a rule of every kind`() {
        let kinds = Set(RuleRegistry.kinds.map { $0.kind.name })
        let used = Set(HomeBuilder.everyKind().plan.rules.map { type(of: $0).kind.name })
        #expect(used == kinds)
    }

    private func expectEqual(_ twin: Engine, _ engine: Engine) {
        #expect(twin.alerts == engine.alerts)
        #expect(twin.deliveries == engine.deliveries)
        #expect(twin.gateway == engine.gateway)
        #expect(twin.devices.states == engine.devices.states)
    }
}
