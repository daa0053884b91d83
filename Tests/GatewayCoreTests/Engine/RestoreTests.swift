internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// An engine rebuilt from what is on record goes on exactly as the one that ran through.
@Suite struct RestoreTests {
    private static func home() -> HomeBuilder {
        var home = HomeBuilder()
        home.devices.append(HomeBuilder.device("plug", [.power], supervision: .report(silentAfter: .hours(2))))
        home.addHelpCall()
        home.addHazard()
        home.addLeftOpen()
        home.addInactivity(
            after: .hours(5), window: DayWindow(from: TimeOfDay(minutes: 420), to: TimeOfDay(minutes: 1_320)))
        home.addCold(hold: .minutes(30))
        home.acknowledgementHolds = [.emergency: .minutes(10)]
        return home
    }

    private static func event(_ dice: inout Dice, _ driver: EngineDriver) -> Event {
        func reading(_ device: String, _ capability: Capability, _ value: ReadingValue) -> Event {
            let freshness = [Freshness.live, .live, .live, .retained][dice.roll(4)]
            return .readings([
                Reading(
                    device: DeviceID(device), capability: capability, value: value, moment: driver.now,
                    freshness: freshness)
            ])
        }
        let alert = driver.alert(Int64(dice.roll(12) + 1))
        let contact = ContactID(["anna", "bert", "centre", "stranger"][dice.roll(4)])
        switch dice.roll(18) {
        case 0: return reading("pendant", .helpCall, .happened)
        case 1: return reading("pendant", .cancel, .happened)
        case 2: return reading("smoke", .smoke, .state(dice.roll(2) == 0))
        case 3: return reading("door", .open, .state(dice.roll(2) == 0))
        case 4: return reading("motion", .motion, .state(dice.roll(2) == 0))
        case 5:
            let celsius = Quantity(thousandths: Int64(dice.roll(25)) * 1_000)
            return reading("thermometer", .temperature, .number(celsius))
        case 6: return reading("plug", .power, .number(Quantity(thousandths: 1_000)))
        case 7: return .acknowledge(alert, by: contact, way: .link)
        case 8: return .close(alert, by: contact, outcome: .attended, note: "words")
        case 9: return .okay(source: "page")
        case 10: return .mode(dice.roll(3) == 0 ? nil : .away, until: driver.now.wall + .hours(3), source: "page")
        case 11, 12:
            let paths: [Path] = [.bridge(BridgeID("zigbee")), .channel(ChannelID("anna-app")), .storage]
            return .path(paths[dice.roll(3)], dice.roll(2) == 0 ? .up : .down(reason: "gone"))
        default:
            let outcomes: [DeliveryOutcome] = [
                .accepted, .accepted, .failed(reason: "no", retryAfter: nil), .refused(reason: "never"),
            ]
            guard let order = driver.underway.first else { return .tick }
            return .outcome(order.delivery.id, outcomes[dice.roll(4)])
        }
    }

    private static func wait(_ dice: inout Dice) -> Duration {
        [.milliseconds(50), .seconds(3), .seconds(40), .minutes(4), .hours(1)][dice.roll(5)]
    }

    @Test(arguments: 1...60)
    func `a rebuilt engine is the same engine`(_ seed: Int) {
        var dice = Dice(seed: seed)
        let home = Self.home()
        var driver = EngineDriver(home)
        for _ in 0..<(10 + dice.roll(150)) {
            driver.pass(Self.wait(&dice))
            driver.turn(Self.event(&dice, driver))
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
            if let due = driver.engine.deadline, dice.roll(2) == 0 {
                driver.stall(max(.zero, due - driver.now.boot))
                event = .tick
            } else {
                driver.stall(Self.wait(&dice))
                event = Self.event(&dice, driver)
            }
        }
    }

    private func expectEqual(_ twin: Engine, _ engine: Engine) {
        #expect(twin.alerts == engine.alerts)
        #expect(twin.deliveries == engine.deliveries)
        #expect(twin.gateway == engine.gateway)
        #expect(twin.devices.states == engine.devices.states)
    }
}
