/// How a program ended.
package enum ProgramEnding: Hashable, Sendable {
    /// It returned this status, 0...255; 0 is success.
    case exited(Int32)
    /// This signal ended it.
    case signalled(Int32)

    /// One number for both, as a shell tells it: the status, or 128 and the signal's number.
    package var shellStatus: Int32 {
        switch self {
        case .exited(let status): status
        case .signalled(let signal): 128 + signal
        }
    }
}
