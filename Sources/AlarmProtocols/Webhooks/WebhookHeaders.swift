/// The three headers of Standard Webhooks 1.0.0.
package struct WebhookHeaders: Hashable, Sendable {
    package static let idName = "webhook-id"
    package static let timestampName = "webhook-timestamp"
    package static let signatureName = "webhook-signature"

    /// The same on each attempt: the idempotency key.
    package var id: String
    /// Seconds since 1970 of this attempt.
    package var timestamp: String
    /// Space-separated list of `v1,` and base64.
    package var signature: String

    package init(id: String, timestamp: String, signature: String) {
        self.id = id
        self.timestamp = timestamp
        self.signature = signature
    }

    /// From a request; nil where one is missing.
    package init?(value: (String) -> String?) {
        guard let id = value(Self.idName), let timestamp = value(Self.timestampName),
            let signature = value(Self.signatureName)
        else { return nil }
        self.init(id: id, timestamp: timestamp, signature: signature)
    }
}
