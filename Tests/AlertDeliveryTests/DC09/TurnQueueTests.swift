import GatewayCore
import Testing

@testable import AlertDelivery

@Suite struct TurnQueueTests {
    @Test func `the most important goes first, then the oldest`() {
        var turns = TurnQueue<String>()
        let took = [turns.takeIfFree(), turns.takeIfFree()]
        #expect(took == [true, false])
        for (name, priority) in [
            ("a", Priority.fault), ("b", .emergency), ("c", .urgent), ("d", .emergency), ("e", .fault),
        ] {
            turns.wait(name, ticket: turns.ticket(), priority: priority)
        }
        var order: [String?] = []
        for _ in 1...5 { order.append(turns.pass()) }
        #expect(order == ["b", "d", "c", "a", "e"])
        #expect(turns.isTaken)
        #expect(turns.pass() == nil)
        #expect(!turns.isTaken)
    }

    @Test func `who gives up gets no turn, and who has it cannot give up`() {
        var turns = TurnQueue<String>()
        let took = turns.takeIfFree()
        #expect(took)
        let first = turns.ticket()
        turns.wait("a", ticket: first, priority: .urgent)
        let second = turns.ticket()
        turns.wait("b", ticket: second, priority: .urgent)
        #expect(turns.giveUp(ticket: first) == "a")
        #expect(turns.giveUp(ticket: first) == nil)
        #expect(turns.pass() == "b")
        #expect(turns.giveUp(ticket: second) == nil)
    }

    @Test func `all can be sent away`() {
        var turns = TurnQueue<Int>()
        let took = turns.takeIfFree()
        #expect(took)
        for number in 1...3 { turns.wait(number, ticket: turns.ticket(), priority: .notice) }
        #expect(turns.dismiss() == [1, 2, 3])
        #expect(turns.pass() == nil)
    }
}
