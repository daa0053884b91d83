import Foundation
import GatewayTesting
import Testing

/// That tests which compute for long leave the pool alone.
@Suite(.ownThread) struct OwnThreadTests {
    @Test(arguments: 1...3) func `a test that computes does so on its own thread`(_: Int) {
        #expect(Thread.current.name == "test")
    }

    @Test func `it is back on its thread after a wait`() async throws {
        try await Task.sleep(for: .milliseconds(1), clock: .continuous)
        #expect(currentThreadName() == "test")
    }

    /// `Thread.current` is not for asynchronous code, where it may be another at each use; here it must not be.
    private func currentThreadName() -> String? { Thread.current.name }
}
