internal import Synchronization

/// Where a test waits for what other threads report.
package final class Mailbox<Letter: Sendable>: Sendable {
    private struct Content {
        var unread: [Letter] = []
        var seen: [Letter] = []
    }

    private let content = Mutex(Content())

    package init() {}

    package func put(_ letter: Letter) {
        content.withLock { content in
            content.unread.append(letter)
            content.seen.append(letter)
        }
    }

    /// All that came so far, read or not.
    package var all: [Letter] { content.withLock { $0.seen } }

    /// The next letter; nil when none came in time.
    package func next(within limit: Duration = .seconds(10)) async -> Letter? {
        await first(within: limit) { _ in true }
    }

    /// The next letter that fits, passing over the others; nil when none came in time.
    package func first(
        within limit: Duration = .seconds(10), where fits: @Sendable (Letter) -> Bool
    ) async -> Letter? {
        let deadline = ContinuousClock.now + limit
        while true {
            let found = content.withLock { content -> Letter? in
                while !content.unread.isEmpty {
                    let letter = content.unread.removeFirst()
                    if fits(letter) { return letter }
                }
                return nil
            }
            if let found { return found }
            if ContinuousClock.now >= deadline { return nil }
            try? await Task.sleep(for: .milliseconds(2), clock: .continuous)
        }
    }
}
