import GatewayCore
import Glibc

/// A file of no use but its size: given back to the file system when the disk is full, so that a call for
/// help can still be recorded.
struct SpaceReserve {
    let path: String
    private(set) var isHeld = false

    init(_ files: LedgerFiles) {
        path = files.reserve
        isHeld = (files.size(of: path) ?? 0) >= LedgerLimits.reserveBytes
    }

    /// Takes the space, if it is there and enough remains for others.
    mutating func take() {
        guard !isHeld else { return }
        var status = statvfs()
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
        guard statvfs(folder, &status) == 0 else { return }
        let free = Int64(clamping: status.f_bavail).multipliedReportingOverflow(by: Int64(status.f_frsize))
        guard free.overflow || free.partialValue >= LedgerLimits.reserveBytes + LedgerLimits.reserveMargin,
            let file = try? OwnedFile(path, flags: O_RDWR | O_CREAT)
        else { return }
        isHeld = posix_fallocate(file.descriptor, 0, off_t(LedgerLimits.reserveBytes)) == 0
        if !isHeld { unlink(path) }
    }

    /// Gives the space back.
    ///
    /// - Returns: true when there was any to give.
    mutating func release() -> Bool {
        guard isHeld else { return false }
        isHeld = false
        return unlink(path) == 0
    }
}
