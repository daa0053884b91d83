import Testing

@testable import HomePages

struct WrongTokenTallyTests {
    @Test func `an address with too many wrong tokens waits a minute`() {
        let tally = WrongTokenTally()
        let start = ContinuousClock().now
        for _ in 0..<PageLimits.wrongTokens { #expect(!tally.count(from: "10.0.0.9", at: start)) }
        #expect(tally.count(from: "10.0.0.9", at: start + .seconds(59)))
        #expect(!tally.count(from: "10.0.0.8", at: start + .seconds(59)))
        #expect(!tally.count(from: "10.0.0.9", at: start + PageLimits.wrongTokenWindow))
        #expect(tally.total == PageLimits.wrongTokens + 3)
    }

    @Test func `counting many addresses forgets the oldest`() {
        let tally = WrongTokenTally()
        let start = ContinuousClock().now
        for _ in 0...PageLimits.wrongTokens { _ = tally.count(from: "first", at: start) }
        for number in 0..<PageLimits.wrongTokenAddresses {
            _ = tally.count(from: "\(number)", at: start + .seconds(1))
        }
        #expect(!tally.count(from: "first", at: start + .seconds(2)))
    }
}
