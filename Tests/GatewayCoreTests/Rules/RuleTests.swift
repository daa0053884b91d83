internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// BEHAVIOUR 5, one rule kind after another, through the engine.
@Suite struct RuleTests {
    private static func home(_ change: (inout HomeBuilder) -> Void) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        change(&home)
        return (EngineDriver(home), home)
    }

    // MARK: - Threshold

    @Test func `cold counts after its hold and clears with hysteresis`() {
        var (home, _) = Self.home { $0.addCold(below: 14, clearsAt: 16, hold: .minutes(30)) }
        home.measure("thermometer", .temperature, 13_999)
        home.pass(.minutes(29))
        #expect(home.states == [])
        home.pass(.minutes(1))
        #expect(home.states == ["raised"])
        home.measure("thermometer", .temperature, 15_500)
        #expect(home.states == ["raised"])
        home.measure("thermometer", .temperature, 16_000)
        #expect(home.states == ["closed"])
        home.measure("thermometer", .temperature, 15_500)
        #expect(home.pass(.hours(2)) == [])
        #expect(home.engine.alerts[0].kind == .temperatureLow)
    }

    @Test func `a warm moment begins the hold anew`() {
        var (home, _) = Self.home { $0.addCold(hold: .minutes(30)) }
        home.measure("thermometer", .temperature, 12_000)
        home.pass(.minutes(20))
        home.measure("thermometer", .temperature, 18_000)
        home.measure("thermometer", .temperature, 12_000)
        home.pass(.minutes(29))
        #expect(home.states == [])
    }

    // MARK: - Left open

    @Test func `a door counts over a restart, and the outage with it`() {
        var (home, plan) = Self.home { $0.addLeftOpen(hold: .minutes(10)) }
        home.show("door", .open, true)
        home.pass(.minutes(3))
        home.restart(after: .minutes(6), with: plan)
        #expect(home.states == [])
        home.pass(.minutes(1))
        #expect(home.states == ["raised"])
    }

    @Test func `a door that opened while the gateway was off is known from its copy`() {
        var (home, plan) = Self.home { $0.addLeftOpen(hold: .minutes(10)) }
        home.show("door", .open, false)
        home.restart(after: .hours(1), with: plan)
        home.show("door", .open, true, freshness: .retained)
        home.pass(.minutes(10))
        #expect(home.states == ["raised"])
    }

    @Test func `an old copy does not open a door that the device said is shut`() {
        var (home, _) = Self.home { $0.addLeftOpen(hold: .minutes(10)) }
        home.show("door", .open, true)
        home.pass(.minutes(1))
        home.show("door", .open, false)
        home.show("door", .open, true, freshness: .restated)
        #expect(home.pass(.hours(1)) == [])
        #expect(home.states == [])
    }

    @Test func `after a break a copy may be newer than what was heard`() {
        var (home, _) = Self.home { $0.addLeftOpen(hold: .minutes(10)) }
        home.show("door", .open, false)
        home.turn(.path(.bridge(BridgeID("zigbee")), .down(reason: "gone")))
        home.pass(.seconds(5))
        home.turn(.path(.bridge(BridgeID("zigbee")), .up))
        home.show("door", .open, true, freshness: .restated)
        home.pass(.minutes(10))
        #expect(home.states == ["raised"])
    }

    @Test func `an age that reaches before the door was shut is not believed`() {
        var (home, _) = Self.home { $0.addLeftOpen(hold: .minutes(10)) }
        home.show("door", .open, false)
        home.pass(.minutes(2))
        home.show("door", .open, true, age: .days(700))
        #expect(home.states == [])
        home.pass(.minutes(8))
        #expect(home.states == ["raised"])
    }

    // MARK: - Hazard

    @Test func `a retained alarm at the first start is an alarm`() {
        var (home, _) = Self.home { $0.addHazard() }
        #expect(home.show("smoke", .smoke, true, freshness: .retained).contains("say heard"))
    }

    @Test func `smoke and carbon monoxide of one detector are two alerts`() {
        var (home, _) = Self.home { $0.addHazard() }
        home.show("smoke", .smoke, true)
        home.show("smoke", .carbonMonoxide, true)
        let kinds = home.engine.alerts.map { $0.kind }
        #expect(kinds == [.smoke, .carbonMonoxide])
    }

    @Test func `closed by a person it does not come back by being said again`() {
        var (home, plan) = Self.home { $0.addHazard() }
        home.show("smoke", .smoke, true)
        home.close(1, by: "anna")
        home.show("smoke", .smoke, true)
        home.restart(after: .minutes(5), with: plan)
        home.show("smoke", .smoke, true, freshness: .retained)
        #expect(home.states == ["closed"])
    }

    // MARK: - Inactivity

    @Test func `a day window begins the count`() {
        let day = DayWindow(from: TimeOfDay(minutes: 7 * 60), to: TimeOfDay(minutes: 22 * 60))
        var (home, _) = Self.home { $0.addInactivity(after: .hours(3), window: day, preAlert: .zero) }
        home.show("motion", .motion, true)
        // 08:00, quiet until 22:00, then the night, then three hours from 07:00.
        home.pass(.hours(3))
        #expect(home.states == ["raised"])
        home.show("motion", .motion, true)
        home.pass(.minutes(179))
        home.show("motion", .motion, true)
        home.setClock(home.now.wall + .hours(8))
        home.turn(.tick)
        #expect(home.states == ["closed"])
        // 22:00 now: nothing all night.
        #expect(home.pass(.hours(9)) == [])
        home.pass(.minutes(185))
        #expect(home.states == ["closed", "raised"])
    }

    @Test func `without a set clock a window waits, and says nothing`() {
        let day = DayWindow(from: TimeOfDay(minutes: 7 * 60), to: TimeOfDay(minutes: 22 * 60))
        var (home, _) = Self.home { $0.addInactivity(after: .hours(3), window: day, preAlert: .zero) }
        home.setClock(home.now.wall, .unsynchronised)
        home.turn(.tick)
        #expect(home.pass(.hours(30)) == [])
        #expect(home.states == [])
    }

    @Test func `an outage is no inactivity`() {
        var (home, plan) = Self.home { $0.addInactivity(after: .hours(3), preAlert: .zero) }
        home.show("motion", .motion, true)
        home.pass(.hours(2))
        home.restart(after: .hours(20), with: plan)
        #expect(home.pass(.minutes(59)) == [])
        home.pass(.minutes(1))
        #expect(home.states == ["raised"])
    }

    @Test func `a new rule counts from its beginning, not from behind an outage`() {
        var (home, plan) = Self.home { $0.addHelpCall() }
        plan.addInactivity(after: .hours(3), preAlert: .zero)
        home.restart(after: .hours(20), with: plan)
        home.pass(.hours(3))
        #expect(home.states == ["raised"])
    }

    @Test func `copies are no activity`() {
        var (home, _) = Self.home { $0.addInactivity(after: .hours(3), preAlert: .zero) }
        home.pass(.hours(2))
        home.show("motion", .motion, true, freshness: .retained)
        home.pass(.hours(1))
        #expect(home.states == ["raised"])
    }

    // MARK: - Silence

    @Test func `a silent device is a fault until it speaks, outages aside`() {
        var (home, plan) = Self.home { home in
            home.devices.append(HomeBuilder.device("plug", [.power], supervision: .report(silentAfter: .hours(2))))
        }
        home.measure("plug", .power, 1_000)
        home.pass(.hours(1))
        home.restart(after: .hours(5), with: plan)
        #expect(home.pass(.minutes(59)) == [])
        #expect(home.pass(.minutes(1)) == ["tell bert raised over bert-app (d1)"])
        home.answer(.accepted)
        #expect(home.measure("plug", .power, 1_000) == ["tell bert closed over bert-app (d2)"])
    }

    @Test func `a bridge that says a device is gone is believed at once`() {
        var (home, _) = Self.home { home in
            home.devices.append(HomeBuilder.device("plug", [.power], supervision: .bridge))
        }
        home.show("plug", .available, false)
        #expect(home.states == ["raised"])
        home.show("plug", .available, true)
        #expect(home.states == ["closed"])
    }

    @Test func `what a silent device said last is unknown, and no door stays open on its word`() {
        var (home, _) = Self.home { home in
            home.devices[3].supervision = .bridge
            home.addLeftOpen(hold: .hours(1))
        }
        home.show("door", .open, true)
        home.pass(.minutes(30))
        home.show("door", .available, false)
        home.pass(.hours(5))
        let kinds = home.engine.alerts.map { $0.kind }
        #expect(kinds == [.deviceSilence])
    }
}
