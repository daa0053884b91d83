import GatewayCore

/// What a responder answered, and what that means.
///
/// The codes follow Standard Webhooks 1.0.0 with an alarm's haste: no answer ends the attempts at an
/// emergency, and waits asked for are capped.
struct WebhookAnswer: Hashable, Sendable {
    var status: Int
    var contentType: String?
    var retryAfter: String?

    var outcome: DeliveryOutcome {
        switch status {
        case 200..<300:
            // A captive portal or a router's page answers everything with 200 and a page for people.
            if isPage {
                return .failed(
                    reason: "The answer is a page for a browser, not from a responder's service.", retryAfter: nil)
            }
            return .accepted
        case 300..<400:
            return .failed(reason: "The responder's service has moved (\(status)); redirects are not followed.",
                retryAfter: nil)
        // The request is still being worked on, came too early, to the wrong server, or too often: all pass.
        case 408, 409, 421, 425, 429:
            return .failed(reason: "The responder's service asked to try again (\(status)).", retryAfter: wait)
        case 401, 403:
            return .refused(reason: "The responder's service did not take the signature (\(status)).")
        case 404, 410:
            return .refused(reason: "The responder's service has nothing at this address (\(status)).")
        case 400..<500:
            return .refused(reason: "The responder's service cannot use the message (\(status)).")
        case 500...:
            return .failed(reason: "The responder's service is in trouble (\(status)).", retryAfter: wait)
        default:
            return .failed(reason: "The answer \(status) is not HTTP.", retryAfter: nil)
        }
    }

    /// What the answer says of the path. A service that cannot use one message may use the next; one that
    /// knows neither the address nor our secret takes none.
    var path: PathState? {
        switch outcome {
        case .accepted: .up
        case .failed(let reason, _): .down(reason: reason)
        case .refused(let reason): [401, 403, 404, 410].contains(status) ? .down(reason: reason) : nil
        }
    }

    private var isPage: Bool {
        let type = contentType?.lowercased() ?? ""
        return type.hasPrefix("text/html") || type.hasPrefix("application/xhtml+xml")
    }

    /// RFC 9110 section 10.2.3: seconds, or a date, which counts as the longest wait.
    private var wait: Duration? {
        guard let text = retryAfter?.filter({ !$0.isWhitespace }), !text.isEmpty else { return nil }
        guard let seconds = Int64(text) else { return DeliveryLimits.retryAfter }
        return seconds < 0 ? nil : min(.seconds(min(seconds, 86_400)), DeliveryLimits.retryAfter)
    }
}
