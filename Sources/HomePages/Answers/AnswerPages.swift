import AlarmProtocols
import FoundationEssentials
package import GatewayCore
import Hummingbird
package import Logging

/// The gateway's own pages behind the signed links of its messages, and the same for programs.
///
/// Looking at a link changes nothing, because mail readers and chat programs look at links by themselves.
package struct AnswerPages: Sendable {
    private let listen: ListenAddress
    private let secretFor: @Sendable (ContactID) -> Secret?
    private let look: @Sendable (AlertID, ContactID) async -> AnswerView?
    private let acknowledge: @Sendable (AlertID, ContactID) async -> AnswerResult
    private let close: @Sendable (AlertID, ContactID, AlertOutcome, String?) async -> AnswerResult
    private let logger: Logger
    private let wrongTokens = WrongTokenTally()

    /// - Parameters:
    ///   - secretFor: the secret that signs a contact's links; nil for a contact without links.
    ///   - look: what the contact may know of the alert; nil when there is no such alert, or not for them.
    ///   - acknowledge: puts it on record, and ends within a few seconds.
    ///   - close: likewise.
    package init(
        listen: ListenAddress,
        secretFor: @escaping @Sendable (ContactID) -> Secret?,
        look: @escaping @Sendable (AlertID, ContactID) async -> AnswerView?,
        acknowledge: @escaping @Sendable (AlertID, ContactID) async -> AnswerResult,
        close: @escaping @Sendable (AlertID, ContactID, AlertOutcome, String?) async -> AnswerResult,
        logger: Logger
    ) {
        self.listen = listen
        self.secretFor = secretFor
        self.look = look
        self.acknowledge = acknowledge
        self.close = close
        self.logger = logger
    }

    /// Links with a wrong token that were followed since the start.
    package var wrongTokenCount: Int { wrongTokens.total }

    /// Offers the pages until the task is cancelled or asked to shut down gracefully.
    ///
    /// - Parameter started: told the port, once it listens.
    /// - Throws: when the address cannot be listened on.
    package func run(started: @escaping @Sendable (Int) -> Void = { _ in }) async throws {
        try await server.run(started: started)
    }

    var server: PageServer { PageServer(listen: listen, router: router, logger: logger) }

    private var router: Router<PageContext> {
        let router = Router(context: PageContext.self)
        // No check of Host or Origin: the link itself is the key, and a browser holds no other.
        router.add(middleware: PageHeaders(referrer: "no-referrer"))
        PageAsset.offer([.style, .icon], on: router.group())
        router.get("answer/:alert/:contact/:token") { request, context in
            let link = try self.link(in: context)
            return try await self.page(link, for: request)
        }
        router.post("answer/:alert/:contact/:token/acknowledge") { request, context in
            let link = try self.link(in: context)
            _ = try await RequestBytes.read(request, upTo: PageLimits.formBytes)
            let result = await self.acknowledge(link.alert, link.contact)
            let done = "You have taken it. Everyone told will know."
            return try await self.response(to: result, done: done, link, request)
        }
        router.post("answer/:alert/:contact/:token/close") { request, context in
            let link = try self.link(in: context)
            let outcome: AlertOutcome
            let note: String?
            do {
                (outcome, note) = try await RequestBytes.form(ClosingForm.self, from: request).checked()
            } catch let fault as PageFault where !PageResponse.wantsJSON(request) {
                return try await self.page(
                    link, for: request, status: fault.status, result: fault.sentence, failed: true
                )
            }
            let result = await self.close(link.alert, link.contact, outcome, note)
            return try await self.response(to: result, done: "You have closed it: \(outcome.title).", link, request)
        }
        return router
    }

    private struct Link {
        var alert: AlertID
        var contact: ContactID
        var path: String
    }

    /// The link of a request, once its token has been found right.
    ///
    /// Every wrong link gets the same answer after the same work, whatever is wrong with it.
    private func link(in context: PageContext) throws -> Link {
        let token = context.parameters.get("token") ?? ""
        let contact = ContactID(PathComponent.decoded(context.parameters.get("contact") ?? "") ?? "")
        let alert = AlertID(PathComponent.decoded(context.parameters.get("alert") ?? "") ?? "")
        let secret = secretFor(contact).flatMap { try? WebhookSecret($0) }
        let isRight = AnswerLink.verify(
            token: token, alert: alert ?? AlertID(ledger: "none", number: 1), contact: contact,
            secret: secret ?? Self.nobodysSecret
        )
        guard isRight, let alert, let secret else {
            let tooMany = wrongTokens.count(from: context.address, at: ContinuousClock().now)
            logger.debug("A link with a wrong token was followed.", metadata: ["count": "\(wrongTokens.total)"])
            throw tooMany
                ? PageFault(
                    status: .tooManyRequests, sentence: "Too many wrong links came from here. Try again in a minute.",
                    headers: [.retryAfter: "\(PageLimits.wrongTokenWindow.wholeSeconds)"]
                )
                : PageFault.notFound("There is nothing behind this link.")
        }
        return Link(
            alert: alert, contact: contact, path: AnswerLink.path(alert: alert, contact: contact, secret: secret)
        )
    }

    /// Checked against when there is no contact, so that this takes as long as a wrong token. What it signs
    /// opens nothing.
    private static let nobodysSecret: WebhookSecret = {
        do {
            return try WebhookSecret(Secret("whsec_" + Data(count: 32).base64EncodedString()))
        } catch {
            preconditionFailure("32 bytes are a secret: \(error)")
        }
    }()

    private func page(
        _ link: Link, for request: Request, status: HTTPResponse.Status = .ok, result: String = "", failed: Bool = false
    ) async throws -> Response {
        guard let view = await look(link.alert, link.contact) else {
            throw PageFault.notFound("This alert is not known here any more.")
        }
        if PageResponse.wantsJSON(request) {
            return try PageResponse.json(status, AnswerDocument(view, result: result))
        }
        let page = AnswerPageView(view, path: link.path, result: result, failed: failed)
        return PageResponse.html(status, PageTemplates.shared.render(.answer, page))
    }

    private func response(
        to result: AnswerResult, done: String, _ link: Link, _ request: Request
    ) async throws -> Response {
        switch result {
        case .accepted:
            return try await page(link, for: request, result: done)
        case .notOpen(let state):
            let sentence = "That was not done: the alert is \(state.name)."
            return try await page(link, for: request, status: .conflict, result: sentence, failed: true)
        case .unknown:
            throw PageFault.notFound("This alert is not known here any more.")
        case .notContact:
            throw PageFault(status: .forbidden, sentence: "This alert is not one that you were told of.")
        }
    }
}
