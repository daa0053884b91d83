internal import Synchronization

/// Publications on their way from any thread to the one that owns the client.
final class PublicationQueue: Sendable {
    private struct State {
        var waiting: [Publication] = []
        var dropped = 0
    }

    private let state = Mutex(State())

    /// - Returns: false when it was dropped for want of room.
    func append(_ publication: Publication) -> Bool {
        state.withLock { state in
            let room = publication.isEssential
                ? MQTTLimits.queuedEssentialPublications : MQTTLimits.queuedPublications
            guard state.waiting.count < room else {
                state.dropped += 1
                return false
            }
            state.waiting.append(publication)
            return true
        }
    }

    /// Takes the oldest, at most `limit`.
    func take(_ limit: Int) -> [Publication] {
        state.withLock { state in
            let taken = Array(state.waiting.prefix(limit))
            state.waiting.removeFirst(taken.count)
            return taken
        }
    }

    /// Of several for one topic keeps the newest. While the broker is away nobody saw the others, and a lamp
    /// must not replay an hour of colours when it is back.
    func keepNewestOfEachTopic() {
        state.withLock { state in
            var seen: Set<String> = []
            var kept: [Publication] = []
            for publication in state.waiting.reversed() where seen.insert(publication.topic).inserted {
                kept.append(publication)
            }
            state.waiting = kept.reversed()
        }
    }

    var isEmpty: Bool { state.withLock { $0.waiting.isEmpty } }
    var dropped: Int { state.withLock { $0.dropped } }
}
