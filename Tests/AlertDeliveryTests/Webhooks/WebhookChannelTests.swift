import AlarmProtocols
import GatewayCore
import NIOHTTP1
import Testing

@testable import AlertDelivery

@Suite struct WebhookChannelTests {
    @Test func `a message is a signed CloudEvent with the links to answer it`() async throws {
        try await withResponder { responder in
            try await withWebhook(to: responder, answerURL: "http://127.0.0.1:8490") { channel in
                let order = sampleOrder()
                #expect(await channel.deliver(order, at: momentNow()) == .accepted)
                let request = try #require(responder.requests.elements.first)
                #expect(request.method == .POST)
                #expect(request.path == "/hook")
                #expect(request.headers.first(name: "content-type") == "application/cloudevents+json")

                let secret = try WebhookSecret(testSecret)
                let headers = try #require(WebhookHeaders { request.headers.first(name: $0) })
                #expect(headers.id == "k3f9-d42")
                try WebhookSignature.verify(headers, body: request.body, secrets: [secret], now: momentNow().wall)
                let envelope = try AlertEnvelope(decoding: request.body)
                #expect(envelope.id == headers.id)
                #expect(envelope.message == order.message)
                let path = AnswerLink.path(
                    alert: order.message.alert, contact: order.delivery.contact, secret: secret)
                #expect(envelope.answer?.acknowledge == "http://127.0.0.1:8490\(path)/acknowledge")
            }
        }
    }

    @Test func `one connection serves many alerts`() async throws {
        try await withResponder { responder in
            try await withWebhook(to: responder) { channel in
                for number in 1...5 as ClosedRange<Int64> {
                    #expect(await channel.deliver(sampleOrder(number), at: momentNow()) == .accepted)
                }
                #expect(Set(responder.requests.elements.map(\.connection)) == [1])
            }
        }
    }

    @Test func `a kept connection that was closed meanwhile costs nothing`() async throws {
        try await withResponder { responder in
            try await withWebhook(to: responder) { channel in
                #expect(await channel.deliver(sampleOrder(1), at: momentNow()) == .accepted)
                await responder.closeConnections()
                #expect(await channel.deliver(sampleOrder(2), at: momentNow()) == .accepted)
            }
        }
    }

    @Test(arguments: [429, 500, 503] as [UInt])
    func `a service in trouble is a failure with its wait`(status: UInt) async throws {
        try await withResponder(answer: .status(status, headers: [("retry-after", "4")])) { responder in
            try await withWebhook(to: responder) { channel in
                let outcome = await channel.deliver(sampleOrder(), at: momentNow())
                guard case .failed(_, .seconds(4)) = outcome else {
                    Issue.record("\(outcome) has no wait of four seconds.")
                    return
                }
            }
        }
    }

    @Test func `a redirect is not followed`() async throws {
        try await withResponder { other in
            let away = [("location", "http://localhost:\(other.port)/hook")]
            try await withResponder(answer: .status(307, headers: away)) { responder in
                try await withWebhook(to: responder) { channel in
                    #expect(await channel.deliver(sampleOrder(), at: momentNow()).isFailed)
                    #expect(other.requests.elements.isEmpty)
                }
            }
        }
    }

    @Test func `a portal's page is not an acceptance`() async throws {
        let page = ResponderServer.Answer.status(200, headers: [("content-type", "text/html")], body: "<p>Welcome")
        try await withResponder(answer: page) { responder in
            try await withWebhook(to: responder) { channel in
                #expect(await channel.deliver(sampleOrder(), at: momentNow()).isFailed)
            }
        }
    }

    @Test(arguments: [ResponderServer.Answer.close, .closeHalfway, .garbage])
    func `an answer that breaks off is a failure`(answer: ResponderServer.Answer) async throws {
        try await withResponder(answer: answer) { responder in
            try await withWebhook(to: responder, timeout: .seconds(3)) { channel in
                #expect(await channel.deliver(sampleOrder(), at: momentNow()).isFailed)
                responder.answer(.status(204))
                #expect(await channel.deliver(sampleOrder(), at: momentNow()) == .accepted)
            }
        }
    }

    @Test func `an answer that never ends is a failure in time`() async throws {
        try await withResponder(answer: .headAndSilence) { responder in
            try await withWebhook(to: responder, timeout: .milliseconds(500)) { channel in
                let start = ContinuousClock.now
                #expect(await channel.deliver(sampleOrder(), at: momentNow()).isFailed)
                #expect(ContinuousClock.now - start < patience)
            }
        }
    }

    @Test func `an answer longer than an answer can be is a failure`() async throws {
        let long = ResponderServer.Answer.status(200, body: String(repeating: "x", count: 65_537))
        try await withResponder(answer: long) { responder in
            try await withWebhook(to: responder) { channel in
                #expect(await channel.deliver(sampleOrder(), at: momentNow()).isFailed)
                responder.answer(.status(200, body: String(repeating: "x", count: 65_536)))
                #expect(await channel.deliver(sampleOrder(), at: momentNow()) == .accepted)
            }
        }
    }

    @Test func `a refusal leaves the path as it is, unless it meets every alert`() async throws {
        try await withResponder(answer: .status(422)) { responder in
            try await withWebhook(to: responder) { channel in
                try await withSupervision(of: channel) { states in
                    #expect(await channel.deliver(sampleOrder(1), at: momentNow()).isRefused)
                    #expect(states.elements.isEmpty)
                    responder.answer(.status(401))
                    #expect(await channel.deliver(sampleOrder(2), at: momentNow()).isRefused)
                    #expect(await states.reaches(1))
                    #expect(states.elements.first?.reason?.contains("signature") == true)
                }
            }
        }
    }

    @Test func `probes tell the path before any alert, and keep the connection for it`() async throws {
        try await withResponder { responder in
            try await withWebhook(to: responder, probeInterval: .milliseconds(20)) { channel in
                try await withSupervision(of: channel) { states in
                    #expect(await responder.probes.reaches(3))
                    #expect(states.elements == [.up])
                    #expect(await channel.deliver(sampleOrder(), at: momentNow()) == .accepted)
                    await responder.stop()
                    #expect(await states.reaches(2))
                    try await responder.start()
                    #expect(await states.reaches(3))
                    #expect(states.elements.last == .up)
                    #expect(responder.requests.elements.first?.headers.contains(name: "webhook-id") == true)
                }
            }
        }
    }

    @Test func `a probe does not make good what an alert met`() async throws {
        try await withResponder(answer: .status(500)) { responder in
            try await withWebhook(to: responder, probeInterval: .milliseconds(20)) { channel in
                try await withSupervision(of: channel) { states in
                    #expect(await states.reaches(1))
                    #expect(await channel.deliver(sampleOrder(), at: momentNow()).isFailed)
                    #expect(await states.reaches(2))
                    let seen = responder.probes.elements.count
                    #expect(await responder.probes.reaches(seen + 3))
                    #expect(states.elements.map { $0 == .up } == [true, false])
                    responder.answer(.status(200))
                    #expect(await channel.deliver(sampleOrder(), at: momentNow()) == .accepted)
                    #expect(await states.reaches(3))
                }
            }
        }
    }

    @Test(arguments: [
        WebhookConnection(url: "http://responder.example/", secret: testSecret),
        WebhookConnection(url: "https://responder.example/", secret: Secret("whsec_c2hvcnQ=")),
    ])
    func `a channel is not made of settings that cannot work`(connection: WebhookConnection) async throws {
        _ = try await withClient { client in
            #expect(throws: ChannelSettingsError.self) {
                _ = try client.channel(
                    id: ChannelID("desk"), connection: .webhook(connection), now: momentNow, logger: testLogger)
            }
        }
    }
}
