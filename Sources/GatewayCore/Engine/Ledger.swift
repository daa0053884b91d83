/// The durable ordered record. One thread uses it at a time: the engine loop's.
///
/// Its conformers pass `LedgerConformance` in `GatewayTesting`.
package protocol Ledger: AnyObject {
    /// What was recorded before, for the engine to go on from.
    func restore() throws(LedgerError) -> Snapshot

    /// The newest time on record, from which the boot-time line continues; nil for a new ledger.
    func newestMark() throws(LedgerError) -> TimeMark?

    /// Takes changes in order. With `durably`, all changes taken so far are on disk in one transaction when
    /// it returns; without, they may be kept in memory until `flush` or the next durable record, so that
    /// routine readings share a transaction. What is on disk is always a prefix of what was taken.
    func record(_ changes: [Change], at mark: TimeMark, durably: Bool) throws(LedgerError)

    /// Puts everything taken so far on disk.
    func flush(at mark: TimeMark) throws(LedgerError)

    /// How many changes wait for `flush`.
    var pendingChanges: Int { get }
}

/// Why the ledger could not do what it was asked.
package struct LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Kind: String, Sendable {
        /// No space left.
        case full
        /// The disk answered with an error.
        case io
        /// What is on disk is not what was written.
        case corrupt
        /// Another process holds it.
        case locked
        /// Written by a newer version.
        case tooNew
        case other
    }

    package var kind: Kind
    /// One sentence: what, where, what to do.
    package var description: String

    package init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}
