internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// Change of a routine against the person's own baseline.
@Suite struct BaselineTests {
    // MARK: - Decline

    @Test func `a decline is found, said in words, and over when it is half over`() {
        var home = BaselineHome(measure: "activity")
        home.live(1) { _, _ in }
        home.move(40, days: 35)
        #expect(home.states == [])
        home.move(20, days: 4)
        #expect(home.states == [])
        home.move(20, days: 1)
        #expect(home.states == ["raised"])
        #expect(home.areOnTrial == [false])
        #expect(
            home.details == [
                "Moved about 45 % less over the last week than in the usual four weeks "
                    + "(median 22 quarter-hours a day, before 40; sure, 28 valid days)."
            ])
        home.move(30, days: 7)
        #expect(home.states == ["raised"])
        home.move(35, days: 7)
        #expect(home.states == ["closed"])
    }

    @Test func `more is found as less is, and each only where it is asked for`() {
        for (direction, expected) in [("either", 1), ("more", 1), ("less", 0)] {
            var home = BaselineHome(measure: "activity", values: ["direction": .choice(direction)])
            home.live(1) { _, _ in }
            home.move(30, days: 35)
            home.move(48, days: 7)
            #expect(home.states.count == expected)
        }
    }

    @Test func `until the baseline is whole it is on trial, and without half of it there is nothing`() {
        var home = BaselineHome(measure: "activity")
        home.live(1) { _, _ in }
        home.move(40, days: 10)
        home.move(20, days: 7)
        #expect(home.states == [])
        var later = BaselineHome(measure: "activity")
        later.live(1) { _, _ in }
        later.move(40, days: 24)
        later.move(20, days: 7)
        #expect(later.areOnTrial == [true])
        #expect(later.details.first?.contains("fairly sure, 22 valid days") == true)
    }

    @Test func `the turn of the year is no change`() {
        var home = BaselineHome(measure: "activity")
        home.live(1) { _, _ in }
        // From 48 down to 28 and up again, over half a year each.
        for week in 0..<26 {
            home.move(28 + abs(20 - week * 20 / 13), days: 7)
        }
        #expect(home.states == [])
    }

    @Test func `what differs as much from day to day is no change`() {
        var home = BaselineHome(measure: "activity")
        home.live(1) { _, _ in }
        home.live(36) { home, day in
            home.until(8, 0)
            home.stir(day % 2 == 0 ? 12 : 52)
        }
        home.move(14, days: 10)
        #expect(home.states == [])
    }

    @Test func `two strange days are no change`() {
        var home = BaselineHome(measure: "activity")
        home.live(1) { _, _ in }
        home.move(40, days: 35)
        home.move(5, days: 3)
        home.move(40, days: 10)
        #expect(home.states == [])
    }

    // MARK: - Becoming the norm

    @Test(.ownThread) func `a decline does not become the norm unnoticed, and after its time it does`() {
        var home = BaselineHome(measure: "activity")
        home.live(1) { _, _ in }
        home.move(40, days: 35)
        home.move(20, days: 55)
        #expect(home.states == ["raised"])
        home.move(20, days: 8)
        #expect(home.states == ["closed"])
        // From now on twenty is usual: more is a change.
        home.move(20, days: 14)
        #expect(home.states == ["closed"])
        home.move(40, days: 7)
        #expect(home.states == ["closed", "raised"])
    }

    // MARK: - Days that cannot tell

    enum Spoiler: String, CaseIterable, Sendable {
        case away, holiday, visitor, outage, silence, clock
    }

    @Test(arguments: Spoiler.allCases)
    func `days that cannot tell are not learned`(_ spoiler: Spoiler) {
        var home = BaselineHome(measure: "activity")
        home.live(1) { _, _ in }
        home.move(40, days: 35)
        home.move(20, days: 8) { Self.spoil(&$0, spoiler, .hours(5)) }
        #expect(home.states == [])
        // Soon after, the same days without it tell.
        home.move(20, days: 6)
        #expect(home.states == ["raised"])
    }

    @Test(arguments: Spoiler.allCases.filter { $0 != .clock })
    func `a short while of it spoils no day`(_ spoiler: Spoiler) {
        var home = BaselineHome(measure: "activity")
        home.live(1) { _, _ in }
        home.move(40, days: 35)
        home.move(20, days: 6) { Self.spoil(&$0, spoiler, .minutes(110)) }
        #expect(home.states == ["raised"])
    }

    private static func spoil(_ home: inout BaselineHome, _ spoiler: Spoiler, _ length: Duration) {
        home.until(18, 0)
        switch spoiler {
        case .away, .holiday:
            let mode: HomeMode = spoiler == .away ? .away : .holiday
            home.home.turn(.mode(mode, until: home.home.now.wall + length, source: "page"))
            home.home.pass(length)
        case .visitor:
            home.home.turn(.visit(VisitorID("carer"), isHere: true, until: home.home.now.wall + length, source: "tag"))
            home.home.pass(length)
        case .outage: home.home.restart(after: length, with: home.plan)
        case .silence:
            home.home.show("motion", .available, false)
            home.home.pass(length)
            home.home.show("motion", .available, true)
        case .clock:
            home.home.setClock(home.home.now.wall, .unsynchronised)
            home.home.turn(.tick)
            home.home.pass(length)
            home.home.setClock(home.home.now.wall)
            home.home.turn(.tick)
        }
    }

    @Test func `a home in which nothing moves all day tells nothing of a routine`() {
        var home = BaselineHome(measure: "activity")
        home.live(1) { _, _ in }
        home.move(40, days: 35)
        home.live(10) { _, _ in }
        #expect(home.states == [])
    }

    @Test func `a clock that is put forward makes no day`() {
        var home = BaselineHome(measure: "activity")
        home.live(1) { _, _ in }
        home.move(40, days: 35)
        for _ in 0..<8 {
            home.until(12, 0)
            home.home.setClock(home.home.now.wall + .hours(16))
            home.home.turn(.tick)
            home.live(1) { home, _ in
                home.until(8, 0)
                home.stir(20)
            }
        }
        #expect(home.states.count <= 1)
        #expect(home.home.engine.deadline.map { $0 > home.home.now.boot } ?? true)
    }

    // MARK: - Restart and daylight saving

    @Test(.ownThread, arguments: [0, 1, 9, 20, 34, 35, 37, 38, 39, 40, 41, 44])
    func `a restart on any day changes nothing`(_ day: Int) {
        func life(restartOn: Int?) -> BaselineHome {
            var home = BaselineHome(measure: "activity")
            home.live(47) { home, day in
                home.until(8, 0)
                home.stir(day < 36 ? 15 : 7)
                if day == restartOn { home.home.restart(after: .minutes(3), with: home.plan) }
                home.stir(day < 36 ? 15 + day % 3 : 7 + day % 3)
            }
            return home
        }
        let whole = life(restartOn: nil)
        let stopped = life(restartOn: day)
        #expect(whole.states == ["raised"])
        #expect(stopped.states == whole.states)
        #expect(stopped.details == whole.details)
    }

    /// 2026-09-20 and 2026-02-22, 08:00 in Brussels: five weeks before the clocks change.
    @Test(arguments: [1_789_884_000_000, 1_771_743_600_000] as [Int64])
    func `a day of 23 or 25 hours is a day`(_ start: Int64) {
        let moment = Moment(
            boot: BootTime.zero + .hours(1), wall: WallTime(milliseconds: start), quality: .synchronised)
        var nights = BaselineHome(measure: "night_activity", at: moment)
        nights.live(60) { home, _ in
            home.until(23, 30)
            home.stir(10)
        }
        #expect(nights.states == [])
        var mornings = BaselineHome(measure: "getting_up", at: moment)
        mornings.live(60) { home, _ in
            home.until(7, 30)
            home.stir(3)
        }
        #expect(mornings.states == [])
        mornings.live(7) { home, _ in
            home.until(10, 30)
            home.stir(3)
        }
        #expect(mornings.states == ["raised"])
    }
}
