/// The ledger's tables. All have the same first columns, so that one routine writes, checks and salvages
/// any of them: `number` (the key), `body`, `checksum`.
enum LedgerTable: String, CaseIterable, Sendable {
    /// One row: identity, time mark, counters.
    case gateway
    /// Open alerts. They are apart from the closed ones so that no column has to be believed to tell them.
    case alert
    case closedAlert = "closed_alert"
    /// The outbox: deliveries that are not settled.
    case delivery
    /// What rules remember; the rule's name is in the body.
    case rule
    /// The picture of each device; the device's name is in the body.
    case device
    /// Append-only, each entry chained to the one before.
    case story
    /// Blocks of readings; the key is the ordinal of the block's first reading.
    case history
    /// From which block on which days begin, so that a time is found without reading all blocks.
    case historyDay = "history_day"
    /// The last good settings.
    case settings

    /// Inserts or replaces one row: number, body, checksum.
    var putSQL: String {
        "INSERT INTO \(rawValue) (number, body, checksum) VALUES (?, ?, ?) "
            + "ON CONFLICT (number) DO UPDATE SET body = excluded.body, checksum = excluded.checksum"
    }

    var removeSQL: String { "DELETE FROM \(rawValue) WHERE number = ?" }

    /// The next row from a number on.
    var nextSQL: String {
        "SELECT number, body, checksum FROM \(rawValue) WHERE number >= ? ORDER BY number LIMIT 1"
    }

    var allSQL: String { "SELECT number, body, checksum FROM \(rawValue) ORDER BY number" }
}
