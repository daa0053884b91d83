import FoundationEssentials
import GRDB
import GatewayCore

/// The tables, and how they came to be, step by step. A step that has shipped is never changed.
enum LedgerSchema {
    /// "PCrd" in SQLite's header, so that `file` and we can tell whose database it is.
    static let applicationID: Int64 = 0x5043_7264
    /// The number of steps; SQLite's `user_version`.
    static let version: Int64 = 2

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 tables") { db in
            for table in LedgerTable.allCases where table != .historyDay { try make(table, in: db) }
            try db.execute(sql: "CREATE INDEX story_of_alert ON story (alert)")
            // Rows whose checksum does not fit, kept for whoever looks into it.
            try db.execute(
                sql: """
                    CREATE TABLE quarantine (
                        id INTEGER PRIMARY KEY, origin TEXT NOT NULL, number INTEGER NOT NULL, body BLOB,
                        checksum INTEGER
                    ) STRICT
                    """)
        }
        migrator.registerMigration("2 days of the history") { db in
            try make(.historyDay, in: db)
            try fillDays(db)
        }
        return migrator
    }

    private static func make(_ table: LedgerTable, in db: Database) throws {
        let more =
            switch table {
            case .story: ", alert INTEGER NOT NULL, chain BLOB NOT NULL"
            case .history:
                ", first_wall INTEGER NOT NULL, last_wall INTEGER NOT NULL, readings INTEGER NOT NULL, "
                    + "arrivals INTEGER NOT NULL"
            default: ""
            }
        try db.execute(
            sql: """
                CREATE TABLE \(table.rawValue) (
                    number INTEGER PRIMARY KEY, body BLOB NOT NULL, checksum INTEGER NOT NULL\(more)
                ) STRICT
                """)
    }

    /// One run of days for everything recorded before there were any.
    private static func fillDays(_ db: Database) throws {
        let sql = "SELECT min(number), min(first_wall), max(last_wall) FROM history"
        guard let row = try Row.fetchOne(db, sql: sql), let number = row[0] as Int64?, let first = row[1] as Int64?,
            let last = row[2] as Int64?
        else { return }
        let run = HistoryRun(
            number: number,
            days: HistoryRun.days(WallTime(milliseconds: first), WallTime(milliseconds: last)))
        try RowWriter(db: db).put(.historyDay, run.row())
    }
}
