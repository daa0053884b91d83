internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// The engine's holds, windows, gaps and three values, against a reference that looks at every minute.
@Suite struct ConditionModelTests {
    @Test(.ownThread, arguments: 1...400)
    func `the engine tells what the reference tells, minute by minute`(_ seed: Int) {
        let history = ConditionHistory(seed: seed)
        let expected = ReferenceCondition(history).told()
        let actual = Self.run(history)
        let difference = zip(expected, actual).enumerated().first { $0.element.0 != $0.element.1 }
        #expect(
            difference == nil,
            "seed \(seed), minute \(difference?.offset ?? 0): told \(difference?.element.1 ?? false); \(history)")
    }

    /// That the histories reach what they are about.
    @Test(.ownThread) func `the histories tell something, and not always`() {
        let histories = (1...400).map { ConditionHistory(seed: $0) }
        let told = histories.count { ReferenceCondition($0).told().contains(true) }
        #expect(told > 150)
        #expect(told < 400)
    }

    /// For each minute whether the engine has an open alert, after all that happened in it.
    private static func run(_ history: ConditionHistory) -> [Bool] {
        let home = home(history)
        var driver = EngineDriver(home, at: moment(history))
        driver.turn(.path(.bridge(Self.bridge), .up))
        var told: [Bool] = []
        while told.count < history.length {
            let minute = told.count
            if minute > 0 { driver.pass(.minutes(1)) }
            switch history.events[minute] {
            case .opens: driver.show("door", .open, true)
            case .shuts: driver.show("door", .open, false)
            case .vanishes: driver.turn(.path(.bridge(Self.bridge), .down(reason: "gone")))
            case .reappears(let isOpen):
                driver.turn(.path(.bridge(Self.bridge), .up))
                driver.show("door", .open, isOpen, freshness: .retained)
            case .clockStep(let minutes):
                driver.setClock(driver.now.wall + .minutes(Int64(minutes)))
                driver.turn(.tick)
            case .stops(let minutes):
                let before = isTold(driver)
                told += Array(repeating: before, count: min(minutes, history.length - minute))
                driver.restart(after: .minutes(Int64(minutes)), with: home)
                // The minute of the start is looked at like any other, without another minute passing.
                if told.count < history.length { told.append(isTold(driver)) }
                continue
            case nil: break
            }
            told.append(isTold(driver))
        }
        return Array(told.prefix(history.length))
    }

    private static let bridge = BridgeID("zigbee")

    private static func isTold(_ driver: EngineDriver) -> Bool {
        driver.engine.alerts.contains { $0.isOpen && $0.kind == .leftOpen }
    }

    private static func moment(_ history: ConditionHistory) -> Moment {
        Moment(
            boot: BootTime.zero + .hours(1), wall: WallTime(milliseconds: Int64(history.beginning) * 60_000),
            quality: .synchronised)
    }

    private static func home(_ history: ConditionHistory) -> HomeBuilder {
        var home = HomeBuilder()
        home.faultAfter = .zero
        home.addRule(
            "left_open",
            values: ["devices": .devices([DeviceID("door")]), "hold": .duration(.minutes(Int64(history.hold)))]
        ) { common in
            common.gap = history.gap
            common.clearsAfter = .minutes(Int64(history.clearsAfter))
            common.window = history.window.map {
                DayWindow(from: TimeOfDay(minutes: $0.from), to: TimeOfDay(minutes: $0.to))
            }
        }
        return home
    }
}
