package import AlarmProtocols

/// Why a desk cannot be opened as configured.
package enum ResponderDeskError: Error, Hashable, CustomStringConvertible {
    case noSecret
    case secret(WebhookSecretError)
    case passwordNeeded(host: String)

    package var description: String {
        switch self {
        case .noSecret: "The desk needs the webhook secret of a gateway."
        case .secret(let error): error.description
        case .passwordNeeded(let host):
            "The desk would listen on \(host), where others than this machine reach it: give it a password."
        }
    }
}
