/// The form of a Standard Webhooks secret: `whsec_` and 24 to 64 bytes in base64.
enum WebhookSecret {
    /// Why it is none, to follow "this secret"; nil when it is well formed.
    static func refusal(_ text: String) -> String? {
        guard text.hasPrefix("whsec_") else { return "does not begin with `whsec_`" }
        let body = Array(text.utf8.dropFirst(6))
        let padding = body.reversed().prefix { $0 == 0x3d }.count
        let digits = body.dropLast(padding)
        let isBase64 = digits.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
                || byte == 0x2b || byte == 0x2f
        }
        guard isBase64, body.count % 4 == 0, padding <= 2 else { return "is not base64 behind `whsec_`" }
        let bytes = body.count / 4 * 3 - padding
        return (24...64).contains(bytes) ? nil : "has \(bytes) bytes behind `whsec_`; it must have 24 to 64"
    }
}
