import AlarmProtocols
import GatewayCore
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import HomePages

struct ResponderDeskTests {
    @Test(arguments: 0...3)
    func `the page can be read by everybody`(alerts: Int) async throws {
        try await ResponderDesk.sample().server.application().test(.router) { client in
            let messages = [
                SampleAlerts.message(1),
                SampleAlerts.message(2, priority: .urgent, state: "acknowledged", acknowledgedBy: "Tom"),
                SampleAlerts.message(3, priority: .fault, state: "closed", outcome: .other, isTest: true),
            ]
            for (index, message) in messages.prefix(alerts).enumerated() {
                let envelope = try SampleAlerts.envelope(
                    message, delivery: Int64(index + 1), late: .minutes(14), answerURL: "http://127.0.0.1:1"
                )
                _ = try await client.webhook(envelope)
            }
            for path in ["/", "/closed"] {
                let response = try await client.get(path)
                #expect(response.status == .ok)
                #expect(PageReader(response.text).barriers.isEmpty, "\(path)")
            }
            #expect(try await client.get("/").text.contains("All is quiet") == (alerts == 0))
        }
    }

    @Test func `an alert reads as one sentence with who, where, what and how late`() async throws {
        try await ResponderDesk.sample().server.application().test(.router) { client in
            _ = try await client.webhook(SampleAlerts.envelope(late: .minutes(14)))
            let page = try await client.get("/").text
            let expected = [
                "Margaret pressed the red pendant in the bathroom at 12 Mill Lane.", "<dd>Margaret</dd>",
                "<dd>the bathroom, 12 Mill Lane</dd>", "<dd>Help call</dd>", "Sent 14 minutes after it happened",
                "14:04:29", "(40 seconds ago)", "Key safe by the door", "Tom (neighbour)", "Emergency",
                "Nobody has taken it yet", "The red pendant was pressed.", "motion in the hall: true",
                "1 emergency waits for somebody.", "<title>(1) Responder desk</title>",
            ]
            for text in expected { #expect(page.contains(text), "\(text)") }
        }
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "\"\u{301} onfocus=\"alert(1)",
        "{{sentence}}{{{contact}}}", "</textarea><script>", "\u{202E}<b>",
    ])
    func `hostile text stays text`(text: String) async throws {
        try await ResponderDesk.sample().server.application().test(.router) { client in
            var message = SampleAlerts.message(sentence: text)
            message.home = text
            message.resident = text
            message.room = text
            message.access = text
            message.state = text
            message.acknowledgedBy = text
            message.story = [.init(at: SampleAlerts.now, text: text)]
            message.evidence = [.init(what: text, value: text, unit: text, at: SampleAlerts.now)]
            message.alsoTold = [text]
            let envelope = try SampleAlerts.envelope(message, answerURL: "http://127.0.0.1:1")
            #expect(try await client.webhook(envelope).status == .ok)
            let page = PageReader(try await client.get("/").text)
            #expect(page.barriers.isEmpty)
            #expect(page.all("script").count == 1)
            #expect(page.all("img").isEmpty && page.all("b").isEmpty)
        }
    }

    @Test(arguments: ["/", "/closed", "/api/alerts", "/house.css", "/desk.js", "/icon.svg", "/nothing"])
    func `browsers are told to run nothing else`(path: String) async throws {
        try await ResponderDesk.sample().server.application().test(.router) { client in
            let response = try await client.get(path)
            #expect(response.status == (path == "/nothing" ? .notFound : .ok))
            #expect(response.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
            #expect(response.headers[.contentSecurityPolicy]?.contains("unsafe") == false)
            #expect(response.headers[.xContentTypeOptions] == "nosniff")
        }
    }

    @Test(arguments: [
        ([.origin: "http://evil.example"], false),
        ([.origin: "http://localhost:9"], false),
        ([.origin: "null"], false),
        ([:], false),
        ([.secFetchSite: "cross-site", .origin: "http://localhost"], false),
        ([.secFetchSite: "same-site"], false),
        ([.origin: "http://localhost"], true),
        ([.secFetchSite: "same-origin"], true),
    ] as [(HTTPFields, Bool)])
    func `only our own page can press a button`(headers: HTTPFields, isTaken: Bool) async throws {
        try await ResponderDesk.sample().server.application().test(.router) { client in
            _ = try await client.webhook(SampleAlerts.envelope(answerURL: "http://127.0.0.1:1"))
            let response = try await client.post("/alerts/mill-lane-12~k3f9-17/acknowledge", headers: headers)
            #expect(response.status == (isTaken ? .seeOther : .forbidden))
            let answer = try await client.deskDocument().alerts.first?.answer
            #expect((answer != nil) == isTaken)
        }
    }

    @Test func `a look changes nothing`() async throws {
        try await ResponderDesk.sample().server.application().test(.router) { client in
            _ = try await client.webhook(SampleAlerts.envelope(answerURL: "http://127.0.0.1:1"))
            for step in ["acknowledge", "close"] {
                let response = try await client.get("/alerts/mill-lane-12~k3f9-17/\(step)")
                #expect(response.status == .notFound)
            }
            #expect(try await client.deskDocument().alerts.first?.answer == nil)
        }
    }

    @Test func `a gateway that is not there leaves a plain sentence and the form as it was`() async throws {
        try await ResponderDesk.sample().server.application().test(.router) { client in
            _ = try await client.webhook(SampleAlerts.envelope(answerURL: "http://127.0.0.1:1"))
            let response = try await client.post(
                "/alerts/mill-lane-12~k3f9-17/close", "outcome=hospital&note=Taken+to+St.+Mary%27s"
            )
            #expect(response.status == .seeOther)
            #expect(response.headers[.location] == "/#alert-mill-lane-12~k3f9-17")
            let text = try await client.get("/").text
            #expect(text.contains("The gateway could not be reached, so it does not know yet. Try again."))
            #expect(text.contains("<option value=\"hospital\" selected>"))
            #expect(text.contains(">Taken to St. Mary&#39;s</textarea>"))
            #expect(PageReader(text).barriers.isEmpty)
        }
    }

    @Test(arguments: [
        ("", "Choose how it ended."),
        ("outcome=attended&note=" + String(repeating: "x", count: 501), "The words may have 500 characters at most."),
    ])
    func `closing needs an outcome and bounded words`(form: String, sentence: String) async throws {
        try await ResponderDesk.sample().server.application().test(.router) { client in
            _ = try await client.webhook(SampleAlerts.envelope(answerURL: "http://127.0.0.1:1"))
            let path = "/alerts/mill-lane-12~k3f9-17/close"
            #expect(try await client.post(path, form).status == .seeOther)
            #expect(try await client.get("/").text.contains(sentence))
            var headers = ResponderDeskTests.ownForm
            headers[.accept] = "application/json"
            let response = try await client.post(path, form, headers: headers)
            #expect(response.status == .unprocessableContent)
            #expect(response.text.contains(sentence))
        }
    }

    private static let ownForm: HTTPFields = [
        .contentType: "application/x-www-form-urlencoded", .origin: "http://localhost",
    ]

    @Test func `a form beyond the limit is refused`() async throws {
        try await ResponderDesk.sample().server.application().test(.router) { client in
            _ = try await client.webhook(SampleAlerts.envelope(answerURL: "http://127.0.0.1:1"))
            let long = "outcome=attended&note=" + String(repeating: "x", count: PageLimits.formBytes)
            let response = try await client.post("/alerts/mill-lane-12~k3f9-17/close", long)
            #expect(response.status == .contentTooLarge)
        }
    }

    @Test func `an alert without links says so and has no forms`() async throws {
        try await ResponderDesk.sample().server.application().test(.router) { client in
            _ = try await client.webhook(SampleAlerts.envelope())
            let page = try await client.get("/").text
            #expect(PageReader(page).all("form").isEmpty)
            #expect(page.contains("This alert brought no link to answer it by."))
            #expect(try await client.post("/alerts/mill-lane-12~k3f9-17/acknowledge").status == .conflict)
        }
    }

    @Test func `a desk open to others needs a password`() throws {
        #expect(throws: ResponderDeskError.passwordNeeded(host: "0.0.0.0")) {
            try ResponderDesk.sample(host: "0.0.0.0")
        }
        #expect(throws: ResponderDeskError.noSecret) { try ResponderDesk.sample(secrets: []) }
        #expect(throws: ResponderDeskError.secret(.noPrefix)) { try ResponderDesk.sample(secrets: [Secret("x")]) }
    }

    @Test(arguments: [
        (nil, HTTPResponse.Status.unauthorized),
        ("Basic YW5uYTp3cm9uZw==", .unauthorized),
        ("Basic %%%", .unauthorized),
        ("Basic YW5uYTpjb3JyZWN0", .ok),
    ] as [(String?, HTTPResponse.Status)])
    func `a password that is set is asked for`(field: String?, status: HTTPResponse.Status) async throws {
        let desk = try ResponderDesk.sample(host: "0.0.0.0", password: Secret("correct"))
        try await desk.server.application().test(.router) { client in
            #expect(try await client.webhook(SampleAlerts.envelope()).status == .ok)
            let response = try await client.get("/", headers: field.map { [.authorization: $0] } ?? [:])
            #expect(response.status == status)
            #expect((response.headers[.wwwAuthenticate] != nil) == (status == .unauthorized))
        }
    }
}

extension HTTPField.Name {
    fileprivate static var secFetchSite: HTTPField.Name {
        guard let name = HTTPField.Name("Sec-Fetch-Site") else { preconditionFailure("It is a name.") }
        return name
    }
}
