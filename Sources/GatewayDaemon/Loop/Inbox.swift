package import GatewayCore
package import LinuxSupport
internal import MQTTIntake
internal import Synchronization

/// Where everything for the engine waits. Bounded: when it is full the oldest routine reading gives way,
/// never a call for help; what was displaced is counted and shown.
package final class Inbox: Sendable {
    private struct State {
        /// Alarm-class arrivals, requests, outcomes: few, and never dropped.
        var first: [InboxItem] = []
        var routine: [InboxItem] = []
        var routineArrivals = 0
        var displaced: Int64 = 0
        var isWaitedFor = false
    }

    private let state = Mutex(State())
    /// Signalled when something waits.
    package let wakeUp: WakeUp
    /// Signalled when there is room again.
    private let room: WakeUp

    package init() throws(SystemError) {
        wakeUp = try WakeUp()
        room = try WakeUp()
    }

    /// Holds an intake's thread back while routine readings have no room, so that the broker keeps them for
    /// us; not for long, because a press may come over the same thread.
    package func waitForRoom() {
        let isFull = state.withLock { state in
            state.isWaitedFor = state.routineArrivals >= DaemonLimits.waitingReadings
            return state.isWaitedFor
        }
        guard isFull else { return }
        _ = try? waitForInput([room.descriptor], timeout: DaemonLimits.intakeHeldBack)
        _ = room.drain()
    }

    package func post(_ item: InboxItem) {
        let wasEmpty = state.withLock { state in
            let wasEmpty = state.first.isEmpty && state.routine.isEmpty
            if case .arrivals(let arrivals, _) = item, !arrivals.contains(where: \.isAlarmClass) {
                state.routine.append(item)
                state.routineArrivals += arrivals.count
                while state.routineArrivals > 2 * DaemonLimits.waitingReadings, state.routine.count > 1 {
                    guard case .arrivals(let oldest, let receipt) = state.routine.removeFirst() else { continue }
                    receipt?.recorded()
                    state.routineArrivals -= oldest.count
                    state.displaced += Int64(oldest.count)
                }
            } else {
                state.first.append(item)
            }
            return wasEmpty
        }
        if wasEmpty { wakeUp.signal() }
    }

    package func post(_ event: Event) {
        post(.event(event, reply: nil))
    }

    /// Asks for something and waits for the answer, off the engine's thread.
    package func request(_ event: Event) async -> Decision.Reply? {
        await withCheckedContinuation { continuation in
            post(.event(event) { continuation.resume(returning: $0) })
        }
    }

    /// The next items: what comes first, then so many routine arrivals that a press does not wait long.
    package func take() -> (items: [InboxItem], displaced: Int64) {
        let (items, displaced, isWaitedFor) = state.withLock { state in
            var items: [InboxItem] = []
            swap(&items, &state.first)
            var taken = 0
            var count = 0
            while count < state.routine.count, taken < DaemonLimits.arrivalsPerBatch {
                if case .arrivals(let arrivals, _) = state.routine[count] { taken += arrivals.count }
                count += 1
            }
            items += state.routine[..<count]
            state.routine.removeFirst(count)
            state.routineArrivals -= taken
            let isWaitedFor = state.isWaitedFor && state.routineArrivals < DaemonLimits.waitingReadings
            if isWaitedFor { state.isWaitedFor = false }
            return (items, state.displaced, isWaitedFor)
        }
        if isWaitedFor { room.signal() }
        return (items, displaced)
    }
}
