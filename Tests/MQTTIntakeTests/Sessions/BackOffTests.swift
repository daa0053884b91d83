import Testing

@testable import MQTTIntake

@Suite struct BackOffTests {
    @Test func `pauses double up to their limit`() {
        var backOff = BackOff()
        let pauses = (0..<8).map { _ in backOff.next(random: 100) }
        #expect(pauses.prefix(3) == [.milliseconds(200), .milliseconds(400), .milliseconds(800)])
        #expect(pauses.last == MQTTLimits.backOffMost)
    }

    @Test func `jitter never leads beyond the limit`() {
        var backOff = BackOff()
        for _ in 0..<100 { #expect(backOff.next() <= MQTTLimits.backOffMost) }
    }

    @Test func `a reset begins with the first pause`() {
        var backOff = BackOff()
        for _ in 0..<5 { _ = backOff.next(random: 100) }
        backOff.reset()
        #expect(backOff.next(random: 100) == MQTTLimits.backOffFirst)
    }
}
