import AlarmProtocols
package import GatewayCore
import Hummingbird
package import Logging
import ServiceLifecycle

/// A desk at which people see alerts and answer them: for the demo, small schemes, and the webhook's tests.
///
/// It keeps everything in memory. A gateway goes on telling until somebody has answered, so a desk that was
/// restarted gets to know what is still open.
package final class ResponderDesk: Sendable {
    private let configuration: ResponderDeskConfiguration
    private let receiver: WebhookReceiver
    private let store = DeskStore()
    private let clock: @Sendable () -> WallTime
    private let logger: Logger

    /// - Parameter clock: the wall clock now, for time stamps and for a signature's age.
    /// - Throws: `ResponderDeskError`.
    package init(
        configuration: ResponderDeskConfiguration, clock: @escaping @Sendable () -> WallTime, logger: Logger
    ) throws(ResponderDeskError) {
        guard !configuration.secrets.isEmpty else { throw .noSecret }
        guard configuration.listen.isLoopback || configuration.password != nil else {
            throw .passwordNeeded(host: configuration.listen.host)
        }
        var secrets: [WebhookSecret] = []
        for secret in configuration.secrets {
            do {
                secrets.append(try WebhookSecret(secret))
            } catch {
                throw .secret(error)
            }
        }
        self.configuration = configuration
        self.clock = clock
        self.logger = logger
        receiver = WebhookReceiver(secrets: secrets, store: store, clock: clock, logger: logger)
    }

    /// Offers the desk until the task is cancelled or asked to shut down gracefully.
    ///
    /// - Parameter started: told the port, once it listens.
    /// - Throws: when the address cannot be listened on.
    package func run(started: @escaping @Sendable (Int) -> Void = { _ in }) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            defer { group.cancelAll() }
            group.addTask {
                // The server waits for connections to end, and those that listen would never.
                try await withGracefulShutdownHandler {
                    try await self.server.run(started: started)
                } onGracefulShutdown: {
                    self.store.feed.finish()
                }
            }
            group.addTask {
                while true {
                    try await Task.sleep(for: PageLimits.listenerHeartbeat, clock: .continuous)
                    self.store.feed.send(.heartbeat)
                }
            }
            try await group.next()
        }
    }

    var server: PageServer {
        PageServer(listen: configuration.listen, router: router, logger: logger)
    }

    /// Pages that listen for changes now.
    var listenerCount: Int { store.feed.listenerCount }

    private var router: Router<PageContext> {
        let router = Router(context: PageContext.self)
        router.add(middleware: PageHeaders(referrer: "same-origin"))
        // Gateways sign what they send; no name, origin or password is asked of them.
        router.post("webhook") { request, _ in try await self.receiver.receive(request) }
        let pages = router.group()
            .add(middleware: HostGuard(names: configuration.hostNames + [configuration.listen.host]))
            .add(middleware: OriginGuard())
            .add(middleware: AccessGuard(password: configuration.password))
        PageAsset.offer(PageAsset.allCases, on: pages)
        pages.get("/") { _, _ in self.page(.open) }
        pages.get("closed") { _, _ in self.page(.closed) }
        pages.get("events") { request, _ in try self.events(for: request) }
        pages.get("api/alerts") { _, _ in
            try PageResponse.json(.ok, DeskDocument(self.store.board))
        }
        pages.post("alerts/:key/acknowledge") { request, context in
            let (key, link) = try self.links(in: context)
            _ = try await RequestBytes.read(request, upTo: PageLimits.formBytes)
            let result = await GatewayAnswer(logger: self.logger).acknowledge(at: link.acknowledge)
            self.store.note(result.answer, of: key, document: result.document)
            return try self.response(to: request, about: key, result.answer)
        }
        pages.post("alerts/:key/close") { request, context in
            try await self.close(request, context)
        }
        return router
    }

    private func close(_ request: Request, _ context: PageContext) async throws -> Response {
        let (key, link) = try links(in: context)
        let form = try await RequestBytes.form(ClosingForm.self, from: request)
        let outcome: AlertOutcome
        let note: String?
        do {
            (outcome, note) = try form.checked()
        } catch let fault as PageFault where !PageResponse.wantsJSON(request) {
            let draft = form.note.map { String($0.prefix(PageLimits.noteCharacters)) }
            let answer = DeskAnswer(sentence: fault.sentence, failed: true, outcome: form.outcome, note: draft)
            store.note(answer, of: key)
            return try response(to: request, about: key, answer)
        }
        let result = await GatewayAnswer(logger: logger).close(at: link.close, outcome: outcome, note: note)
        store.note(result.answer, of: key, document: result.document)
        return try response(to: request, about: key, result.answer)
    }

    private func links(in context: PageContext) throws -> (String, AnswerLinks) {
        let key = context.parameters.get("key") ?? ""
        guard let alert = store.alert(key) else { throw PageFault.notFound("This alert is not on the desk any more.") }
        guard let links = alert.links else {
            throw PageFault(status: .conflict, sentence: "This alert brought no link to answer it by.")
        }
        return (key, links)
    }

    /// A browser goes back to the alert, where the result stands; a program gets it at once.
    private func response(to request: Request, about key: String, _ answer: DeskAnswer) throws -> Response {
        guard PageResponse.wantsJSON(request) else { return PageResponse.see("/#alert-\(key)") }
        guard let alert = store.alert(key) else { throw PageFault.notFound("This alert is not on the desk any more.") }
        return try PageResponse.json(answer.failed ? .badGateway : .ok, DeskDocument.Item(alert))
    }

    private func page(_ part: DeskView.Part) -> Response {
        let view = DeskView(
            store.board, part: part, contact: configuration.contact, now: clock(), zone: configuration.zone
        )
        return PageResponse.html(.ok, PageTemplates.shared.render(.desk, view))
    }

    private func events(for request: Request) throws -> Response {
        guard let changes = store.feed.listen() else {
            throw PageFault(status: .serviceUnavailable, sentence: "Too many pages listen here already.")
        }
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream"],
            body: .init { writer in
                try await request.body.consumeWithCancellationOnInboundClose { _ in
                    try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
                    for await change in changes {
                        try await writer.write(ByteBuffer(string: change.serverSentEvent))
                    }
                }
                try await writer.finish(nil)
            }
        )
    }
}
