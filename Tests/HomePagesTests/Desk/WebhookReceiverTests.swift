import AlarmProtocols
import GatewayCore
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import HomePages

struct WebhookReceiverTests {
    @Test func `a signed message is on the desk with its delivery`() async throws {
        try await ResponderDesk.sample().server.application().test(.router) { client in
            let response = try await client.webhook(SampleAlerts.envelope())
            #expect(response.status == .ok)
            #expect(response.text == #"{"id":"k3f9-d42","is_new":true}"#)
            let document = try await client.deskDocument()
            #expect(document.alerts.map(\.alert) == ["k3f9-17"])
            #expect(document.alerts.first?.state == "raised")
            #expect(document.alerts.first?.deliveries.map(\.id) == ["k3f9-d42"])
        }
    }

    @Test func `a repeat changes nothing and is answered as well`() async throws {
        try await ResponderDesk.sample().server.application().test(.router) { client in
            _ = try await client.webhook(SampleAlerts.envelope())
            for _ in 0..<3 {
                let response = try await client.webhook(SampleAlerts.envelope())
                #expect(response.status == .ok)
                #expect(response.text == #"{"id":"k3f9-d42","is_new":false}"#)
            }
            let document = try await client.deskDocument()
            #expect(document.repeats == 3)
            #expect(document.alerts.count == 1)
            #expect(document.alerts.first?.deliveries.count == 1)
            #expect(document.alerts.first?.deliveries.first?.repeats == 3)
        }
    }

    @Test(arguments: [
        (SampleAlerts.otherSecret, Duration.zero, false),
        (SampleAlerts.secret, .minutes(-6), false),
        (SampleAlerts.secret, .minutes(6), false),
        (SampleAlerts.secret, .minutes(-4), true),
    ])
    func `only a right and fresh signature is taken`(secret: Secret, offset: Duration, isTaken: Bool) async throws {
        try await ResponderDesk.sample().server.application().test(.router) { client in
            let response = try await client.webhook(
                SampleAlerts.envelope(), at: SampleAlerts.now + offset, secret: secret
            )
            #expect(response.status == (isTaken ? .ok : .unauthorized))
            let document = try await client.deskDocument()
            #expect(document.alerts.count == (isTaken ? 1 : 0))
            #expect(document.refusals == (isTaken ? 0 : 1))
        }
    }

    @Test func `while a secret is changed both are taken`() async throws {
        let desk = try ResponderDesk.sample(secrets: [SampleAlerts.otherSecret, SampleAlerts.secret])
        try await desk.server.application().test(.router) { client in
            #expect(try await client.webhook(SampleAlerts.envelope(delivery: 1)).status == .ok)
            let second = try SampleAlerts.envelope(delivery: 2)
            #expect(try await client.webhook(second, secret: SampleAlerts.otherSecret).status == .ok)
        }
    }

    @Test func `a message without signature is refused`() async throws {
        try await ResponderDesk.sample().server.application().test(.router) { client in
            let body = ByteBuffer(bytes: try SampleAlerts.envelope().encoded())
            let response = try await client.execute(uri: "/webhook", method: .post, body: body)
            #expect(response.status == .badRequest)
            #expect(response.headers[.contentType] == "text/plain; charset=utf-8")
        }
    }

    @Test(arguments: [PageLimits.webhookBytes + 1, 4 * PageLimits.webhookBytes])
    func `a body beyond the limit is refused`(length: Int) async throws {
        try await ResponderDesk.sample().server.application().test(.router) { client in
            let body = [UInt8](repeating: 0x20, count: length)
            var fields: HTTPFields = [:]
            for (name, value) in try SampleAlerts.headers(for: body, id: "big") {
                fields[try #require(HTTPField.Name(name))] = value
            }
            let response = try await client.execute(
                uri: "/webhook", method: .post, headers: fields, body: ByteBuffer(bytes: body)
            )
            #expect(response.status == .contentTooLarge)
        }
    }

    @Test(arguments: ["", "{", "[]", "{\"specversion\":\"1.0\"}", String(repeating: "[", count: 20_000), "\u{0}\u{1}"])
    func `a signed message that is no alert is refused`(text: String) async throws {
        try await ResponderDesk.sample().server.application().test(.router) { client in
            let body = Array(text.utf8)
            var fields: HTTPFields = [:]
            for (name, value) in try SampleAlerts.headers(for: body, id: "odd") {
                fields[try #require(HTTPField.Name(name))] = value
            }
            let response = try await client.execute(
                uri: "/webhook", method: .post, headers: fields, body: ByteBuffer(bytes: body)
            )
            #expect(response.status == .unprocessableContent)
        }
    }

    @Test func `a message that was held up does not undo a later one`() async throws {
        try await ResponderDesk.sample().server.application().test(.router) { client in
            let closed = SampleAlerts.message(kind: .closed, state: "closed", outcome: .attended)
            _ = try await client.webhook(SampleAlerts.envelope(closed, delivery: 44))
            _ = try await client.webhook(SampleAlerts.envelope(delivery: 42))
            let document = try await client.deskDocument()
            #expect(document.alerts.map(\.state) == ["closed"])
            #expect(document.alerts.first?.deliveries.map(\.id) == ["k3f9-d44", "k3f9-d42"])
        }
    }
}
