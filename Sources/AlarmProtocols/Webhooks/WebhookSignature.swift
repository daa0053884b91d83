import Crypto
import FoundationEssentials
package import GatewayCore

/// Signs and verifies messages after Standard Webhooks 1.0.0: HMAC-SHA256 over `id.timestamp.body`.
package enum WebhookSignature {
    private static let version = "v1,"

    /// The headers of one attempt.
    ///
    /// - Parameter id: without a full stop, which is the scheme's separator.
    package static func headers(id: String, at time: WallTime, body: [UInt8], secret: WebhookSecret) -> WebhookHeaders {
        let seconds = String(time.seconds)
        return WebhookHeaders(
            id: id, timestamp: seconds, signature: sign(id: id, timestamp: seconds, body: body, secret: secret))
    }

    /// One signature, such as `v1,g0hM9SsE…`.
    package static func sign(id: String, timestamp: String, body: [UInt8], secret: WebhookSecret) -> String {
        precondition(!id.utf8.contains(UInt8(ascii: ".")), "A full stop separates a signature's parts.")
        var code = HMAC<SHA256>(key: secret.key)
        code.update(data: Array("\(id).\(timestamp).".utf8))
        code.update(data: body)
        return version + Data(code.finalize()).base64EncodedString()
    }

    /// Checks a received message; takes the same time wherever a signature differs.
    ///
    /// - Parameters:
    ///   - body: the exact bytes received.
    ///   - secrets: the current one and, during a rotation, the one before.
    ///   - now: nil skips the window, for a receiver whose own clock is not set.
    /// - Throws: what is wrong with it.
    package static func verify(
        _ headers: WebhookHeaders, body: [UInt8], secrets: [WebhookSecret], now: WallTime?,
        tolerance: Duration = AlarmProtocolLimits.webhookTolerance
    ) throws(WebhookVerificationError) {
        guard let timestamp = Int64(headers.timestamp), timestamp >= 0 else { throw .malformedTimestamp }
        if let now {
            let (age, overflow) = now.seconds.subtractingReportingOverflow(timestamp)
            if overflow { throw .malformedTimestamp }
            if age > tolerance.wholeSeconds { throw .tooOld(seconds: age) }
            if -age > tolerance.wholeSeconds { throw .tooNew(seconds: -age) }
        }
        let signed = Array("\(headers.id).\(headers.timestamp).".utf8) + body
        var matches = false
        for entry in headers.signature.split(separator: " ").prefix(AlarmProtocolLimits.webhookSignatures) {
            guard entry.hasPrefix(version), let code = Data(base64Encoded: String(entry.dropFirst(version.count)))
            else { continue }
            for secret in secrets
            where HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: signed, using: secret.key) {
                matches = true
            }
        }
        if !matches { throw .noMatchingSignature }
    }
}

extension WallTime {
    /// Whole seconds since 1970, rounded down.
    var seconds: Int64 {
        milliseconds >= 0 ? milliseconds / 1_000 : (milliseconds - 999) / 1_000
    }
}
