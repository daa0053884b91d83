package import GatewayCore
import Glibc

/// A ledger that is copied aside to be read, whether a gateway is writing it or not. Nothing of the original is
/// locked or touched.
///
/// The copy holds even while a gateway writes: pages that are moved from the log into the database meanwhile are
/// still in the log, as long as the log does not begin anew, which its head tells.
package final class LedgerCopy {
    let folder: String
    private let copied: LedgerFiles
    private let ledger: SQLiteLedger

    /// - Parameter path: the ledger's folder, or its database file.
    /// - Throws: `io` when it cannot be read or copied, `locked` when it changes too fast, `corrupt` and `tooNew`
    ///   as when a gateway opens it.
    package init(of path: String) throws(LedgerError) {
        let database = Self.database(at: path) ?? path
        var template = Array((Self.temporary + "/pullcord-ledger-XXXXXX").utf8CString)
        let made = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
        }
        guard let made else { throw LedgerError.system(errno, "make a folder in", Self.temporary) }
        folder = made
        copied = LedgerFiles(folder: made)
        do {
            try Self.copy(database, to: copied.database)
            ledger = try SQLiteLedger(folder: made)
        } catch {
            Self.remove(made)
            throw error
        }
    }

    deinit { Self.remove(folder) }

    /// What it found that is not as it was written.
    package var damage: [String] { ledger.damage.sentences }

    /// All readings that it holds, in the order in which they were recorded.
    package func readings() throws(LedgerError) -> [Reading] {
        try ledger.history(from: WallTime(milliseconds: .min), to: WallTime(milliseconds: .max))
    }

    /// The newest alerts, oldest first.
    package func alerts() throws(LedgerError) -> [Alert] {
        try ledger.alerts(limit: LedgerLimits.copiedAlerts).reversed()
    }

    /// The database in a folder, or the file itself; nil for what is no ledger.
    package static func database(at path: String) -> String? {
        for candidate in [path, LedgerFiles(folder: path).database] {
            // https://sqlite.org/fileformat.html, section 1.3: "The header string".
            guard let file = try? OwnedFile(candidate, flags: O_RDONLY | O_NONBLOCK),
                let head = try? file.read(16, at: 0), head == Array("SQLite format 3\0".utf8)
            else { continue }
            return candidate
        }
        return nil
    }

    private static var temporary: String {
        getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    }

    private static func copy(_ database: String, to copy: String) throws(LedgerError) {
        for _ in 0..<LedgerLimits.copyAttempts {
            let before = generation(of: database + "-wal")
            // That of an attempt before would be read into a database that no longer has one.
            unlink(copy + "-wal")
            try copyFile(database, to: copy)
            if before != nil { try copyFile(database + "-wal", to: copy + "-wal") }
            if generation(of: database + "-wal") == before { return }
        }
        throw LedgerError(.locked, "The ledger \(database) changes faster than it can be copied; try again.")
    }

    /// The log's salts, which change when it begins anew (https://sqlite.org/fileformat.html, section 4.1).
    private static func generation(of log: String) -> [UInt8]? {
        guard let file = try? OwnedFile(log, flags: O_RDONLY) else { return nil }
        return try? file.read(8, at: 16)
    }

    private static func copyFile(_ path: String, to copy: String) throws(LedgerError) {
        let source = try OwnedFile(path, flags: O_RDONLY)
        let target = try OwnedFile(copy, flags: O_RDWR | O_CREAT | O_TRUNC)
        var offset: Int64 = 0
        while true {
            let bytes = try source.read(LedgerLimits.copiedBytes, at: offset)
            guard !bytes.isEmpty else { return }
            try target.write(bytes, at: offset)
            offset += Int64(bytes.count)
        }
    }

    private static func remove(_ folder: String) {
        if let stream = opendir(folder) {
            while let entry = readdir(stream) {
                let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                if name != ".", name != ".." { unlink(folder + "/" + name) }
            }
            closedir(stream)
        }
        rmdir(folder)
    }
}
