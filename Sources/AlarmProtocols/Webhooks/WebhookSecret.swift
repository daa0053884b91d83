import Crypto
import FoundationEssentials
package import GatewayCore

/// A Standard Webhooks signing secret: `whsec_` and 24 to 64 bytes in base64.
///
/// Standard Webhooks 1.0.0, "Signature scheme", symmetric. Signs what is sent and the links by which
/// responders answer.
package struct WebhookSecret: Sendable {
    static let prefix = "whsec_"

    let key: SymmetricKey

    package init(_ secret: Secret) throws(WebhookSecretError) {
        guard secret.exposed.hasPrefix(Self.prefix) else { throw .noPrefix }
        guard let bytes = Data(base64Encoded: String(secret.exposed.dropFirst(Self.prefix.count))) else {
            throw .notBase64
        }
        guard AlarmProtocolLimits.webhookSecretBytes.contains(bytes.count) else {
            throw .wrongLength(bytes: bytes.count)
        }
        key = SymmetricKey(data: bytes)
    }
}
