import GatewayCore
import Glibc

/// An open file that is closed with its owner.
struct OwnedFile: ~Copyable {
    let descriptor: Int32
    let path: String

    /// Opens or makes a file that only its owner can read.
    ///
    /// - Throws: `LedgerError` of kind `io` or `full`.
    init(_ path: String, flags: Int32) throws(LedgerError) {
        let descriptor = Glibc.open(path, flags | O_CLOEXEC, mode_t(0o600))
        guard descriptor >= 0 else { throw LedgerError.system(errno, "open", path) }
        self.descriptor = descriptor
        self.path = path
    }

    deinit { _ = Glibc.close(descriptor) }

    func size() throws(LedgerError) -> Int64 {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw LedgerError.system(errno, "read", path) }
        return Int64(status.st_size)
    }

    func write(_ bytes: [UInt8], at offset: Int64) throws(LedgerError) {
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                pwrite(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done, off_t(offset) + done)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw LedgerError.system(errno, "write", path) }
            done += written
        }
    }

    func read(_ count: Int, at offset: Int64) throws(LedgerError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let got = bytes.withUnsafeMutableBytes { buffer in
                pread(descriptor, buffer.baseAddress?.advanced(by: done), count - done, off_t(offset) + done)
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw LedgerError.system(errno, "read", path) }
            if got == 0 { break }
            done += got
        }
        return Array(bytes.prefix(done))
    }

    /// Waits until what was written is on disk.
    func sync() throws(LedgerError) {
        guard fdatasync(descriptor) == 0 else { throw LedgerError.system(errno, "write", path) }
    }

    /// Writes real zeros up to the size: blocks that are only promised still cost a journal entry each
    /// when they are first written, and that is what growing in advance is to spare.
    func grow(to size: Int64) throws(LedgerError) {
        var end = try self.size()
        guard end < size else { return }
        let zeros = [UInt8](repeating: 0, count: 65_536)
        while end < size {
            let piece = min(Int64(zeros.count), size - end)
            try write(piece == zeros.count ? zeros : Array(zeros.prefix(Int(piece))), at: end)
            end += piece
        }
        try sync()
    }
}
