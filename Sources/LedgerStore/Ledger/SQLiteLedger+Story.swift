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
        var entries: [StoryEntry] = []
        do {
            try openQueue().inDatabase { db in
                let sql = "SELECT number, body, checksum FROM story WHERE alert = ? ORDER BY number"
                for row in try Row.fetchAll(db, sql: sql, arguments: [alert.number]).map(RowReader.raw)
                where row.isSound(in: .story) {
                    let entry = try? BodyDecoder.decode(StoryEntry.self, from: row.body)
                    if let entry, entry.alert == alert { entries.append(entry) }
                }
            }
        } catch {
            throw LedgerError(error, at: files.database)
        }
        return entries + pending.story.filter { $0.alert == alert }
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
