import FoundationEssentials
import GRDB
import GatewayCore

/// Writes rows by cached statements.
struct RowWriter {
    let db: Database

    func put(_ table: LedgerTable, _ row: RawRow) throws {
        try db.cachedStatement(sql: table.putSQL).execute(arguments: [row.number, Data(row.body), row.checksum])
    }

    func remove(_ table: LedgerTable, _ number: Int64) throws {
        try db.cachedStatement(sql: table.removeSQL).execute(arguments: [number])
    }

    func put(story row: RawRow, of alert: Int64, chain: StoryChain) throws {
        try db.cachedStatement(sql: Self.storySQL)
            .execute(arguments: [row.number, Data(row.body), row.checksum, alert, Data(chain.hash)])
    }

    func put(history row: RawRow, of block: ReadingBlockWriter) throws {
        try db.cachedStatement(sql: Self.historySQL)
            .execute(arguments: [
                row.number, Data(row.body), row.checksum, block.firstWall.milliseconds, block.lastWall.milliseconds,
                block.count, block.arrivals,
            ])
    }

    func quarantine(_ table: LedgerTable, _ row: RawRow) throws {
        try db.execute(
            sql: "INSERT INTO quarantine (origin, number, body, checksum) VALUES (?, ?, ?, ?)",
            arguments: [table.rawValue, row.number, Data(row.body), row.checksum])
        try remove(table, row.number)
    }

    private static let storySQL = """
        INSERT INTO story (number, body, checksum, alert, chain) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (number) DO UPDATE SET
            body = excluded.body, checksum = excluded.checksum, alert = excluded.alert, chain = excluded.chain
        """

    private static let historySQL = """
        INSERT INTO history (number, body, checksum, first_wall, last_wall, readings, arrivals)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (number) DO UPDATE SET
            body = excluded.body, checksum = excluded.checksum, first_wall = excluded.first_wall,
            last_wall = excluded.last_wall, readings = excluded.readings, arrivals = excluded.arrivals
        """
}
