import GatewayCore
import Testing

@testable import GatewayDaemon

struct ClockDoubtTests {
    private func moment(_ minutes: Int64, _ quality: ClockQuality) -> Moment {
        Moment(boot: .zero + .minutes(minutes), wall: WallTime(milliseconds: 0), quality: quality)
    }

    private func isDown(_ state: PathState?) -> Bool {
        if case .down = state { true } else { false }
    }

    @Test func `a clock that is set soon after the start is no fault`() {
        var doubt = ClockDoubt()
        #expect(doubt.look(moment(0, .unsynchronised)) == nil)
        #expect(doubt.look(moment(2, .synchronised)) == nil)
        #expect(doubt.deadline == nil)
        #expect(doubt.look(moment(60, .holdover)) == nil)
    }

    @Test func `a clock that stays unset is a fault once, until it is set`() {
        var doubt = ClockDoubt()
        #expect(doubt.look(moment(1, .unsynchronised)) == nil)
        #expect(doubt.deadline == BootTime.zero + .minutes(1) + DaemonLimits.clockGrace)
        #expect(doubt.look(moment(15, .unsynchronised)) == nil)
        #expect(isDown(doubt.look(moment(16, .unsynchronised))))
        #expect(doubt.look(moment(17, .unsynchronised)) == nil)
        #expect(doubt.deadline == nil)
        #expect(doubt.look(moment(18, .synchronised)) == .up)
        #expect(doubt.look(moment(19, .synchronised)) == nil)
        #expect(doubt.look(moment(20, .unsynchronised)) == nil)
        #expect(isDown(doubt.look(moment(36, .unsynchronised))))
    }
}
