import GatewayCore
import Glibc

/// Held by the one gateway that runs on a ledger.
///
/// SQLite's exclusive lock refuses a second one too; this comes first, so that a second gateway touches
/// nothing before it is refused.
struct LockFile: ~Copyable {
    private let file: OwnedFile

    /// - Throws: `LedgerError` of kind `locked` when another holds it.
    init(_ files: LedgerFiles) throws(LedgerError) {
        let file = try OwnedFile(files.lock, flags: O_RDWR | O_CREAT)
        try Self.hold(file.descriptor, files)
        self.file = file
    }

    private static func hold(_ descriptor: Int32, _ files: LedgerFiles) throws(LedgerError) {
        // A program that the old process was just starting (speech) holds its descriptors until it runs:
        // flock(2), "locks created by flock() are preserved across … fork(2)".
        for _ in 0..<LedgerLimits.lockAttempts {
            guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return }
            usleep(LedgerLimits.lockPauseMicroseconds)
        }
        throw LedgerError(
            .locked,
            "Another gateway holds the ledger in \(files.folder); only one can run on it. Stop that one first.")
    }
}
