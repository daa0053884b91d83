package import GatewayCore

/// A ledger in memory that keeps what was recorded, whole and in order.
package final class RecordedLedger: Ledger {
    /// All that is on record, in order.
    package private(set) var changes: [Change] = []
    package private(set) var story: [StoryEntry] = []
    package private(set) var snapshot: Snapshot
    private var waiting: [Change] = []
    private var mark: TimeMark?

    package init(name: String = "k") {
        snapshot = Snapshot(ledger: name)
    }

    package func restore() throws(LedgerError) -> Snapshot { snapshot }
    package func newestMark() throws(LedgerError) -> TimeMark? { mark }

    package func record(_ changes: [Change], at mark: TimeMark, durably: Bool) throws(LedgerError) {
        waiting += changes
        if durably { try flush(at: mark) }
    }

    package func flush(at mark: TimeMark) throws(LedgerError) {
        snapshot.take(waiting)
        changes += waiting
        for case .story(let entry) in waiting { story.append(entry) }
        waiting = []
        self.mark = mark
    }

    package var pendingChanges: Int { waiting.count }
}
