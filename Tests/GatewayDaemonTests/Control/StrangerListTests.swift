import GatewayCore
import Testing

@testable import GatewayDaemon

/// Who was heard and is not enrolled.
struct StrangerListTests {
    private static func arrival(_ intake: String, at second: Int64, bytes: Int = 9) -> Arrival {
        let moment = Moment(
            boot: BootTime(nanoseconds: second * 1_000_000_000), wall: WallTime(milliseconds: second * 1_000),
            quality: .synchronised)
        return Arrival(
            intake: IntakeID(intake), address: "", bytes: Array(repeating: 1, count: bytes), moment: moment,
            isAlarmClass: false)
    }

    @Test func `whoever sends under ever new addresses displaces only others of the same intake`() {
        var list = StrangerList()
        list.note(["20:02:000001"], in: Self.arrival("quiet", at: 1), isSerial: true)
        for number in 0..<1_000 {
            let arrival = Self.arrival("loud", at: Int64(number), bytes: 4_096)
            list.note(["a\(number)"], in: arrival, isSerial: true)
        }
        #expect(list.strangers.count { $0.intake == IntakeID("loud") } == DaemonLimits.strangers)
        #expect(list.strangers.last?.address == "a999")
        #expect(list.strangers.last?.bytes.count == DaemonLimits.strangerBytes)
        #expect(list.strangers.first?.address == "20:02:000001")
        list.keep([IntakeID("loud")])
        #expect(!list.strangers.contains { $0.intake == IntakeID("quiet") })
    }

    @Test func `one that is heard again is counted, and messages of brokers are not kept`() {
        var list = StrangerList()
        list.note(["a", "b"], in: Self.arrival("broker", at: 1), isSerial: false)
        list.note(["a"], in: Self.arrival("broker", at: 2), isSerial: false)
        #expect(list.strangers.map(\.address) == ["b", "a"])
        #expect(list.strangers.map(\.times) == [1, 2])
        #expect(list.strangers.allSatisfy { $0.bytes.isEmpty })
    }
}
