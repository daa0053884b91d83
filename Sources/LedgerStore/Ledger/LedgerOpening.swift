import GRDB
import GatewayCore
import Glibc

/// Opens a ledger's database, or, when it is damaged, sets it aside, makes a new one and takes over what
/// can still be read.
struct LedgerOpening {
    struct Opened {
        var queue: DatabaseQueue
        var position: LedgerPosition
    }

    let files: LedgerFiles
    let identity: () -> String

    func open(_ damage: inout LedgerDamage) throws -> Opened {
        try lookAtFiles(&damage)
        try files.makeDatabase()
        do {
            return try openAsItIs(&damage)
        } catch {
            guard let reason = Self.damageReason(error) else { throw error }
            let aside = try files.setAside()
            damage.setAside("The ledger was damaged and set aside as \(aside) (\(reason)).")
            try files.makeDatabase()
            return try openAsItIs(&damage, takingOver: aside)
        }
    }

    /// The log is kept when the ledger closes, so its absence, like the database's, says that it was lost.
    private func lookAtFiles(_ damage: inout LedgerDamage) throws(LedgerError) {
        let database = files.size(of: files.database) ?? 0
        let log = files.size(of: files.log)
        if database > 0 {
            if log == nil {
                damage.note("The ledger's log \(files.log) is missing; its newest records may be lost.")
            }
        } else if log ?? 0 > 0 {
            damage.setAside("The ledger \(files.database) is missing; a new one begins.")
            _ = try files.setAside()
        } else if files.size(of: files.reserve) != nil {
            damage.note("The ledger \(files.database) is missing; a new one begins.")
        }
    }

    private func openAsItIs(_ damage: inout LedgerDamage, takingOver aside: String? = nil) throws -> Opened {
        let queue = try LedgerConnection.open(files.database)
        do {
            try queue.inDatabase { db in
                try LedgerConnection.quickCheck(db)
                try checkOrigin(db)
            }
            try LedgerSchema.migrator.migrate(queue)
            let position = try queue.inDatabase { db in
                try label(db, &damage)
                for table in LedgerTable.allCases { _ = try db.cachedStatement(sql: table.putSQL) }
                if let aside { try takeOver(aside, in: db, &damage) }
                return try LedgerPosition.read(from: db, identity: identity, damage: &damage)
            }
            growLog()
            return Opened(queue: queue, position: position)
        } catch {
            try? queue.close()
            throw error
        }
    }

    /// Steps that we do not know together with a higher version are a newer gateway's; either alone is
    /// damage, which must not keep the gateway from starting.
    private func checkOrigin(_ db: Database) throws {
        // A first start that was cut short leaves nothing, or the empty list of steps.
        let sql = "SELECT count(*) FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations'"
        guard try Int.fetchOne(db, sql: sql) ?? 0 > 0 else { return }
        let application = try Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let isLabelled = application == LedgerSchema.applicationID
        if try !db.tableExists(LedgerTable.gateway.rawValue) {
            guard isLabelled else { throw LedgerError(.other, "\(files.database) is not a gateway's ledger.") }
            throw LedgerError(.corrupt, "the table \(LedgerTable.gateway.rawValue) is gone")
        }
        let version = try Int64.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard try LedgerSchema.migrator.hasBeenSuperseded(db) else { return }
        guard version > LedgerSchema.version else {
            throw LedgerError(.corrupt, "the list of schema steps is damaged")
        }
        throw LedgerError(
            .tooNew,
            "The ledger \(files.database) was written by a newer version (schema \(version), this one knows "
                + "\(LedgerSchema.version)); install that version again.")
    }

    private func label(_ db: Database, _ damage: inout LedgerDamage) throws {
        let version = try Int64.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        let application = try Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        if version > LedgerSchema.version || (application != 0 && application != LedgerSchema.applicationID) {
            damage.note("The ledger's header was damaged and has been repaired.")
        }
        if version != LedgerSchema.version {
            try db.execute(sql: "PRAGMA user_version = \(LedgerSchema.version)")
        }
        if application != LedgerSchema.applicationID {
            try db.execute(sql: "PRAGMA application_id = \(LedgerSchema.applicationID)")
        }
    }

    private func takeOver(_ aside: String, in db: Database, _ damage: inout LedgerDamage) throws {
        var salvage = Salvage()
        try db.inTransaction(.immediate) {
            try salvage.copy(from: aside, into: db)
            return .commit
        }
        damage.add(salvage.damage)
    }

    /// A disk without room for it is a slower disk, not a fault.
    private func growLog() {
        guard let log = try? OwnedFile(files.log, flags: O_RDWR) else { return }
        try? log.grow(to: LedgerLimits.logBytes)
    }

    /// Why an error is the database's damage; nil when it is something else.
    private static func damageReason(_ error: any Error) -> String? {
        if let error = error as? LedgerError { return error.kind == .corrupt ? error.description : nil }
        guard let error = error as? DatabaseError else { return nil }
        switch error.resultCode {
        // SQLITE_ERROR is what a schema that has rotted gives: a column or table is not there.
        case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_FORMAT, .SQLITE_MISMATCH, .SQLITE_CONSTRAINT:
            return error.message ?? "SQLite \(error.resultCode.rawValue)"
        default: return nil
        }
    }
}
