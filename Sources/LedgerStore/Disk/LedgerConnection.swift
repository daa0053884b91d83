import GRDB
import GRDBSQLite
import GatewayCore

/// Opens the database the one way that keeps its promises, and checks that it was granted.
enum LedgerConnection {
    /// - Throws: `DatabaseError`, or `LedgerError` of kind `corrupt` or `other`.
    static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "ledger"
        configuration.busyMode = .immediateError
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { db in
            // Before the first access: with it there is no shared-memory file, so that a full disk does
            // not stop reads, and no second connection can exist.
            try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
            try expect(db, "PRAGMA journal_mode = WAL", "wal")
            try db.execute(sql: "PRAGMA synchronous = FULL")
            try expect(db, "PRAGMA synchronous", "2")
            try db.execute(sql: "PRAGMA wal_autocheckpoint = \(LedgerLimits.logPages)")
            try db.execute(sql: "PRAGMA journal_size_limit = \(LedgerLimits.logBytes)")
            try db.execute(sql: "PRAGMA cell_size_check = ON")
            try db.execute(sql: "PRAGMA mmap_size = 0")
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
            try db.execute(sql: "PRAGMA cache_size = -\(LedgerLimits.cacheKibibytes)")
            keepLog(db)
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Finds damage to the database's structure. What is inside rows has checksums of its own.
    static func quickCheck(_ db: Database) throws {
        let result = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? "no answer"
        if result != "ok" {
            throw LedgerError(.corrupt, "The ledger's structure is damaged: \(result).")
        }
    }

    /// Closes the connection and leaves the log at its full size: without this SQLite cuts it to nothing,
    /// and the next start would have to grow it again.
    static func close(_ queue: DatabaseQueue) throws {
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_size_limit = -1")
        }
        try queue.close()
    }

    /// Pages written to the log since the connection was opened.
    static func pagesWritten(_ db: Database) -> Int {
        var current: CInt = 0
        var highest: CInt = 0
        // SQLITE_DBSTATUS_CACHE_WRITE counts pages written to disk; both results are plain integers.
        guard
            sqlite3_db_status(db.sqliteConnection, SQLITE_DBSTATUS_CACHE_WRITE, &current, &highest, 0) == SQLITE_OK
        else { return 0 }
        return Int(current)
    }

    /// The log stays when the connection closes (https://sqlite.org/c3ref/c_fcntl_begin_atomic_write.html,
    /// SQLITE_FCNTL_PERSIST_WAL). A log that is missing afterwards was therefore lost.
    private static func keepLog(_ db: Database) {
        var on: CInt = 1
        _ = sqlite3_file_control(db.sqliteConnection, "main", SQLITE_FCNTL_PERSIST_WAL, &on)
    }

    /// SQLite answers a pragma it could not follow with what holds instead, and with no error: after an
    /// injected disk error it silently stayed in the mode that loses records.
    private static func expect(_ db: Database, _ pragma: String, _ expected: String) throws {
        let answer = try String.fetchOne(db, sql: pragma) ?? "nothing"
        guard answer == expected else {
            throw LedgerError(.io, "SQLite answered \"\(pragma)\" with \(answer) instead of \(expected).")
        }
    }
}
