internal import GatewayCore
internal import LinuxSupport

/// Why a look ended early, as the end of a sentence.
struct LookingFailure: Error {
    var reason: String
    /// The broker was reached and said no.
    var isFinal = false
}

/// One connection that only listens, from its first packet to its goodbye. Belongs to the thread of the look.
struct LookingSession {
    private let client: MosquittoClient
    private let end: ContinuousClock.Instant
    private var hasTransport = false
    private var listening: Duration?
    private let listener: BrokerLook.Listener?

    init(
        _ connection: BrokerConnection, messageBytes: Int, until end: ContinuousClock.Instant,
        listener: BrokerLook.Listener?
    ) throws(LookingFailure) {
        self.listener = listener
        self.end = end
        let options = ClientOptions(
            clientID: connection.clientID, version: connection.version, user: connection.user,
            password: connection.password, tls: connection.tls, will: nil,
            receiveMaximum: MQTTLimits.alarmReceiveMaximum, watchesRedelivery: false, keepsSession: false,
            messageBytes: messageBytes)
        do throws(MosquittoAnswer) {
            client = try MosquittoClient(options)
        } catch {
            throw LookingFailure(reason: error.reason, isFinal: true)
        }
    }

    mutating func look(
        at host: String, port: Int, _ filters: [String], listening: Duration?
    ) throws(LookingFailure) -> BrokerLook.Outcome {
        self.listening = listening
        do throws(MosquittoAnswer) {
            try client.connect(host: host, port: port)
        } catch {
            throw failure(error)
        }
        while client.mailbox.connack == nil { try step(until: end, "it does not answer") }
        if let code = client.mailbox.connack?.code, code != 0 {
            throw LookingFailure(reason: ReasonCode.reason(code), isFinal: true)
        }
        for filter in filters {
            do throws(MosquittoAnswer) {
                _ = try client.subscribe(to: filter)
            } catch {
                throw failure(error)
            }
        }
        while client.mailbox.subacks.count < filters.count {
            try step(until: end, "it does not answer to subscriptions")
        }
        guard client.mailbox.subacks.allSatisfy({ $0.codes.first.map { $0 < 128 } ?? false }) else {
            throw LookingFailure(reason: "it does not let this user see the devices", isFinal: true)
        }
        try gather()
        client.disconnect()
        try? step(until: min(end, .now + MQTTLimits.lookGoodbye), "it does not let go")
        let heard = client.mailbox.messages.filter { $0.isRetained || listening != nil }.prefix(mostMessages)
        return .answered(
            heard.map { BrokerMessage(topic: $0.topic, bytes: $0.bytes, isRetained: $0.isRetained) },
            oversized: client.mailbox.oversized)
    }

    /// - Returns: whether whoever listens has heard enough.
    private func handOver() -> Bool {
        guard let listener else { return false }
        for message in client.mailbox.messages {
            listener.hear(
                BrokerMessage(topic: message.topic, bytes: message.bytes, isRetained: message.isRetained))
        }
        client.mailbox.messages.removeAll(keepingCapacity: true)
        return listener.isOver()
    }

    private var mostMessages: Int { listening == nil ? MQTTLimits.lookedMessages : MQTTLimits.listenedMessages }

    /// Takes what comes until nothing has come for a moment, or the time to listen is over, or it is enough.
    private mutating func gather() throws(LookingFailure) {
        if let listening {
            let last = min(end, .now + listening)
            while !isEnough, ContinuousClock.now < last {
                try step(until: min(last, .now + MQTTLimits.listenStep))
                // The broker ends a connection that says nothing for one and a half of these intervals.
                try checked(client.keepAlive())
                if handOver() { return }
            }
            return
        }
        var quiet = ContinuousClock.now + MQTTLimits.lookSettles
        while !isEnough, ContinuousClock.now < min(quiet, end) {
            // A large message comes in many parts, of which the mailbox sees only the last.
            if try step(until: min(quiet, end)) { quiet = ContinuousClock.now + MQTTLimits.lookSettles }
        }
    }

    /// Whoever answers may go on without end.
    private var isEnough: Bool {
        let messages = client.mailbox.messages
        return messages.count >= mostMessages
            || messages.reduce(0) { $0 + $1.bytes.count } >= MQTTLimits.lookedBytes
    }

    /// One round that must come before the end.
    private mutating func step(until end: ContinuousClock.Instant, _ otherwise: String) throws(LookingFailure) {
        guard ContinuousClock.now < end else { throw LookingFailure(reason: otherwise) }
        try step(until: end)
    }

    /// Writes what is queued, waits for the socket, and reads.
    ///
    /// - Returns: whether anything came.
    @discardableResult
    private mutating func step(until end: ContinuousClock.Instant) throws(LookingFailure) -> Bool {
        if hasTransport, client.wantsWrite { try checked(client.write()) }
        guard let descriptor = client.descriptor else { throw lost() }
        let interest: Readiness = client.wantsWrite || !hasTransport ? [.input, .output] : .input
        let ready: Readiness
        do throws(SystemError) {
            ready =
                try Poll.wait(
                    [(descriptor, interest)], timeout: max(.zero, end - .now)
                ).first ?? []
        } catch {
            throw LookingFailure(reason: "\(error)")
        }
        guard !ready.isEmpty else { return false }
        if client.mailbox.connack == nil, ready.contains(.hangUp) || ready.contains(.error) {
            let code = client.socketError
            if code != 0 { throw LookingFailure(reason: SystemError.text(of: code)) }
        }
        if ready.contains(.output) { hasTransport = true }
        while !isEnough {
            let before = client.mailbox.activity
            try checked(client.read())
            guard client.descriptor != nil else { throw lost() }
            if client.mailbox.activity == before { break }
        }
        return ready.contains(.input)
    }

    private func checked(_ answer: MosquittoAnswer) throws(LookingFailure) {
        if !answer.isSuccess { throw failure(answer) }
    }

    private func lost() -> LookingFailure {
        let code = client.mailbox.disconnectCode ?? 0
        return LookingFailure(reason: code >= 128 ? ReasonCode.reason(code) : "it closed the connection")
    }

    private func failure(_ answer: MosquittoAnswer) -> LookingFailure {
        let mailbox = client.mailbox
        if answer.isTLS {
            let detail = client.certificateRefusal ?? mailbox.complaint
            return LookingFailure(reason: detail.map { "TLS failed: \($0)" } ?? answer.reason, isFinal: true)
        }
        if let code = mailbox.connack?.code, code != 0 {
            return LookingFailure(reason: ReasonCode.reason(code), isFinal: true)
        }
        if let code = mailbox.disconnectCode, code >= 128 {
            return LookingFailure(reason: ReasonCode.reason(code), isFinal: true)
        }
        return LookingFailure(reason: answer.reason)
    }
}
