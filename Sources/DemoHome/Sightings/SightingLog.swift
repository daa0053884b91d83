internal import Foundation
internal import Synchronization

/// All that was seen so far, and where others wait for what comes.
package final class SightingLog: Sendable {
    private struct Waiter {
        var fits: @Sendable (Sighting) -> Bool
        var continuation: CheckedContinuation<Sighting?, Never>
    }

    private struct State {
        var seen: [Sighting] = []
        /// The number of the first in `seen`.
        var first = 0
        var waiters: [UUID: Waiter] = [:]
        /// Given up before the wait had begun.
        var abandoned: Set<UUID> = []
    }

    private let state = Mutex(State())
    private let start = ContinuousClock.now
    private let witness: AsyncStream<Sighting>.Continuation?

    /// - Parameter witness: gets every sighting in order; finished when the home is closed.
    init(witness: AsyncStream<Sighting>.Continuation? = nil) {
        self.witness = witness
    }

    /// The time since the home was made.
    package var now: Duration { ContinuousClock.now - start }

    /// The number that the next sighting gets: what `first(since:)` begins at.
    package var mark: Int { state.withLock { $0.first + $0.seen.count } }

    /// All that is still known, oldest first.
    package var all: [Sighting] { state.withLock { $0.seen } }

    /// - Parameter age: how long ago it happened, where that is known.
    package func add(_ what: Sighting.What, age: Duration = .zero) {
        let (sighting, ready) = state.withLock { state in
            let sighting = Sighting(number: state.first + state.seen.count, time: max(.zero, now - age), what: what)
            state.seen.append(sighting)
            if state.seen.count > DemoLimits.sightings {
                state.first += state.seen.count / 2
                state.seen.removeFirst(state.seen.count / 2)
            }
            let ready = state.waiters.filter { $0.value.fits(sighting) }
            for id in ready.keys { state.waiters[id] = nil }
            // Under the lock, so that the witness sees them in order.
            witness?.yield(sighting)
            return (sighting, Array(ready.values))
        }
        for waiter in ready { waiter.continuation.resume(returning: sighting) }
    }

    /// Tells the witness that nothing more comes.
    func close() { witness?.finish() }

    /// The first sighting that fits, seen already or still to come.
    ///
    /// - Parameters:
    ///   - mark: begins here; 0 takes the whole past into account.
    ///   - expected: what is waited for, for the sentence of a failure.
    /// - Throws: `HomeFailure` when the time is over, `CancellationError`.
    @discardableResult
    package func first(
        _ expected: String, since mark: Int = 0, within limit: Duration = DemoLimits.wait,
        where fits: @escaping @Sendable (Sighting) -> Bool
    ) async throws -> Sighting {
        let id = UUID()
        let patience = Task {
            guard (try? await Task.sleep(for: limit, clock: .continuous)) != nil else { return }
            giveUp(id)
        }
        defer { patience.cancel() }
        let found = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                wait(id, Waiter(fits: { $0.number >= mark && fits($0) }, continuation: continuation))
            }
        } onCancel: {
            giveUp(id)
        }
        try Task.checkCancellation()
        guard let found else {
            throw HomeFailure("Not seen within \(limit.inSeconds): \(expected)")
        }
        return found
    }

    private func wait(_ id: UUID, _ waiter: Waiter) {
        let answer = state.withLock { state -> Sighting?? in
            if let known = state.seen.first(where: waiter.fits) { return .some(known) }
            if state.abandoned.remove(id) != nil { return .some(nil) }
            state.waiters[id] = waiter
            return nil
        }
        if let answer { waiter.continuation.resume(returning: answer) }
    }

    private func giveUp(_ id: UUID) {
        let waiter = state.withLock { state -> Waiter? in
            let waiter = state.waiters.removeValue(forKey: id)
            if waiter == nil { state.abandoned.insert(id) }
            return waiter
        }
        waiter?.continuation.resume(returning: nil)
    }
}

extension Duration {
    /// "0.3 s".
    package var inSeconds: String {
        let tenths = (components.seconds * 10) + components.attoseconds / 100_000_000_000_000_000
        return "\(tenths / 10).\(tenths % 10) s"
    }
}
