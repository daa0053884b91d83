import GatewayCore
import Synchronization

/// How a channel's path stands, told to its supervisor once for each change.
final class PathHealth: Sendable {
    private struct Inner {
        var known: PathState?
        var report: (@Sendable (PathState) -> Void)?
    }

    private let inner = Mutex(Inner())

    /// Takes note of what the path just showed. Another reason for being down is no change.
    ///
    /// The report runs under the lock, so that two changes are told in their order.
    func note(_ state: PathState) {
        inner.withLock { inner in
            let isChange = inner.known.map { $0.isUp != state.isUp } ?? true
            guard isChange else { return }
            inner.known = state
            inner.report?(state)
        }
    }

    /// From now on changes are told; what is known already is told at once.
    func attach(_ report: @escaping @Sendable (PathState) -> Void) {
        inner.withLock { inner in
            inner.report = report
            if let known = inner.known { report(known) }
        }
    }

    func detach() {
        inner.withLock { $0.report = nil }
    }

    var isDown: Bool {
        inner.withLock { $0.known.map { !$0.isUp } ?? false }
    }
}

extension PathState {
    fileprivate var isUp: Bool { self == .up }
}
