import GatewayCore
import Testing

@testable import MQTTIntake

@Suite struct CanaryTests {
    func time(_ seconds: Int64) -> BootTime { BootTime.zero + .seconds(seconds) }

    func canary() -> Canary {
        var canary = Canary(interval: .seconds(30), deadline: .seconds(10), nonce: 1)
        canary.restart(at: time(100))
        return canary
    }

    @Test func `a new connection sends one at once and the next after the interval`() throws {
        var canary = canary()
        let payloads = [100, 100].map { canary.payloadIfDue(at: time($0)) }
        let first = try #require(payloads[0])
        let cameBack = canary.cameBack(first)
        let later = [129, 130].map { canary.payloadIfDue(at: time($0)) }
        #expect(payloads[1] == nil && cameBack && later[0] == nil && later[1] != nil)
    }

    @Test func `only the one that is waited for counts`() throws {
        var canary = canary()
        let sent = canary.payloadIfDue(at: time(100))
        let first = try #require(sent)
        let answers = [Array("2 1".utf8), first, first].map { canary.cameBack($0) }
        #expect(answers == [false, true, false])
    }

    @Test func `it is missed after the deadline when all is quiet`() {
        var canary = canary()
        _ = canary.payloadIfDue(at: time(100))
        #expect(!canary.isMissed(at: time(109), lastMessage: time(100)))
        #expect(canary.isMissed(at: time(110), lastMessage: time(100)))
    }

    @Test func `behind a flood it may be late, but not for ever`() {
        var canary = canary()
        _ = canary.payloadIfDue(at: time(100))
        #expect(!canary.isMissed(at: time(115), lastMessage: time(115)))
        #expect(canary.isMissed(at: time(130), lastMessage: time(130)))
    }

    @Test func `times that can wait are whole seconds`() {
        let time = BootTime(nanoseconds: 1_500_000_000)
        #expect(time.roundedUp(to: .seconds(1)) == BootTime(nanoseconds: 2_000_000_000))
        #expect(BootTime(nanoseconds: 2_000_000_000).roundedUp(to: .seconds(1)).nanoseconds == 2_000_000_000)
    }
}
