import GatewayCore
import Synchronization

/// Counts wrong tokens, in all and for each address, so that guessing is seen and slowed.
///
/// A right token is never held back by it: behind one address there may be a guesser and a responder.
final class WrongTokenTally: Sendable {
    private struct Window {
        var count: Int
        var ends: ContinuousClock.Instant
    }

    private struct State {
        var total = 0
        var windows: [String: Window] = [:]
    }

    private let state = Mutex(State())

    /// Wrong tokens since the start.
    var total: Int { state.withLock { $0.total } }

    /// Counts one more from an address.
    ///
    /// - Returns: whether the address has had too many of late.
    func count(from address: String, at now: ContinuousClock.Instant) -> Bool {
        state.withLock { state in
            state.total += 1
            var window = state.windows[address] ?? Window(count: 0, ends: now + PageLimits.wrongTokenWindow)
            if window.ends <= now { window = Window(count: 0, ends: now + PageLimits.wrongTokenWindow) }
            window.count += 1
            if state.windows[address] == nil, state.windows.count >= PageLimits.wrongTokenAddresses {
                if let first = state.windows.min(by: { $0.value.ends < $1.value.ends }) {
                    state.windows[first.key] = nil
                }
            }
            state.windows[address] = window
            return window.count > PageLimits.wrongTokens
        }
    }
}
