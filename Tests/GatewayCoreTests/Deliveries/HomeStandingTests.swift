import GatewayCore
import GatewayTesting
import Testing

struct HomeStandingTests {
    private func plan(_ change: (inout HomeBuilder) -> Void = { _ in }) -> HomeBuilder {
        var plan = HomeBuilder()
        plan.addHelpCall(preAlert: .seconds(10))
        plan.addHazard()
        change(&plan)
        return plan
    }

    @Test func `a call for help is an emergency from the press until it is closed`() {
        var home = EngineDriver(plan())
        func standing() -> HomeStanding { SharingGate.standing(of: home.engine, shares: []) }
        #expect(!standing().hasEmergency && standing().openAlerts == 0 && standing().stage == nil)
        home.press("pendant")
        #expect(standing().hasEmergency && standing().stage == .heard)
        #expect(standing().nextToTake == nil, "While the person can cancel there is nothing to take.")
        home.pass(.seconds(10))
        home.answer(.accepted)
        #expect(standing().nextToTake == home.alert(1) && standing().stage == .sent)
        home.acknowledge(1, by: "anna")
        #expect(standing().hasEmergency && standing().nextToTake == nil && standing().stage == .acknowledged)
        home.close(1, by: "anna")
        #expect(!standing().hasEmergency && standing().openAlerts == 0 && standing().stage == nil)
    }

    @Test func `the gravest is taken first, and of those the oldest`() {
        var home = EngineDriver(plan { $0.addLeftOpen() })
        home.show("door", .open, true)
        home.pass(.minutes(6))
        home.show("smoke", .smoke, true)
        home.press("pendant")
        home.pass(.seconds(11))
        let standing = SharingGate.standing(of: home.engine, shares: [])
        #expect(standing.openAlerts == 3)
        #expect(standing.nextToTake == home.alert(2))
    }

    @Test func `tests are no emergency`() {
        var home = EngineDriver(plan())
        home.press("pendant", .testPress)
        #expect(!SharingGate.standing(of: home.engine, shares: []).hasEmergency)
    }

    @Test func `names of people, things and rooms stand in it only where they are shared`() {
        let home = EngineDriver(plan())
        let closed = SharingGate.standing(of: home.engine, shares: [])
        #expect(closed.residents.isEmpty)
        #expect(closed.devices.allSatisfy { $0.name == nil && $0.room == nil })
        #expect(closed.devices.map(\.number) == Array(1...closed.devices.count))
        let named = SharingGate.standing(of: home.engine, shares: [.name])
        #expect(named.residents.map(\.name) == ["Margaret"])
        #expect(named.devices.first?.name == "the pendant" && named.devices.allSatisfy { $0.room == nil })
        let placed = SharingGate.standing(of: home.engine, shares: [.room])
        #expect(placed.residents.isEmpty && placed.devices.allSatisfy { $0.name == nil })
        #expect(placed.devices[1].room != nil)
    }

    @Test func `a path that is down is a fault once it is told, and its devices are not heard`() {
        var home = EngineDriver(
            plan { $0.devices[3] = HomeBuilder.device("door", [.open, .batteryLow], supervision: .bridge) })
        func door() -> DeviceStanding { SharingGate.standing(of: home.engine, shares: []).devices[3] }
        #expect(door().isHeard == true && door().isBatteryLow == false)
        home.show("door", .batteryLow, true)
        #expect(door().isBatteryLow == true)
        home.turn(.path(.bridge(BridgeID("zigbee")), .down(reason: "away")))
        #expect(!SharingGate.standing(of: home.engine, shares: []).hasFault)
        home.pass(.seconds(16))
        let standing = SharingGate.standing(of: home.engine, shares: [])
        #expect(standing.hasFault && standing.silentDevices == 1 && standing.lowBatteries == 1)
        #expect(door().isHeard == false)
    }

    @Test func `a large home lists its first devices and counts them all`() {
        var builder = plan()
        for number in 0..<Limits.listedDevices {
            builder.devices.append(HomeBuilder.device("more-\(number)", [.open], supervision: .bridge))
        }
        var home = EngineDriver(builder)
        home.turn(.path(.bridge(BridgeID("zigbee")), .down(reason: "away")))
        home.pass(.seconds(16))
        let standing = SharingGate.standing(of: home.engine, shares: [])
        #expect(standing.devices.count == Limits.listedDevices)
        #expect(standing.silentDevices == Limits.listedDevices)
    }
}
