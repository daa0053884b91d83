import Synchronization

/// Tells all open pages of each change.
final class DeskFeed: Sendable {
    private struct State {
        var next = 0
        var listeners: [Int: AsyncStream<DeskChange>.Continuation] = [:]
    }

    private let state = Mutex(State())

    var listenerCount: Int { state.withLock { $0.listeners.count } }

    /// A listener, until its stream is dropped or its task is cancelled; nil when there are too many.
    ///
    /// One that is slow misses the oldest changes, never the newest.
    func listen() -> AsyncStream<DeskChange>? {
        let (stream, continuation) = AsyncStream.makeStream(
            of: DeskChange.self, bufferingPolicy: .bufferingNewest(PageLimits.changesWaiting)
        )
        let number: Int? = state.withLock { state in
            guard state.listeners.count < PageLimits.deskListeners else { return nil }
            state.next += 1
            state.listeners[state.next] = continuation
            return state.next
        }
        guard let number else { return nil }
        continuation.onTermination = { [weak self] _ in
            _ = self?.state.withLock { $0.listeners.removeValue(forKey: number) }
        }
        return stream
    }

    func send(_ change: DeskChange) {
        // Outside the lock: a listener that has gone takes the lock to leave.
        for listener in state.withLock({ Array($0.listeners.values) }) { listener.yield(change) }
    }

    /// Lets all listeners go, so that their connections end.
    func finish() {
        for listener in state.withLock({ Array($0.listeners.values) }) { listener.finish() }
    }
}
