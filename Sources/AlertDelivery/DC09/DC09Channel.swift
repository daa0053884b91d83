import AlarmProtocols
package import GatewayCore
package import Logging
import NIOCore

/// Tells an alarm receiving centre by SIA DC-09 over TCP, in Contact ID.
///
/// Frames go one at a time, each after the reply to the one before, most important first; polls only when
/// nobody else speaks. Contact ID has no words for "somebody else took it": such messages count as accepted
/// and nothing is sent.
package actor DC09Channel: AlertChannel {
    package nonisolated let id: ChannelID
    private let connection: DC09Connection
    private let group: any EventLoopGroup
    private let clock: @Sendable () -> Moment
    private nonisolated let health = PathHealth()
    private let logger: Logger
    private var exchange: DC09Exchange
    private var line: DC09Line?
    private var turns = TurnQueue<CheckedContinuation<Bool, Never>>()
    /// Counts polls, while one is under way.
    private var poll: Int?
    private var polls = 0
    /// When the receiver was last spoken to; polls count from here.
    private var lastSpoken: ContinuousClock.Instant?
    private var isClosed = false

    /// - Parameter now: the clock, for polls that need a time stamp.
    /// - Throws: what the settings lack.
    package init(
        id: ChannelID, connection: DC09Connection, client: DeliveryClient, now: @escaping @Sendable () -> Moment,
        logger: Logger
    ) throws(ChannelSettingsError) {
        try Self.check(connection)
        do {
            // The seconds of the start: far from the last run's numbers.
            let seconds = Int(now().wall.milliseconds.magnitude / 1_000 % 9_999)
            exchange = try DC09Exchange(connection, lastSequence: seconds)
        } catch {
            throw ChannelSettingsError(error.description)
        }
        self.id = id
        self.connection = connection
        group = client.group
        clock = now
        var logger = logger
        logger[metadataKey: LogKeys.channel] = "\(id)"
        self.logger = logger
    }

    private static func check(_ connection: DC09Connection) throws(ChannelSettingsError) {
        func isHexadecimal(_ text: String, _ count: ClosedRange<Int>) -> Bool {
            count.contains(text.utf8.count) && text.allSatisfy { $0.isASCII && $0.isHexDigit }
        }
        guard isHexadecimal(connection.account, 3...16) else {
            throw ChannelSettingsError("The DC-09 account is not 3 to 16 hexadecimal digits.")
        }
        guard isHexadecimal(connection.receiver, 1...6), isHexadecimal(connection.line, 1...6) else {
            throw ChannelSettingsError("The DC-09 receiver and line are not 1 to 6 hexadecimal digits each.")
        }
        guard (1...65_535).contains(connection.port), !connection.host.isEmpty else {
            throw ChannelSettingsError("The DC-09 receiver has no host, or its port is not 1 to 65535.")
        }
    }

    // MARK: - Delivering

    package func deliver(_ order: DeliveryOrder, at now: Moment) async -> DeliveryOutcome {
        guard let event = ContactIDEvent(order.message, codes: connection.codes) else { return .accepted }
        let start = ContinuousClock.now
        let deadline = start + connection.timeout
        let outcome: DeliveryOutcome
        do throws(Refusal) {
            try await takeTurn(order.delivery.priority, until: deadline)
            let sequence = exchange.sequence(for: order.delivery.id)
            let verdict = try await converse(until: deadline, sequence: sequence) { exchange, padding in
                let aged = now.later(by: ContinuousClock.now - start)
                return (exchange.event(event, sequence: sequence, at: aged, padding: padding), aged)
            }
            passTurn()
            outcome = settle(verdict)
        } catch {
            if case .line = error { passTurn() }
            let reason = isClosed ? "The channel is closed." : error.reason
            outcome = .failed(reason: reason, retryAfter: nil)
            if !isClosed { health.note(.down(reason: reason)) }
        }
        logger.debug(
            "An attempt has ended.",
            metadata: [
                LogKeys.delivery: "\(order.delivery.id)", LogKeys.outcome: "\(outcome)",
                LogKeys.milliseconds: "\((ContinuousClock.now - start).milliseconds)",
            ])
        return outcome
    }

    private func settle(_ verdict: DC09Verdict) -> DeliveryOutcome {
        switch verdict {
        case .accepted:
            health.note(.up)
            return .accepted
        case .refused(let reason):
            // The receiver read the frame and answered: the path stands.
            health.note(.up)
            return .refused(reason: reason)
        default:
            let reason = Self.reason(of: verdict)
            health.note(.down(reason: reason))
            return .failed(reason: reason, retryAfter: nil)
        }
    }

    private static func reason(of verdict: DC09Verdict) -> String {
        switch verdict {
        case .rejected(let reason), .refused(let reason): reason
        case .clock: "The receiver keeps refusing the time: are its clock and the key right?"
        case .garbled: "Frames reach the receiver damaged."
        case .accepted: "The receiver answers."
        }
    }

    // MARK: - Speaking

    private enum Refusal: Error {
        /// Others spoke until the time was over, or too many wait.
        case noTurn
        case line(DC09LineError)

        var reason: String {
            switch self {
            case .noTurn: DC09LineError.silence.reason
            case .line(let error): error.reason
            }
        }
    }

    /// Sends a frame until it has a verdict, with the receiver's own time after a NAK, once more where it
    /// arrived damaged, and once more where a kept connection turned out to be stale.
    ///
    /// - Parameters:
    ///   - poll: the number of the poll that it is; one that an alarm has pushed aside is not sent again.
    ///   - make: the frame and the moment it says.
    private func converse(
        until deadline: ContinuousClock.Instant, sequence: Int, poll: Int? = nil,
        make: (DC09Exchange, [UInt8]) -> ([UInt8], Moment)
    ) async throws(Refusal) -> DC09Verdict {
        var copies = 0
        var mayReconnect = line?.isOpen == true
        while true {
            let (frame, moment) = make(exchange, Self.padding())
            do throws(DC09LineError) {
                let line = try await openLine(until: deadline)
                lastSpoken = ContinuousClock.now
                let verdict = try await line.ask(frame, timeout: deadline - ContinuousClock.now) { [exchange] item in
                    exchange.verdict(on: item, sequence: sequence, at: moment)
                }
                lastSpoken = ContinuousClock.now
                copies += 1
                switch verdict {
                case .clock(let ahead) where copies < DeliveryLimits.copiesPerAttempt:
                    exchange.follow(clockAhead: ahead)
                case .garbled where copies < DeliveryLimits.copiesPerAttempt:
                    break
                default:
                    return verdict
                }
            } catch {
                closeLine()
                let isWanted = !isClosed && (poll == nil || poll == self.poll)
                guard error == .closed, mayReconnect, isWanted else { throw .line(error) }
                mayReconnect = false
            }
        }
    }

    private func openLine(until deadline: ContinuousClock.Instant) async throws(DC09LineError) -> DC09Line {
        if isClosed { throw .closed }
        if let line, line.isOpen { return line }
        let left = deadline - ContinuousClock.now
        guard left > .zero else { throw .silence }
        let opened = try await DC09Line.open(
            host: connection.host, port: connection.port, on: group, timeout: left)
        if isClosed {
            opened.close()
            throw .closed
        }
        line = opened
        return opened
    }

    private func closeLine() {
        line?.close()
        line = nil
    }

    /// Sixteen characters that DC-09 allows as padding.
    private static func padding() -> [UInt8] {
        (0..<16).map { _ in UInt8.random(in: UInt8(ascii: "A")...UInt8(ascii: "Z")) }
    }

    // MARK: - Taking turns

    private func takeTurn(
        _ priority: Priority, until deadline: ContinuousClock.Instant
    ) async throws(Refusal) {
        if isClosed { throw .noTurn }
        if turns.takeIfFree() { return }
        guard turns.count < DeliveryLimits.waitingPerReceiver else { throw .noTurn }
        if let poll { hasten(poll) }
        let ticket = turns.ticket()
        let patience = Task { [weak self] in
            try? await Task.sleep(until: deadline, clock: .continuous)
            await self?.giveUp(ticket)
        }
        let hasTurn = await withCheckedContinuation { turns.wait($0, ticket: ticket, priority: priority) }
        patience.cancel()
        guard hasTurn else { throw .noTurn }
    }

    /// How many wait for their turn.
    var waiting: Int { turns.count }

    private func giveUp(_ ticket: Int) {
        turns.giveUp(ticket: ticket)?.resume(returning: false)
    }

    private func passTurn() {
        turns.pass()?.resume(returning: true)
    }

    /// An alarm waits behind a poll: if the reply is not there soon, the connection is taken for dead.
    private func hasten(_ poll: Int) {
        Task { [weak self] in
            try? await Task.sleep(for: DeliveryLimits.pollGrace, clock: .continuous)
            await self?.abandon(poll)
        }
    }

    private func abandon(_ poll: Int) {
        guard self.poll == poll else { return }
        self.poll = nil
        closeLine()
    }

    // MARK: - Supervising

    package func supervise(report: @escaping @Sendable (PathState) -> Void) async {
        health.attach(report)
        defer { health.detach() }
        while !Task.isCancelled, !isClosed {
            guard let pollInterval = connection.pollInterval else {
                // Without polls the path is known by its alarms alone.
                try? await Task.sleep(for: .seconds(3_600), clock: .continuous)
                continue
            }
            let interval = health.isDown ? min(pollInterval, DeliveryLimits.pollIntervalDown) : pollInterval
            let jittered = interval * (1 - Double.random(in: 0...DeliveryLimits.jitter))
            let due = lastSpoken.map { $0 + jittered } ?? ContinuousClock.now
            if due > ContinuousClock.now {
                try? await Task.sleep(until: due, clock: .continuous)
                continue
            }
            // One lost packet is not a lost path: a poll without an answer is sent again at once.
            if case .failure = await sendPoll(), !Task.isCancelled,
                case .failure(let failure) = await sendPoll(), !Task.isCancelled, !isClosed
            {
                health.note(.down(reason: failure.reason))
            }
        }
    }

    private struct PollFailure: Error {
        var reason: String
    }

    /// Does nothing while somebody else speaks: any message shows what a poll would.
    private func sendPoll() async -> Result<Void, PollFailure> {
        guard !isClosed, turns.takeIfFree() else {
            lastSpoken = ContinuousClock.now
            return .success(())
        }
        polls += 1
        let number = polls
        poll = number
        let deadline = ContinuousClock.now + connection.timeout
        let sequence = exchange.nextSequence()
        var result: Result<Void, PollFailure>
        do throws(Refusal) {
            let verdict = try await converse(until: deadline, sequence: sequence, poll: number) {
                [clock] exchange, padding in
                let now = clock()
                return (exchange.poll(sequence: sequence, at: now, padding: padding), now)
            }
            switch verdict {
            case .accepted, .refused:
                health.note(.up)
                result = .success(())
            default: result = .failure(PollFailure(reason: Self.reason(of: verdict)))
            }
        } catch {
            result = .failure(PollFailure(reason: error.reason))
        }
        lastSpoken = ContinuousClock.now
        // An alarm took the line from it, and shows how the path stands.
        if poll != number { result = .success(()) }
        poll = nil
        passTurn()
        return result
    }

    package func shutdown() async {
        isClosed = true
        closeLine()
        for waiter in turns.dismiss() { waiter.resume(returning: false) }
    }
}

extension Moment {
    fileprivate func later(by duration: Duration) -> Moment {
        Moment(boot: boot + duration, wall: wall + duration, quality: quality)
    }
}
