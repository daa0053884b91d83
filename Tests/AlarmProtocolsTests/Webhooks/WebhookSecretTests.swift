import GatewayCore
import Testing

@testable import AlarmProtocols

@Suite struct WebhookSecretTests {
    private static func base64(_ count: Int) -> String {
        // Groups of three zero bytes are "AAAA".
        String(repeating: "AAAA", count: count / 3) + ["", "AA==", "AAA="][count % 3]
    }

    @Test(arguments: [24, 32, 63, 64])
    func `a secret of 24 to 64 bytes is taken`(count: Int) throws {
        _ = try WebhookSecret(Secret("whsec_" + Self.base64(count)))
    }

    @Test(arguments: [
        ("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", WebhookSecretError.noPrefix),
        ("", .noPrefix), ("whsec_", .wrongLength(bytes: 0)), ("whsec_*", .notBase64),
        ("whsec_" + base64(23), .wrongLength(bytes: 23)), ("whsec_" + base64(65), .wrongLength(bytes: 65)),
        ("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS", .notBase64),
    ])
    func `any other is refused with its reason`(text: String, reason: WebhookSecretError) {
        #expect(throws: reason) { try WebhookSecret(Secret(text)) }
    }

    @Test func `a reason never tells the secret`() {
        let error = #expect(throws: WebhookSecretError.self) { try WebhookSecret(Secret("whsec_hunter2!")) }
        #expect(error?.description.contains("hunter2") == false)
    }
}
