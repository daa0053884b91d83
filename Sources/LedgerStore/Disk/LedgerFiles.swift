import GatewayCore
import Glibc

/// The names of a ledger's files, and what can be done to them as files.
struct LedgerFiles: Sendable {
    let folder: String
    let database: String

    var log: String { database + "-wal" }
    var lock: String { folder + "/ledger.lock" }
    var reserve: String { folder + "/reserve.bin" }

    init(folder: String) {
        self.folder = folder
        database = folder + "/ledger.db"
    }

    /// Makes the folder, for its owner only, where it is missing.
    func makeFolder() throws(LedgerError) {
        guard mkdir(folder, 0o700) != 0, errno != EEXIST else { return }
        throw LedgerError.system(errno, "make the folder", folder)
    }

    /// The size of a file in bytes; nil when it is not there.
    func size(of path: String) -> Int64? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Int64(status.st_size)
    }

    /// Makes the database file, empty and for its owner only, where it is missing; SQLite gives the log
    /// the same mode.
    func makeDatabase() throws(LedgerError) {
        guard size(of: database) == nil else { return }
        _ = try OwnedFile(database, flags: O_RDWR | O_CREAT)
        FolderSync.sync(folder)
    }

    /// Renames the database and its log, to keep them as evidence and for salvage.
    ///
    /// - Returns: the database's new path.
    func setAside() throws(LedgerError) -> String {
        for number in 1...LedgerLimits.setAsideNames {
            let aside = "\(folder)/ledger-damaged-\(number).db"
            if size(of: aside) != nil || size(of: aside + "-wal") != nil { continue }
            // The log first: without it the database is still recognised as one to be set aside.
            if size(of: log) != nil { try move(log, to: aside + "-wal") }
            if size(of: database) != nil { try move(database, to: aside) }
            FolderSync.sync(folder)
            return aside
        }
        throw LedgerError(.other, "The folder \(folder) holds too many damaged ledgers; remove old ones.")
    }

    private func move(_ path: String, to other: String) throws(LedgerError) {
        guard rename(path, other) == 0 else { throw LedgerError.system(errno, "rename", path) }
    }
}
