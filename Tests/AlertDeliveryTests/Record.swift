import Synchronization

/// What happened, in order; tests wait for it to grow.
final class Record<Element: Sendable>: Sendable {
    private struct Waiter {
        var count: Int
        var id: Int
        var continuation: CheckedContinuation<Bool, Never>
    }

    private struct Inner {
        var elements: [Element] = []
        var waiters: [Waiter] = []
        var nextID = 0
    }

    private let inner = Mutex(Inner())

    var elements: [Element] { inner.withLock { $0.elements } }

    func append(_ element: Element) {
        let ready = inner.withLock { inner in
            inner.elements.append(element)
            let count = inner.elements.count
            defer { inner.waiters.removeAll { $0.count <= count } }
            return inner.waiters.filter { $0.count <= count }
        }
        for waiter in ready { waiter.continuation.resume(returning: true) }
    }

    /// True once there are this many; false when the time is over.
    func reaches(_ count: Int, within time: Duration = patience) async -> Bool {
        let id = inner.withLock { inner in
            inner.nextID += 1
            return inner.nextID
        }
        let timer = Task { [weak self] in
            try? await Task.sleep(for: time, clock: .continuous)
            self?.giveUp(id)
        }
        defer { timer.cancel() }
        return await withCheckedContinuation { continuation in
            let isThere = inner.withLock { inner in
                if inner.elements.count >= count { return true }
                inner.waiters.append(Waiter(count: count, id: id, continuation: continuation))
                return false
            }
            if isThere { continuation.resume(returning: true) }
        }
    }

    private func giveUp(_ id: Int) {
        let waiter = inner.withLock { inner in
            let waiter = inner.waiters.first { $0.id == id }
            inner.waiters.removeAll { $0.id == id }
            return waiter
        }
        waiter?.continuation.resume(returning: false)
    }
}
