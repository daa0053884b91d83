/// Why a text is no Standard Webhooks secret. Never holds the text itself.
package enum WebhookSecretError: Error, Hashable, CustomStringConvertible {
    case noPrefix
    case notBase64
    case wrongLength(bytes: Int)

    package var description: String {
        switch self {
        case .noPrefix:
            "A webhook secret begins with \"whsec_\"; make one with: echo whsec_$(openssl rand -base64 32)"
        case .notBase64:
            "What follows \"whsec_\" in the webhook secret is not base64."
        case .wrongLength(let bytes):
            "The webhook secret holds \(bytes) bytes; Standard Webhooks asks for 24 to 64."
        }
    }
}
