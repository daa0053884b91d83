import AlarmProtocols
import GatewayCore
import Testing

@testable import HomePages

struct DeskBoardTests {
    @Test func `a full board lets the oldest ended alert go first`() throws {
        var board = DeskBoard()
        for number in 1...Int64(PageLimits.deskAlerts) {
            let state = number == 7 ? "closed" : "raised"
            let envelope = try SampleAlerts.envelope(SampleAlerts.message(number, state: state), delivery: number)
            _ = board.receive(envelope, id: envelope.id, at: SampleAlerts.now)
        }
        let more = try SampleAlerts.envelope(SampleAlerts.message(9_001), delivery: 9_001)
        #expect(board.receive(more, id: more.id, at: SampleAlerts.now) == .new(key: "mill-lane-12~k3f9-9001"))
        #expect(board.alerts.count == PageLimits.deskAlerts)
        #expect(board.alert("mill-lane-12~k3f9-7") == nil)
        #expect(board.alert("mill-lane-12~k3f9-1") != nil)
    }

    @Test func `a full board of open alerts keeps the emergencies`() throws {
        var board = DeskBoard()
        for number in 1...Int64(PageLimits.deskAlerts) {
            let priority: Priority = number == 400 ? .notice : .emergency
            let envelope = try SampleAlerts.envelope(SampleAlerts.message(number, priority: priority), delivery: number)
            _ = board.receive(envelope, id: envelope.id, at: SampleAlerts.now)
        }
        let more = try SampleAlerts.envelope(SampleAlerts.message(9_001), delivery: 9_001)
        _ = board.receive(more, id: more.id, at: SampleAlerts.now)
        #expect(board.alert("mill-lane-12~k3f9-400") == nil)
        #expect(board.alert("mill-lane-12~k3f9-1") != nil)
    }

    @Test func `two homes with the same alert are two alerts`() throws {
        var board = DeskBoard()
        var other = SampleAlerts.message()
        other.home = "mill/lane 14"
        let first = try SampleAlerts.envelope()
        let second = try SampleAlerts.envelope(other)
        _ = board.receive(first, id: "k3f9-d1", at: SampleAlerts.now)
        _ = board.receive(second, id: "k3f9-d2", at: SampleAlerts.now)
        #expect(board.alerts.map(\.key) == ["mill-lane-12~k3f9-17", "mill%2Flane%2014~k3f9-17"])
    }
}
