/// Names one scheduled body.
package struct AgendaTicket: Hashable, Sendable {
    let number: UInt64
}

/// What is to be run when, on the kernel's boot clock. Few entries, so a sorted array does.
struct Agenda {
    private struct Entry {
        var time: Int64
        var ticket: AgendaTicket
        var body: @Sendable () -> Void
    }

    /// The earliest first; of equal times, the one that was added first.
    private var entries: [Entry] = []
    private var lastNumber: UInt64 = 0

    /// The time of the earliest entry.
    var next: Int64? { entries.first?.time }

    mutating func add(at time: Int64, _ body: @escaping @Sendable () -> Void) -> AgendaTicket {
        lastNumber += 1
        let ticket = AgendaTicket(number: lastNumber)
        let place = entries.firstIndex { $0.time > time } ?? entries.endIndex
        entries.insert(Entry(time: time, ticket: ticket, body: body), at: place)
        return ticket
    }

    mutating func remove(_ ticket: AgendaTicket) {
        entries.removeAll { $0.ticket == ticket }
    }

    /// Takes out what is due.
    mutating func takeDue(at time: Int64) -> [@Sendable () -> Void] {
        let due = entries.prefix { $0.time <= time }.map(\.body)
        entries.removeFirst(due.count)
        return due
    }
}
