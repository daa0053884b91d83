/// How the command ends (BEHAVIOUR 6; the numbers above 63 are those of sysexits.h).
package enum ExitCode: Int32, CaseIterable, Sendable {
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

    /// What it means, as a sentence for the manual.
    package var meaning: String {
        switch self {
        case .success: "All is well."
        case .failure: "It did not go as asked; a sentence says why."
        case .lint: "Nothing is wrong, but something should be looked at."
        case .usage: "The command was called with words that mean nothing."
        case .peerUnavailable: "Who should answer does not, such as a gateway that is not running."
        case .inputOutput: "A disk or device failed."
        case .configuration: "The settings cannot be used; each mistake is shown with its line."
        }
    }
}
