/// A responder service that takes CloudEvents over HTTPS with Standard Webhooks signatures.
package struct WebhookConnection: Hashable, Codable, Sendable {
    package var url: String
    /// `whsec_` and 24 to 64 bytes in base64. Signs what we send, and the links by which they answer.
    package var secret: Secret
    /// Certificates to trust; nil for the system's.
    package var authority: String?
    /// Where the responder reaches this gateway to acknowledge, such as `http://127.0.0.1:8490`; nil for
    /// no links.
    package var answerURL: String?
    /// One attempt from connecting to the answer's last byte.
    package var timeout: Duration

    package init(
        url: String, secret: Secret, authority: String? = nil, answerURL: String? = nil,
        timeout: Duration = .seconds(10)
    ) {
        self.url = url
        self.secret = secret
        self.authority = authority
        self.answerURL = answerURL
        self.timeout = timeout
    }
}
