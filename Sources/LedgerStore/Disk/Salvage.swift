import GRDB
import GatewayCore

/// Takes over what point look-ups still give of a damaged ledger.
///
/// SQLite's own `.recover` is not in every system's build. Looking rows up one by one by their number
/// reads around a damaged page: 4,958 of 5,000 rows with one page zeroed.
struct Salvage {
    private(set) var damage = LedgerDamage()
    private var taken: [LedgerTable: Int] = [:]

    /// - Parameters:
    ///   - aside: the damaged database.
    ///   - db: the new one, in a transaction.
    mutating func copy(from aside: String, into db: Database) throws {
        guard let damaged = try? LedgerConnection.open(aside) else {
            damage.note("Nothing could be read of the damaged ledger \(aside).")
            return
        }
        defer { try? damaged.close() }
        let writer = RowWriter(db: db)
        for table in LedgerTable.allCases where table != .historyDay {
            try damaged.inDatabase { old in
                try copy(table, from: old, to: writer)
            }
        }
        let counts = LedgerTable.allCases.compactMap { table in
            taken[table].map { "\($0) of \(table.rawValue)" }
        }
        damage.note("Rows taken over from \(aside): \(counts.isEmpty ? "none" : counts.joined(separator: ", ")).")
    }

    private mutating func copy(_ table: LedgerTable, from old: Database, to writer: RowWriter) throws {
        // The end can mostly be read, and says where the newest rows begin.
        let last = (try? RowReader.last(table, in: old)).flatMap { $0 }?.number
        let step: Int64 = table == .history ? 256 : 1
        var next = max(0, (last ?? 0) - Int64(LedgerLimits.salvagedRows) * step)
        var misses = 0
        while misses < LedgerLimits.salvageMisses, taken[table, default: 0] < LedgerLimits.salvagedRows {
            let found: RawRow
            do {
                let row = try Row.fetchOne(old, sql: table.nextSQL, arguments: [next])
                guard let row else { return }
                found = RowReader.raw(row)
            } catch {
                misses += 1
                next += step
                continue
            }
            guard found.number >= next, found.number < .max else { return }
            next = found.number + 1
            try keep(found, of: table, from: old, to: writer)
        }
    }

    private mutating func keep(
        _ row: RawRow, of table: LedgerTable, from old: Database, to writer: RowWriter
    ) throws {
        guard row.isSound(in: table) else {
            damage.quarantine(table, row.number, "does not fit its checksum")
            try writer.quarantine(table, row)
            return
        }
        switch table {
        case .story:
            let sql = "SELECT alert, chain FROM story WHERE number = ?"
            guard let more = try? Row.fetchOne(old, sql: sql, arguments: [row.number]),
                let entry = try? BodyDecoder.decode(StoryEntry.self, from: row.body)
            else { return }
            let hash: DatabaseValue = more[1]
            let chain = StoryChain(sequence: row.number, hash: RowReader.bytes(hash))
            try writer.put(story: row, of: entry.alert.number, chain: chain)
        case .history:
            guard let block = try? HistoryBlock(body: row.body) else { return }
            var counted = ReadingBlockWriter()
            for reading in block.readings { counted.append(reading) }
            try writer.put(history: row, of: counted)
        default:
            try writer.put(table, row)
        }
        taken[table, default: 0] += 1
    }
}
