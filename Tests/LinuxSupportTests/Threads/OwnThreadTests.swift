import Foundation
import GatewayTesting
import Testing

/// That tests which compute for long leave the pool alone.
@Suite(.ownThread) struct OwnThreadTests {
    private static let limit = 200

    @Test(arguments: 1...limit) func `a test that computes does so on its own thread`(_: Int) throws {
        #expect(try threadName() == "test\n")
    }

    @Test func `it is back on its thread after a wait`() async throws {
        try await Task.sleep(for: .milliseconds(1), clock: .continuous)
        #expect(try threadName() == "test\n")
    }

    private func threadName() throws -> String {
        try String(contentsOfFile: "/proc/thread-self/comm", encoding: .utf8)
    }
}
