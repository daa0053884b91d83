import AlarmProtocols
import FoundationEssentials
import GatewayCore
import GatewayTesting
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Testing

@testable import HomePages

struct AnswerPagesTests {
    /// A gateway that knows one alert and one contact.
    private struct Gateway {
        let given = Mailbox<String>()
        var result = AnswerResult.accepted
        var state = AlertState.raised
        let alert = AlertID(ledger: "k3f9", number: 17)
        let contact = ContactID("family/anna")

        var pages: AnswerPages {
            let (given, result, state, alert, contact) = (given, result, state, alert, contact)
            return AnswerPages(
                listen: ListenAddress(),
                secretFor: { $0 == contact ? SampleAlerts.secret : nil },
                look: { id, _ in
                    guard id == alert else { return nil }
                    return AnswerView(
                        sentence: "Margaret pressed <the> red pendant.", priority: .emergency, state: state
                    )
                },
                acknowledge: { id, contact in
                    given.put("acknowledge \(id) \(contact)")
                    return result
                },
                close: { id, contact, outcome, note in
                    given.put("close \(id) \(contact) \(outcome.rawValue) \(note ?? "-")")
                    return result
                },
                logger: Logger(label: "answers", factory: { _ in SwiftLogNoOpLogHandler() })
            )
        }

        func path(_ alert: AlertID? = nil) throws -> String {
            AnswerLink.path(
                alert: alert ?? self.alert, contact: contact, secret: try WebhookSecret(SampleAlerts.secret)
            )
        }
    }

    private static let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded", .accept: "text/html"]
    private static let json: HTTPFields = [.contentType: "application/json", .accept: "application/json"]

    @Test func `a look says what it is and changes nothing`() async throws {
        let gateway = Gateway()
        try await gateway.pages.server.application().test(.router) { client in
            let response = try await client.get(gateway.path())
            #expect(response.status == .ok)
            #expect(response.text.contains("Margaret pressed &lt;the&gt; red pendant."))
            #expect(response.text.contains("Nobody has taken it yet."))
            #expect(response.headers[.cacheControl] == "no-store")
            let page = PageReader(response.text)
            #expect(page.barriers.isEmpty)
            #expect(page.all("form").map { $0.attributes["method"] } == ["post", "post"])
            #expect(page.all("script").isEmpty)
            #expect(!page.tags.contains { $0.attributes["class"]?.contains("result") == true })
            #expect(gateway.given.all.isEmpty)
        }
    }

    @Test func `acknowledging reaches the gateway`() async throws {
        let gateway = Gateway()
        try await gateway.pages.server.application().test(.router) { client in
            let response = try await client.post(gateway.path() + "/acknowledge", headers: Self.form)
            #expect(response.status == .ok)
            #expect(response.text.contains("You have taken it."))
            #expect(gateway.given.all == ["acknowledge k3f9-17 family/anna"])
        }
    }

    @Test func `closing reaches the gateway as a form and as JSON`() async throws {
        let gateway = Gateway()
        try await gateway.pages.server.application().test(.router) { client in
            let path = try gateway.path() + "/close"
            let page = try await client.post(path, "outcome=false_alarm&note=Dropped+it", headers: Self.form)
            #expect(page.text.contains("You have closed it: false alarm."))
            let answer = try await client.post(path, #"{"outcome":"hospital"}"#, headers: Self.json)
            #expect(answer.status == .ok)
            let document = try JSONDecoder().decode(AnswerDocument.self, from: Data(answer.body.readableBytesView))
            #expect(document.state == "raised")
            #expect(document.sentence == "You have closed it: hospital.")
            #expect(
                gateway.given.all == [
                    "close k3f9-17 family/anna false_alarm Dropped it", "close k3f9-17 family/anna hospital -",
                ]
            )
        }
    }

    @Test(arguments: [
        ("", "Choose how it ended."),
        ("outcome=cleared", "That is not one of the ways in which an alert ends."),
        ("outcome=other", "Say in words how it ended."),
        ("outcome=test&note=" + String(repeating: "n", count: 501), "The words may have 500 characters at most."),
    ])
    func `a closing that lacks something is not done`(body: String, sentence: String) async throws {
        let gateway = Gateway()
        try await gateway.pages.server.application().test(.router) { client in
            let response = try await client.post(gateway.path() + "/close", body, headers: Self.form)
            #expect(response.status == .unprocessableContent)
            #expect(response.text.contains(sentence))
            #expect(PageReader(response.text).barriers.isEmpty)
            #expect(gateway.given.all.isEmpty)
        }
    }

    @Test(arguments: [
        (AnswerResult.unknown, HTTPResponse.Status.notFound, "This alert is not known here any more."),
        (.notContact, .forbidden, "This alert is not one that you were told of."),
        (
            .notOpen(.cancelled(at: Moment(boot: .zero, wall: SampleAlerts.now, quality: .synchronised), by: "p")),
            .conflict, "That was not done: the alert is cancelled."
        ),
    ] as [(AnswerResult, HTTPResponse.Status, String)])
    func `what the gateway did not do is said`(
        result: AnswerResult, status: HTTPResponse.Status, sentence: String
    ) async throws {
        var gateway = Gateway()
        gateway.result = result
        try await gateway.pages.server.application().test(.router) { [gateway] client in
            for headers in [Self.form, Self.json] {
                let response = try await client.post(gateway.path() + "/acknowledge", headers: headers)
                #expect(response.status == status)
                #expect(response.text.contains(sentence))
            }
        }
    }

    @Test func `an alert that has ended offers no forms`() async throws {
        var gateway = Gateway()
        let now = Moment(boot: .zero, wall: SampleAlerts.now, quality: .synchronised)
        gateway.state = .closed(Closure(by: gateway.contact, outcome: .attended, at: now))
        try await gateway.pages.server.application().test(.router) { [gateway] client in
            let text = try await client.get(gateway.path()).text
            #expect(text.contains("It is closed: attended."))
            #expect(PageReader(text).all("form").isEmpty)
        }
    }

    @Test(arguments: ["", "/acknowledge", "/close"])
    func `a wrong link opens nothing, whatever is wrong with it`(step: String) async throws {
        let gateway = Gateway()
        let pages = gateway.pages
        try await pages.server.application().test(.router) { client in
            let right = try gateway.path()
            let wrong = [
                String(right.dropLast()) + (right.last == "A" ? "B" : "A"),
                right.replacing("k3f9-17", with: "k3f9-18"),
                right.replacing("family%2Fanna", with: "family%2Ftom"),
                right.replacing("family%2Fanna", with: "%zz"),
                right.replacing("k3f9-17", with: "nothing"),
                "/answer/k3f9-17/family%2Fanna/x",
            ]
            var texts: Set<String> = []
            for path in wrong {
                let response =
                    step.isEmpty
                    ? try await client.get(path)
                    : try await client.post(path + step, "outcome=test", headers: Self.form)
                #expect(response.status == .notFound)
                texts.insert(response.text)
            }
            #expect(texts.count == 1)
            #expect(gateway.given.all.isEmpty)
            #expect(pages.wrongTokenCount == wrong.count)
        }
    }

    @Test func `guessing is slowed and a right link is not`() async throws {
        let gateway = Gateway()
        try await gateway.pages.server.application().test(.router) { client in
            for _ in 0..<PageLimits.wrongTokens {
                #expect(try await client.get("/answer/k3f9-17/anna/wrong").status == .notFound)
            }
            let response = try await client.get("/answer/k3f9-17/anna/wrong")
            #expect(response.status == .tooManyRequests)
            #expect(response.headers[.retryAfter] == "60")
            #expect(try await client.get(gateway.path()).status == .ok)
        }
    }

    @Test func `a link to an alert that is gone says so`() async throws {
        let gateway = Gateway()
        try await gateway.pages.server.application().test(.router) { client in
            let response = try await client.get(gateway.path(AlertID(ledger: "k3f9", number: 3)))
            #expect(response.status == .notFound)
            #expect(response.text.contains("This alert is not known here any more."))
        }
    }

    @Test func `a body beyond the limit is refused`() async throws {
        let gateway = Gateway()
        try await gateway.pages.server.application().test(.router) { client in
            let body = "outcome=test&note=" + String(repeating: "n", count: PageLimits.formBytes)
            let response = try await client.post(gateway.path() + "/close", body, headers: Self.form)
            #expect(response.status == .contentTooLarge)
            #expect(gateway.given.all.isEmpty)
        }
    }
}
