internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// What each measure counts, seen by what it says of a change.
@Suite struct BaselineMeasureTests {
    /// Lives a usual life for five weeks, then another for a week.
    private static func change(
        _ home: BaselineHome, usual: (inout BaselineHome) -> Void, changed: (inout BaselineHome) -> Void
    ) -> [String] {
        var home = home
        home.live(37) { home, _ in usual(&home) }
        #expect(home.states == [])
        home.live(7) { home, _ in changed(&home) }
        return home.details
    }

    @Test func `visits to the bathroom, each however long`() {
        func visits(_ count: Int, _ home: inout BaselineHome) {
            home.until(8, 0)
            for _ in 0..<count {
                for _ in 0..<3 {
                    home.sign("motion")
                    home.home.pass(.minutes(4))
                }
                home.home.pass(.minutes(30))
            }
        }
        let details = Self.change(
            BaselineHome(measure: "bathroom"), usual: { visits(6, &$0) }, changed: { visits(10, &$0) })
        #expect(
            details == [
                "Used the bathroom about 65 % more often over the last week than in the usual four weeks "
                    + "(median 10 visits a day, before 6; sure, 28 valid days)."
            ])
    }

    @Test func `visits at night only, within a window across midnight`() {
        func night(_ count: Int, _ home: inout BaselineHome) {
            home.until(8, 0)
            home.stir(10)
            home.until(23, 50)
            for _ in 0..<count {
                home.sign("motion")
                home.home.pass(.minutes(20))
            }
        }
        let home = BaselineHome(measure: "bathroom") {
            $0.window = DayWindow(from: TimeOfDay(minutes: 22 * 60), to: TimeOfDay(minutes: 6 * 60))
        }
        let details = Self.change(home, usual: { night(1, &$0) }, changed: { night(4, &$0) })
        #expect(
            details == [
                "Used the bathroom between 22:00 and 06:00 about 300 % more often over the last week than in the "
                    + "usual four weeks (median 4 visits a day, before 1; sure, 28 valid days)."
            ])
    }

    @Test func `time in bed, of the night only`() {
        func night(_ minute: Int, _ home: inout BaselineHome) {
            home.until(14, 0)
            home.home.show("bed", .bedOccupied, true)
            home.until(15, 0)
            home.home.show("bed", .bedOccupied, false)
            home.until(22, minute)
            home.home.show("bed", .bedOccupied, true)
            home.until(1, 0)
            // Up for a quarter of an hour; then the day ends at four and the night goes on.
            home.home.show("bed", .bedOccupied, false)
            home.home.pass(.minutes(15))
            home.home.show("bed", .bedOccupied, true)
        }
        func up(_ hour: Int, _ home: inout BaselineHome) {
            home.until(hour, 0)
            home.home.show("bed", .bedOccupied, false)
        }
        var home = BaselineHome(measure: "sleep", devices: ["bed"])
        night(0, &home)
        home.live(38) { home, _ in
            up(7, &home)
            night(0, &home)
        }
        #expect(home.states == [])
        home.live(8) { home, _ in
            // To bed at ten and up at half past four.
            home.until(4, 30)
            home.home.show("bed", .bedOccupied, false)
            home.until(14, 0)
            home.until(0, 0)
            home.home.show("bed", .bedOccupied, true)
        }
        #expect(
            home.details == [
                "Was in bed about 50 % shorter over the last week than in the usual four weeks "
                    + "(median 4 h 30 a night, before 8 h 45; sure, 28 valid days)."
            ])
    }

    @Test func `outings, however often the door moves`() {
        func goOut(_ count: Int, _ home: inout BaselineHome) {
            home.until(9, 0)
            home.sign("motion")
            for _ in 0..<count {
                for isOpen in [true, false] {
                    home.home.show("door", .open, isOpen)
                    home.home.pass(.seconds(20))
                }
                home.home.pass(.hours(1))
                for isOpen in [true, false] {
                    home.home.show("door", .open, isOpen)
                    home.home.pass(.seconds(20))
                }
                home.home.pass(.minutes(3))
                home.sign("motion")
                home.home.pass(.hours(1))
            }
        }
        let details = Self.change(
            BaselineHome(measure: "outings", devices: ["door"]), usual: { goOut(2, &$0) },
            changed: { goOut(0, &$0) })
        #expect(
            details == [
                "Went out about 100 % less often over the last week than in the usual four weeks "
                    + "(median 0 outings a day, before 2; sure, 28 valid days)."
            ])
    }

    @Test func `the time of getting up`() {
        func rise(_ hour: Int, _ minute: Int, _ home: inout BaselineHome) {
            home.until(hour, minute)
            home.stir(4)
        }
        let details = Self.change(
            BaselineHome(measure: "getting_up"), usual: { rise(7, 15, &$0) }, changed: { rise(9, 0, &$0) })
        #expect(
            details == [
                "Got up about 105 minutes later over the last week than in the usual four weeks "
                    + "(median 09:00, before 07:15; sure, 28 valid days)."
            ])
    }

    @Test func `movement at night`() {
        func night(_ quarters: Int, _ home: inout BaselineHome) {
            home.until(12, 0)
            home.stir(20)
            home.until(23, 45)
            home.stir(quarters)
        }
        let details = Self.change(
            BaselineHome(measure: "night_activity"), usual: { night(2, &$0) }, changed: { night(7, &$0) })
        #expect(
            details == [
                "Moved at night about 250 % more over the last week than in the usual four weeks "
                    + "(median 7 quarter-hours a night, before 2; sure, 28 valid days)."
            ])
    }
}
