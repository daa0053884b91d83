import AlarmProtocols
import AsyncHTTPClient
package import GatewayCore
package import Logging
import NIOCore
import NIOHTTP1
import NIOSSL
import Synchronization

/// Tells a contact by posting a signed CloudEvent to their responder service.
///
/// The path is supervised by what deliveries meet, and between them by a `HEAD` request to the same address:
/// any HTTP answer over a verified connection shows that name, route, service and certificate stand, and it
/// keeps the connection open for the next alarm. Whether the service can take alerts only alerts show.
package final class WebhookChannel: AlertChannel {
    package let id: ChannelID
    private let connection: WebhookConnection
    private let secret: WebhookSecret
    private let template: HTTPClientRequest
    private let http: HTTPClient
    private let health = PathHealth()
    private let logger: Logger
    private let probeInterval: Duration?
    private let isClosed = Mutex(false)
    /// When an alert last met an error answer.
    private let lastError = Mutex<ContinuousClock.Instant?>(nil)

    /// - Parameter probeInterval: nil leaves supervision to deliveries alone.
    /// - Throws: what the settings lack.
    package init(
        id: ChannelID, connection: WebhookConnection, client: DeliveryClient,
        probeInterval: Duration? = DeliveryLimits.probeInterval, logger: Logger
    ) throws(ChannelSettingsError) {
        let target = try WebhookTarget(connection.url)
        do {
            secret = try WebhookSecret(connection.secret)
        } catch {
            throw ChannelSettingsError(error.description)
        }
        self.id = id
        self.connection = connection
        self.probeInterval = probeInterval
        http = client.http
        var logger = logger
        logger[metadataKey: LogKeys.channel] = "\(id)"
        self.logger = logger
        var template = HTTPClientRequest(url: target.url)
        template.headers.replaceOrAdd(name: "user-agent", value: "pullcord")
        if let authority = connection.authority {
            var configuration = TLSConfiguration.makeClientConfiguration()
            configuration.trustRoots = .file(authority)
            template.tlsConfiguration = configuration
        }
        self.template = template
    }

    // MARK: - Delivering

    package func deliver(_ order: DeliveryOrder, at now: Moment) async -> DeliveryOutcome {
        let start = ContinuousClock.now
        let outcome: DeliveryOutcome
        do {
            let answer = try await exchange(request(for: order, at: now))
            outcome = answer.outcome
            if let path = answer.path { note(path, isAnswer: true) }
        } catch {
            outcome = .failed(reason: error.reason, retryAfter: nil)
            if !Task.isCancelled { note(.down(reason: error.reason), isAnswer: false) }
        }
        logger.debug(
            "An attempt has ended.",
            metadata: [
                LogKeys.delivery: "\(order.delivery.id)", LogKeys.outcome: "\(outcome)",
                LogKeys.milliseconds: "\((ContinuousClock.now - start).milliseconds)",
            ])
        return outcome
    }

    private func request(for order: DeliveryOrder, at now: Moment) -> HTTPClientRequest {
        let links = connection.answerURL.map {
            AnswerLink.links(
                base: $0, alert: order.message.alert, contact: order.delivery.contact, secret: secret)
        }
        let body = AlertEnvelope(order, at: now, answer: links).encoded()
        let signed = WebhookSignature.headers(
            id: order.delivery.id.description, at: now.wall, body: body, secret: secret)
        var request = template
        request.method = .POST
        request.headers.add(name: "content-type", value: AlertEnvelope.contentType)
        request.headers.add(name: WebhookHeaders.idName, value: signed.id)
        request.headers.add(name: WebhookHeaders.timestampName, value: signed.timestamp)
        request.headers.add(name: WebhookHeaders.signatureName, value: signed.signature)
        request.body = .bytes(body)
        return request
    }

    /// One request and its whole answer within the connection's timeout.
    ///
    /// A connection that ended under the request is tried once more: the responder may have closed a kept one
    /// just then, and it drops what it has by its id.
    private func exchange(_ request: HTTPClientRequest) async throws(WebhookFailure) -> WebhookAnswer {
        if isClosed.withLock({ $0 }) { throw WebhookFailure(reason: "The channel is closed.") }
        let result = await withTaskGroup(of: Result<WebhookAnswer, WebhookFailure>.self) { group in
            group.addTask { [self] in
                let first = await attempt(request)
                if case .failure(let failure) = first, failure.isClosedConnection { return await attempt(request) }
                return first
            }
            group.addTask { [connection] in
                try? await Task.sleep(for: connection.timeout, clock: .continuous)
                return .failure(.silence)
            }
            let first = await group.next() ?? .failure(.silence)
            group.cancelAll()
            return first
        }
        return try result.get()
    }

    @concurrent private func attempt(_ request: HTTPClientRequest) async -> Result<WebhookAnswer, WebhookFailure> {
        do {
            let response = try await http.execute(
                request, timeout: .nanoseconds(connection.timeout.nanoseconds))
            _ = try await response.body.collect(upTo: DeliveryLimits.answerBytes)
            return .success(
                WebhookAnswer(
                    status: Int(response.status.code), contentType: response.headers.first(name: "content-type"),
                    retryAfter: response.headers.first(name: "retry-after")))
        } catch {
            return .failure(WebhookFailure(error))
        }
    }

    // MARK: - Supervising

    package func supervise(report: @escaping @Sendable (PathState) -> Void) async {
        health.attach(report)
        defer { health.detach() }
        while !Task.isCancelled {
            let pause: Duration
            if let probeInterval {
                await probe()
                let interval = health.isDown ? min(probeInterval, DeliveryLimits.probeIntervalDown) : probeInterval
                pause = interval * (1 - Double.random(in: 0...DeliveryLimits.jitter))
            } else {
                pause = DeliveryLimits.idleConnection
            }
            try? await Task.sleep(for: pause, clock: .continuous)
        }
    }

    private func probe() async {
        var request = template
        request.method = .HEAD
        do {
            _ = try await exchange(request)
            note(.up, isAnswer: false)
        } catch {
            if Task.isCancelled { return }
            // One lost packet is not a lost path.
            do {
                _ = try await exchange(request)
                note(.up, isAnswer: false)
            } catch {
                if !Task.isCancelled { note(.down(reason: error.reason), isAnswer: false) }
            }
        }
    }

    /// - Parameter isAnswer: it is what a responder answered to an alert; a probe cannot make that good at once.
    private func note(_ state: PathState, isAnswer: Bool) {
        let now = ContinuousClock.now
        let mayRise = lastError.withLock { last in
            if isAnswer { last = state == .up ? nil : now }
            return last.map { now - $0 > DeliveryLimits.recoveryAfterError } ?? true
        }
        if state == .up, !mayRise { return }
        health.note(state)
    }

    package func shutdown() async {
        isClosed.withLock { $0 = true }
    }
}
