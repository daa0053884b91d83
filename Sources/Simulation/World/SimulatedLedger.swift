internal import GatewayCore

/// A ledger on a simulated disk: what was not put on disk is lost at a power cut, a transaction is on disk
/// whole or not at all, and the disk can be full or broken for a while.
final class SimulatedLedger: Ledger {
    /// What is on disk.
    private(set) var kept: Snapshot
    private var mark: TimeMark?
    /// Taken and not yet on disk.
    private var waiting: [Change] = []
    /// What the newest successful write put on disk, for whoever checks.
    private(set) var newlyKept: [Change] = []
    /// What the disk answers; nil while it works.
    var trouble: LedgerError.Kind?
    /// The next write is interrupted by a power cut: nothing of it is there afterwards.
    var isTorn = false

    init(name: String) {
        kept = Snapshot(ledger: name)
    }

    func restore() throws(LedgerError) -> Snapshot { kept }
    func newestMark() throws(LedgerError) -> TimeMark? { mark }

    func record(_ changes: [Change], at mark: TimeMark, durably: Bool) throws(LedgerError) {
        newlyKept = []
        if durably {
            try write(waiting.isEmpty ? changes : waiting + changes, at: mark)
        } else {
            waiting += changes
        }
    }

    func flush(at mark: TimeMark) throws(LedgerError) {
        try write(waiting, at: mark)
    }

    var pendingChanges: Int { waiting.count }

    private func write(_ changes: [Change], at mark: TimeMark) throws(LedgerError) {
        newlyKept = []
        if let trouble { throw LedgerError(trouble, "The simulated disk does not write.") }
        if isTorn { throw LedgerError(.io, "The power went while writing.") }
        kept.take(changes)
        waiting = []
        newlyKept = changes
        self.mark = mark
    }

    /// The power went.
    func losePower() {
        waiting = []
        newlyKept = []
        isTorn = false
    }
}
