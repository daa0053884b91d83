import GatewayCore
import Testing

@testable import AlertDelivery

@Suite struct WebhookAnswerTests {
    @Test(arguments: [200, 201, 202, 204, 299])
    func `two hundreds are acceptance`(status: Int) {
        let answer = WebhookAnswer(status: status, contentType: "application/json")
        #expect(answer.outcome == .accepted)
        #expect(answer.path == .up)
    }

    @Test(arguments: ["text/html", "TEXT/HTML; charset=utf-8", "application/xhtml+xml"])
    func `a page for a browser is none`(type: String) {
        let answer = WebhookAnswer(status: 200, contentType: type)
        #expect(answer.outcome.isFailed)
        #expect(answer.path?.reason != nil)
    }

    @Test(arguments: [301, 302, 307, 308, 408, 409, 421, 425, 429, 500, 502, 503, 504, 599, 0, 199])
    func `what may pass is a failure, and the path is down`(status: Int) {
        let answer = WebhookAnswer(status: status)
        #expect(answer.outcome.isFailed)
        #expect(answer.path?.reason != nil)
    }

    @Test(arguments: [
        (400, false), (413, false), (415, false), (422, false), (401, true), (403, true), (404, true), (410, true),
    ])
    func `what will not pass is a refusal, and a fault of the path where it meets every alert`(
        status: Int, isPathFault: Bool
    ) {
        let answer = WebhookAnswer(status: status)
        #expect(answer.outcome.isRefused)
        #expect((answer.path?.reason != nil) == isPathFault)
    }

    @Test(arguments: [
        ("3", Duration.seconds(3)), ("0", .zero), (" 7 ", .seconds(7)), ("120", .seconds(10)),
        ("9223372036854775807", .seconds(10)), ("Wed, 21 Oct 2026 07:28:00 GMT", .seconds(10)),
    ])
    func `a wait asked for is heeded up to ten seconds`(text: String, wait: Duration) {
        for status in [429, 503] {
            guard case .failed(_, let retryAfter) = WebhookAnswer(status: status, retryAfter: text).outcome else {
                Issue.record("\(status) is a failure.")
                continue
            }
            #expect(retryAfter == wait)
        }
    }

    @Test(arguments: [nil, "", "-5"])
    func `no sensible wait is none`(text: String?) {
        guard case .failed(_, nil) = WebhookAnswer(status: 503, retryAfter: text).outcome else {
            Issue.record("There is no wait to heed.")
            return
        }
    }
}
