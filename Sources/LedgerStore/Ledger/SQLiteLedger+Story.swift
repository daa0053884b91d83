package import GatewayCore
import GRDB

/// Whether the story is what was written.
package struct StoryVerdict: Hashable, Sendable {
    /// Entries walked.
    package var entries = 0
    /// One sentence each; at most `LedgerLimits.storyFaults`.
    package var faults: [String] = []

    package var isSound: Bool { faults.isEmpty }

    mutating func fault(_ sentence: String) {
        if faults.count < LedgerLimits.storyFaults { faults.append(sentence) }
    }
}

extension SQLiteLedger {
    /// Everything that happened to an alert, oldest first; what is pending counts.
    package func story(of alert: AlertID) throws(LedgerError) -> [StoryEntry] {
        try story(of: alert, ends: .max).entries
    }

    /// The beginning and the end of what happened to an alert, so that the engine's thread never reads a story
    /// that went on for weeks.
    ///
    /// - Parameter ends: at most so many entries of each; what is pending comes on top.
    /// - Returns: how many lie between them, too.
    package func story(
        of alert: AlertID, ends: Int
    ) throws(LedgerError) -> (entries: [StoryEntry], omitted: Int) {
        var rows: [RawRow] = []
        var omitted = 0
        do {
            try openQueue().inDatabase { db in
                rows = try Self.rows(of: alert, "ASC", limit: ends, in: db)
                guard let last = rows.last?.number, rows.count >= ends else { return }
                let end = try Self.rows(of: alert, "DESC", limit: ends, after: last, in: db)
                let sql = "SELECT count(*) FROM story WHERE alert = ? AND number > ?"
                let rest = try Int.fetchOne(db, sql: sql, arguments: [alert.number, last]) ?? 0
                omitted = max(0, rest - end.count)
                rows += end.reversed()
            }
        } catch {
            throw LedgerError(error, at: files.database)
        }
        let entries = rows.filter { $0.isSound(in: .story) }.compactMap { row in
            let entry = try? BodyDecoder.decode(StoryEntry.self, from: row.body)
            return entry?.alert == alert ? entry : nil
        }
        return (entries + pending.story.filter { $0.alert == alert }, omitted)
    }

    private static func rows(
        of alert: AlertID, _ order: String, limit: Int, after number: Int64 = 0, in db: Database
    ) throws -> [RawRow] {
        let sql = """
            SELECT number, body, checksum FROM story WHERE alert = ? AND number > ? ORDER BY number \(order) LIMIT ?
            """
        return try Row.fetchAll(db, sql: sql, arguments: [alert.number, number, limit]).map(RowReader.raw)
    }

    /// Walks the whole chain: entries that are missing, changed, or out of their place.
    package func verifyStory() throws(LedgerError) -> StoryVerdict {
        var verdict = StoryVerdict()
        do {
            try openQueue().inDatabase { db in
                var chain = position.storyAnchor
                let sql = "SELECT number, body, checksum, alert, chain FROM story ORDER BY number"
                let rows = try Row.fetchCursor(db, sql: sql)
                while let row = try rows.next() {
                    chain = Self.check(row, after: chain, &verdict)
                }
                let last = max(position.chain.sequence, position.state.lastStory)
                if chain.sequence < last {
                    verdict.fault("Entries after \(chain.sequence) are missing; there were \(last).")
                } else if chain != position.chain {
                    verdict.fault("The end of the story is not the one that was written.")
                }
            }
        } catch {
            throw LedgerError(error, at: files.database)
        }
        return verdict
    }

    /// - Returns: the chain as the row has it, so that one fault is not told again of all that follow.
    private static func check(_ row: Row, after chain: StoryChain, _ verdict: inout StoryVerdict) -> StoryChain {
        let raw = RowReader.raw(row)
        let alert: DatabaseValue = row[3]
        let written: DatabaseValue = row[4]
        let hash = RowReader.bytes(written)
        verdict.entries += 1
        if raw.number != chain.sequence + 1 {
            verdict.fault("Entries \(chain.sequence + 1) to \(raw.number - 1) are missing.")
        } else if chain.extended(by: raw.body, sequence: raw.number).hash != hash {
            verdict.fault("Entry \(raw.number) does not follow from the one before it: one of them was changed.")
        }
        if let entry = try? BodyDecoder.decode(StoryEntry.self, from: raw.body), raw.isSound(in: .story) {
            if entry.sequence != raw.number || Int64.fromDatabaseValue(alert) != entry.alert.number {
                verdict.fault("Entry \(raw.number) is filed under another number or alert.")
            }
        } else {
            verdict.fault("Entry \(raw.number) does not fit its checksum.")
        }
        return StoryChain(sequence: raw.number, hash: hash)
    }
}
