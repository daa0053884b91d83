import GRDB
import GatewayCore

/// A row as it stands on disk, before anything in it is believed.
struct RawRow: Sendable {
    var number: Int64
    var body: [UInt8]
    var checksum: Int64?

    func isSound(in table: LedgerTable) -> Bool { checksum == RowChecksum.of(table, number, body) }
}

/// Reads rows whose columns may hold anything.
enum RowReader {
    /// Every row of a table, in order of its number.
    static func forEach(
        _ table: LedgerTable, in db: Database, from first: Int64 = .min, _ body: (RawRow) throws -> Void
    ) throws {
        let sql = "SELECT number, body, checksum FROM \(table.rawValue) WHERE number >= ? ORDER BY number"
        let rows = try Row.fetchCursor(db, sql: sql, arguments: [first])
        while let row = try rows.next() { try body(raw(row)) }
    }

    static func fetch(_ table: LedgerTable, number: Int64, in db: Database) throws -> RawRow? {
        let sql = "SELECT number, body, checksum FROM \(table.rawValue) WHERE number = ?"
        return try Row.fetchOne(db, sql: sql, arguments: [number]).map(raw)
    }

    static func last(_ table: LedgerTable, in db: Database) throws -> RawRow? {
        let sql = "SELECT number, body, checksum FROM \(table.rawValue) ORDER BY number DESC LIMIT 1"
        return try Row.fetchOne(db, sql: sql).map(raw)
    }

    static func raw(_ row: Row) -> RawRow {
        let number: DatabaseValue = row[0]
        let body: DatabaseValue = row[1]
        let checksum: DatabaseValue = row[2]
        return RawRow(
            number: Int64.fromDatabaseValue(number) ?? 0, body: bytes(body),
            checksum: Int64.fromDatabaseValue(checksum))
    }

    static func bytes(_ value: DatabaseValue) -> [UInt8] {
        switch value.storage {
        case .blob(let data): Array(data)
        case .string(let text): Array(text.utf8)
        default: []
        }
    }
}
