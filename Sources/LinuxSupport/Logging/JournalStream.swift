internal import Glibc

/// Whether standard error is the journal.
enum JournalStream {
    /// systemd.exec(5): `$JOURNAL_STREAM` holds device and inode of the stream; a redirected standard error
    /// has others.
    static let isStandardError: Bool = {
        guard let named = Environment.value(of: "JOURNAL_STREAM") else { return false }
        var status = stat()
        // Safe: fstat fills one struct that lives through the call.
        guard unsafe fstat(2, &status) == 0 else { return false }
        return named == "\(status.st_dev):\(status.st_ino)"
    }()
}
