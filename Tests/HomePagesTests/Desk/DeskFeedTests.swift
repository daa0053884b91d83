import Testing

@testable import HomePages

struct DeskFeedTests {
    @Test func `only so many listen at once, and who leaves makes room`() async {
        let feed = DeskFeed()
        var streams = (0..<PageLimits.deskListeners).compactMap { _ in feed.listen() }
        #expect(streams.count == PageLimits.deskListeners)
        #expect(feed.listen() == nil)
        streams.removeLast()
        #expect(feed.listen() != nil)
    }

    @Test func `a slow listener misses old changes and not the newest`() async throws {
        let feed = DeskFeed()
        let stream = try #require(feed.listen())
        for number in 1...PageLimits.changesWaiting + 5 { feed.send(.new(key: "\(number)")) }
        feed.finish()
        var heard: [DeskChange] = []
        for await change in stream { heard.append(change) }
        #expect(heard.count == PageLimits.changesWaiting)
        #expect(heard.last == .new(key: "\(PageLimits.changesWaiting + 5)"))
        #expect(feed.listenerCount == 0)
    }
}
