import AlarmProtocols
import AsyncHTTPClient
import FoundationEssentials
import GatewayCore
import GatewayTesting
import Logging
import NIOCore
import NIOHTTP1
import ServiceLifecycle
import Testing

@testable import HomePages

/// The desk and the gateway's answer pages, each on a port of its own.
@Suite(.timeLimit(.minutes(2))) struct DeskAndGatewayTests {
    private static let logger = Logger(label: "pages", factory: { _ in SwiftLogNoOpLogHandler() })

    /// Runs something that listens for as long as the body needs it.
    private func withListener<Value: Sendable>(
        _ run: @escaping @Sendable (@escaping @Sendable (Int) -> Void) async throws -> Void,
        _ body: (Int) async throws -> Value
    ) async throws -> Value {
        let ports = Mailbox<Int>()
        return try await withThrowingTaskGroup(of: Void.self) { group in
            defer { group.cancelAll() }
            group.addTask { try await run { ports.put($0) } }
            return try await body(try #require(await ports.next()))
        }
    }

    private func send(_ envelope: AlertEnvelope, to port: Int, by client: HTTPClient) async throws -> UInt {
        let body = envelope.encoded()
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)/webhook")
        request.method = .POST
        for (name, value) in try SampleAlerts.headers(for: body, id: envelope.id) {
            request.headers.add(name: name, value: value)
        }
        request.body = .bytes(ByteBuffer(bytes: body))
        return try await client.execute(request, timeout: .seconds(10)).status.code
    }

    private func press(
        _ path: String, _ form: String = "", on port: Int, by client: HTTPClient
    ) async throws -> ByteBuffer {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
        request.method = .POST
        request.headers.add(name: "origin", value: "http://127.0.0.1:\(port)")
        request.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
        request.headers.add(name: "accept", value: "application/json")
        request.body = .bytes(ByteBuffer(string: form))
        return try await client.execute(request, timeout: .seconds(20)).body.collect(upTo: 65_536)
    }

    @Test func `pages are told of an alert as it comes`() async throws {
        let desk = try ResponderDesk.sample()
        try await withListener({ try await desk.run(started: $0) }) { port in
            try await HTTPClient.withHTTPClient { client in
                let request = HTTPClientRequest(url: "http://127.0.0.1:\(port)/events")
                let response = try await client.execute(request, timeout: .seconds(20))
                #expect(response.headers.first(name: "content-type") == "text/event-stream")
                var heard = ""
                var sent = false
                for try await part in response.body {
                    heard += String(buffer: part)
                    if !sent {
                        sent = true
                        #expect(desk.listenerCount == 1)
                        #expect(try await send(SampleAlerts.envelope(), to: port, by: client) == 200)
                    }
                    if heard.contains("\n\nevent") { break }
                }
                #expect(heard == "retry: 2000\n\nevent: change\ndata: new mill-lane-12~k3f9-17\n\n")
            }
            try await eventually { desk.listenerCount == 0 }
        }
    }

    @Test func `a name that points here by chance or by malice sees nothing`() async throws {
        let desk = try ResponderDesk.sample()
        try await withListener({ try await desk.run(started: $0) }) { port in
            try await HTTPClient.withHTTPClient { client in
                for (host, status) in [("evil.example:\(port)", 421), ("localhost:\(port)", 200)] as [(String, UInt)] {
                    for path in ["/", "/api/alerts", "/events"] {
                        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
                        request.headers.add(name: "host", value: host)
                        let response = try await client.execute(request, timeout: .seconds(10))
                        #expect(response.status.code == status, "\(host) \(path)")
                    }
                }
            }
        }
    }

    @Test func `a graceful shutdown ends with pages still listening`() async throws {
        let desk = try ResponderDesk.sample()
        let ports = Mailbox<Int>()
        let group = ServiceGroup(
            services: [DeskService(desk: desk, ports: ports)], gracefulShutdownSignals: [], logger: Self.logger
        )
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let port = try #require(await ports.next())
            try await HTTPClient.withHTTPClient { client in
                let request = HTTPClientRequest(url: "http://127.0.0.1:\(port)/events")
                let response = try await client.execute(request, timeout: .seconds(20))
                try await eventually { desk.listenerCount == 1 }
                await group.triggerGracefulShutdown()
                for try await _ in response.body {}
            }
            try await tasks.waitForAll()
        }
    }

    private struct DeskService: Service {
        var desk: ResponderDesk
        var ports: Mailbox<Int>

        @concurrent func run() async throws { try await desk.run { ports.put($0) } }
    }

    @Test func `an alert is acknowledged and closed from the desk`() async throws {
        let given = Mailbox<String>()
        let alert = SampleAlerts.message().alert
        let now = Moment(boot: .zero, wall: SampleAlerts.now, quality: .synchronised)
        let state = Mailbox<AlertState>()
        state.put(.raised)
        let pages = AnswerPages(
            listen: ListenAddress(),
            secretFor: { $0 == ContactID("anna") ? SampleAlerts.secret : nil },
            look: { id, _ in
                guard id == alert, let newest = state.all.last else { return nil }
                return AnswerView(sentence: "Help", priority: .emergency, state: newest, acknowledgedBy: "Anna")
            },
            acknowledge: { id, contact in
                given.put("acknowledge \(id) \(contact)")
                state.put(.acknowledged(Acknowledgement(by: contact, way: .link, at: now), until: .zero))
                return .accepted
            },
            close: { id, contact, outcome, note in
                given.put("close \(id) \(contact) \(outcome.rawValue) \(note ?? "-")")
                state.put(.closed(Closure(by: contact, outcome: outcome, note: note, at: now)))
                return .accepted
            },
            logger: Self.logger
        )
        let desk = try ResponderDesk.sample()
        try await withListener({ try await pages.run(started: $0) }) { gateway in
            try await withListener({ try await desk.run(started: $0) }) { port in
                try await HTTPClient.withHTTPClient { client in
                    let envelope = try SampleAlerts.envelope(answerURL: "http://127.0.0.1:\(gateway)")
                    #expect(try await send(envelope, to: port, by: client) == 200)
                    let path = "/alerts/mill-lane-12~k3f9-17"
                    let taken = try item(await press("\(path)/acknowledge", on: port, by: client))
                    #expect(taken.state == "acknowledged")
                    #expect(taken.acknowledgedBy == "Anna")
                    #expect(taken.answer == "The gateway knows that you have taken it.")
                    let closing = try await press(
                        "\(path)/close", "outcome=attended&note=Tea+made", on: port, by: client
                    )
                    let closed = try item(closing)
                    #expect(closed.state == "closed")
                    #expect(closed.outcome == .attended)
                    #expect(closed.answerFailed == false)
                }
            }
        }
        #expect(given.all == ["acknowledge k3f9-17 anna", "close k3f9-17 anna attended Tea made"])
    }

    private func item(_ bytes: ByteBuffer) throws -> DeskDocument.Item {
        try JSONDecoder().decode(DeskDocument.Item.self, from: Data(bytes.readableBytesView))
    }

    /// Waits until something holds; records an issue when it does not in time.
    private func eventually(_ holds: () -> Bool) async throws {
        let deadline = ContinuousClock().now + .seconds(10)
        while !holds() {
            guard ContinuousClock().now < deadline else {
                Issue.record("It did not come about in time.")
                return
            }
            try await Task.sleep(for: .milliseconds(10), clock: .continuous)
        }
    }
}
