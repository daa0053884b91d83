import GatewayCore

/// Who may speak next on a line that carries one frame at a time: the most important first, then the oldest.
struct TurnQueue<Waiter> {
    private struct Place {
        var number: Int
        var priority: Priority
        var waiter: Waiter
    }

    private var waiting: [Place] = []
    private var nextNumber = 0
    /// Whether somebody has the turn.
    private(set) var isTaken = false

    var count: Int { waiting.count }

    /// Takes the turn if nobody has it.
    mutating func takeIfFree() -> Bool {
        if isTaken { return false }
        isTaken = true
        return true
    }

    /// A number by which to give up waiting.
    mutating func ticket() -> Int {
        nextNumber += 1
        return nextNumber
    }

    mutating func wait(_ waiter: Waiter, ticket: Int, priority: Priority) {
        precondition(isTaken, "A free turn is taken, not waited for.")
        let place = Place(number: ticket, priority: priority, waiter: waiter)
        let index = waiting.firstIndex { $0.priority < priority } ?? waiting.endIndex
        waiting.insert(place, at: index)
    }

    /// Nil where the turn came first.
    mutating func giveUp(ticket: Int) -> Waiter? {
        guard let index = waiting.firstIndex(where: { $0.number == ticket }) else { return nil }
        return waiting.remove(at: index).waiter
    }

    /// Ends a turn. The waiter returned has the next one.
    mutating func pass() -> Waiter? {
        precondition(isTaken, "Only who has the turn ends it.")
        guard !waiting.isEmpty else {
            isTaken = false
            return nil
        }
        return waiting.removeFirst().waiter
    }

    /// All who wait, sent away.
    mutating func dismiss() -> [Waiter] {
        defer { waiting = [] }
        return waiting.map(\.waiter)
    }
}
