import GatewayCore
import Testing

@testable import AlarmProtocols

@Suite struct WebhookSignatureTests {
    /// The worked example of the Standard Webhooks documentation and its reference libraries.
    private let example = WebhookHeaders(
        id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: "1614265330",
        signature: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    private let body = Array("{\"test\": 2432232314}".utf8)
    private let now = WallTime(milliseconds: 1_614_265_330_000)
    private let secret: WebhookSecret
    private let other: WebhookSecret

    init() throws {
        secret = try WebhookSecret(Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        other = try WebhookSecret(Secret("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))
    }

    @Test func `the published example is signed as published`() {
        #expect(WebhookSignature.headers(id: example.id, at: now, body: body, secret: secret) == example)
    }

    @Test func `the published example verifies`() throws {
        try WebhookSignature.verify(example, body: body, secrets: [secret], now: now)
    }

    @Test(arguments: [
        "v1,bm9ldHU= v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1a,AAAA v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= v2,BBBB",
    ])
    func `one fitting signature of several is enough`(signature: String) throws {
        let headers = example.with(\.signature, signature)
        try WebhookSignature.verify(headers, body: body, secrets: [other, secret], now: now)
    }

    @Test(arguments: [
        "", "v1,", "v1,bm9ldHU=", "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1O=",
        String(repeating: "v1,bm9ldHU= ", count: 8) + "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    ])
    func `other signatures do not verify`(signature: String) {
        let headers = example.with(\.signature, signature)
        #expect(throws: WebhookVerificationError.noMatchingSignature) {
            try WebhookSignature.verify(headers, body: body, secrets: [secret], now: now)
        }
    }

    @Test func `a changed body, id or secret does not verify`() {
        let headers = example.with(\.id, example.id + "x")
        #expect(throws: WebhookVerificationError.noMatchingSignature) {
            try WebhookSignature.verify(headers, body: body, secrets: [secret], now: now)
        }
        #expect(throws: WebhookVerificationError.noMatchingSignature) {
            try WebhookSignature.verify(example, body: body + [0x20], secrets: [secret], now: now)
        }
        #expect(throws: WebhookVerificationError.noMatchingSignature) {
            try WebhookSignature.verify(example, body: body, secrets: [other], now: now)
        }
        #expect(throws: WebhookVerificationError.noMatchingSignature) {
            try WebhookSignature.verify(example, body: body, secrets: [], now: now)
        }
    }

    @Test(arguments: [300, -300] as [Int64])
    func `the window is five minutes either way`(seconds: Int64) throws {
        try WebhookSignature.verify(example, body: body, secrets: [secret], now: now + .seconds(seconds))
    }

    @Test func `outside the window nothing verifies`() {
        #expect(throws: WebhookVerificationError.tooOld(seconds: 301)) {
            try WebhookSignature.verify(example, body: body, secrets: [secret], now: now + .seconds(301))
        }
        #expect(throws: WebhookVerificationError.tooNew(seconds: 301)) {
            try WebhookSignature.verify(example, body: body, secrets: [secret], now: now - .seconds(301))
        }
    }

    @Test(arguments: ["", "soon", "-1", "1614265330.5", "99999999999999999999"])
    func `a time stamp that is no number is refused`(timestamp: String) {
        let headers = example.with(\.timestamp, timestamp)
        #expect(throws: WebhookVerificationError.malformedTimestamp) {
            try WebhookSignature.verify(headers, body: body, secrets: [secret], now: now)
        }
    }

    @Test func `a receiver without a clock can skip the window`() throws {
        try WebhookSignature.verify(example, body: body, secrets: [secret], now: nil)
    }

    @Test func `headers are found by name, and missing one is no message`() {
        let found = [
            "webhook-id": example.id, "webhook-timestamp": example.timestamp,
            "webhook-signature": example.signature,
        ]
        #expect(WebhookHeaders { found[$0] } == example)
        #expect(WebhookHeaders { $0 == "webhook-id" ? nil : found[$0] } == nil)
    }
}

extension WebhookHeaders {
    fileprivate func with(_ header: WritableKeyPath<WebhookHeaders, String>, _ value: String) -> WebhookHeaders {
        var headers = self
        headers[keyPath: header] = value
        return headers
    }
}
