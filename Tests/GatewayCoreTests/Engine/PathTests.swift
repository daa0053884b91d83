internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// Paths that go down are faults, each one once.
@Suite struct PathTests {
    private static func home(_ change: (inout HomeBuilder) -> Void = { _ in }) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.addHelpCall(preAlert: .zero)
        change(&home)
        return (EngineDriver(home), home)
    }

    private static let bridge = Path.bridge(BridgeID("zigbee"))

    @Test func `a short break is no fault`() {
        var (home, _) = Self.home()
        home.turn(.path(Self.bridge, .down(reason: "gone")))
        home.pass(.seconds(14))
        home.turn(.path(Self.bridge, .up))
        #expect(home.pass(.hours(1)) == [])
        #expect(home.states == [])
    }

    @Test func `a long break is a fault that closes itself`() {
        var (home, _) = Self.home()
        home.turn(.path(Self.bridge, .down(reason: "gone")))
        #expect(home.pass(.seconds(15)) == ["tell bert raised over bert-app (d1)"])
        home.answer(.accepted)
        #expect(home.turn(.path(Self.bridge, .up)) == ["tell bert closed over bert-app (d2)"])
        #expect(home.states == ["closed"])
    }

    @Test func `one bridge down is one fault and not thirty`() {
        var (home, _) = Self.home { home in
            for number in 1...30 {
                home.devices.append(
                    HomeBuilder.device("plug\(number)", [.power], supervision: .report(silentAfter: .hours(1))))
            }
        }
        home.pass(.minutes(10))
        home.turn(.path(Self.bridge, .down(reason: "gone")))
        home.pass(.minutes(40))
        #expect(home.states == ["raised"])
        home.turn(.path(Self.bridge, .up))
        home.pass(.minutes(59))
        #expect(home.states == ["closed"])
        // Connected, and yet nothing comes: that is one fault as well.
        home.pass(.minutes(2))
        #expect(home.states == ["closed", "raised"])
    }

    @Test func `a bridge down for long is still one fault`() {
        var (home, plan) = Self.home { home in
            home.devices.append(HomeBuilder.device("plug", [.power], supervision: .report(silentAfter: .hours(1))))
        }
        home.turn(.path(Self.bridge, .down(reason: "gone")))
        home.pass(.days(2))
        home.restart(after: .hours(3), with: plan)
        home.pass(.days(2))
        #expect(home.states == ["raised"])
    }

    @Test func `a break that a restart interrupted gets a fresh grace`() {
        var (home, plan) = Self.home()
        home.turn(.path(Self.bridge, .down(reason: "stopping")))
        home.restart(after: .hours(1), with: plan)
        home.pass(.seconds(10))
        #expect(home.states == [])
        home.turn(.path(Self.bridge, .up))
        home.pass(.hours(1))
        #expect(home.states == [])
    }

    @Test(.ownThread) func `five hundred faults are enough, and an emergency still comes through`() {
        var (home, _) = Self.home { home in
            for number in 1...600 {
                home.devices.append(
                    HomeBuilder.device("plug\(number)", [.power], supervision: .report(silentAfter: .hours(1))))
            }
        }
        // One goes on speaking, so that the silence is not the bridge's.
        for _ in 0..<4 {
            home.measure("plug1", .power, 5_000)
            home.pass(.minutes(30))
        }
        #expect(home.states.count == Limits.openAlerts)
        #expect(home.press("pendant").contains("say heard"))
        #expect(home.states.count == Limits.openAlerts + 1)
    }
}
