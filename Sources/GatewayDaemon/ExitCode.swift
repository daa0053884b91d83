/// How the command ends (BEHAVIOUR 6; the numbers above 63 are those of sysexits.h).
package enum ExitCode: Int32, Sendable {
    case success = 0
    case failure = 1
    /// Nothing is wrong, but something should be looked at.
    case lint = 3
    case usage = 64
    /// Who should answer does not.
    case peerUnavailable = 69
    /// A disk or device failed.
    case inputOutput = 74
    case configuration = 78
}
