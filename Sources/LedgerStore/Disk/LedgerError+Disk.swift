import GatewayCore
import GRDB
import Glibc

extension LedgerError {
    /// What the operating system answered.
    static func system(_ code: Int32, _ act: String, _ path: String) -> LedgerError {
        let kind: Kind =
            switch code {
            case ENOSPC, EDQUOT, EFBIG: .full
            default: .io
            }
        return LedgerError(kind, "Cannot \(act) \(path): \(String(cString: strerror(code))).")
    }

    /// What SQLite answered.
    init(_ error: any Error, at path: String) {
        if let error = error as? LedgerError {
            self = error
            return
        }
        guard let error = error as? DatabaseError else {
            self.init(.other, "The ledger \(path) failed: \(error).")
            return
        }
        let reason = error.message ?? "no reason given"
        switch error.resultCode {
        case .SQLITE_FULL:
            self.init(.full, "The disk of the ledger \(path) is full; make room.")
        case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_NOLFS:
            let code = error.extendedResultCode.rawValue
            self.init(.io, "The disk of the ledger \(path) answered with an error (\(reason), SQLite \(code)).")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            self.init(.corrupt, "The ledger \(path) is damaged (\(reason)).")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(.locked, "Another program holds the ledger \(path); only one gateway can run on it.")
        default:
            self.init(.other, "The ledger \(path) failed (\(reason), SQLite \(error.resultCode.rawValue)).")
        }
    }
}
