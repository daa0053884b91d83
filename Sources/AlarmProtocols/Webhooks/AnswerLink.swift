import Crypto
import FoundationEssentials
package import GatewayCore

/// A link by which one contact acknowledges or closes one alert, and nothing else.
///
/// Whoever holds the link may answer in the contact's name, so it goes only into that contact's own message
/// over its own signed channel. It does not age: an answer to an alert that is closed changes nothing.
package enum AnswerLink {
    /// What the responder does with it. Both stand behind the same token.
    package enum Step: String, CaseIterable, Sendable {
        case acknowledge
        case close
    }

    /// Keeps these codes apart from webhook signatures made with the same secret, and from later versions.
    private static let purpose = "pullcord-answer-v1"
    /// SHA-256's 32 bytes in base64 without padding.
    private static let tokenLength = 43

    /// `/answer/<alert>/<contact>/<token>`, to be put behind the channel's answer URL.
    package static func path(alert: AlertID, contact: ContactID, secret: WebhookSecret) -> String {
        let token = Data(HMAC<SHA256>.authenticationCode(for: signed(alert, contact), using: secret.key))
        return "/answer/\(alert.description.percentEncodedForPath)/\(contact.name.percentEncodedForPath)/"
            + urlSafe(token.base64EncodedString())
    }

    /// Where a page has both steps: the path, followed by `/acknowledge` and `/close`.
    package static func links(base: String, alert: AlertID, contact: ContactID, secret: WebhookSecret) -> AnswerLinks {
        let trimmed = base.last == "/" ? String(base.dropLast()) : base
        let link = trimmed + path(alert: alert, contact: contact, secret: secret)
        return AnswerLinks(
            acknowledge: "\(link)/\(Step.acknowledge.rawValue)", close: "\(link)/\(Step.close.rawValue)")
    }

    /// Whether the token belongs to this alert and contact; takes the same time wherever it differs.
    package static func verify(
        token: String, alert: AlertID, contact: ContactID, secret: WebhookSecret
    ) -> Bool {
        guard token.utf8.count == tokenLength, let code = Data(base64Encoded: standard(token) + "=") else {
            return false
        }
        return HMAC<SHA256>.isValidAuthenticationCode(
            code, authenticating: signed(alert, contact), using: secret.key)
    }

    /// Neither an alert's nor a contact's name holds a line break, so the parts cannot run into each other;
    /// the lengths make it certain.
    private static func signed(_ alert: AlertID, _ contact: ContactID) -> [UInt8] {
        let (alert, contact) = (alert.description, contact.name)
        return Array("\(purpose)\n\(alert.utf8.count) \(alert)\n\(contact.utf8.count) \(contact)".utf8)
    }

    /// RFC 4648 section 5, without padding.
    private static func urlSafe(_ text: String) -> String {
        String(text.compactMap { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 == "=" ? nil : $0 })
    }

    private static func standard(_ text: String) -> String {
        String(text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
    }
}
