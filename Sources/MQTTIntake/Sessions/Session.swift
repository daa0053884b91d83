internal import GatewayCore
internal import Glibc
internal import LinuxSupport
internal import Logging

/// One session with the broker, from the first attempt to connect to the goodbye. Belongs to the MQTT thread.
final class Session {
    enum Phase {
        /// Without a connection; the next attempt is then.
        case waiting(until: BootTime)
        /// From the first packet of TCP to the CONNACK.
        case connecting(until: BootTime)
        /// From the CONNACK to the last SUBACK.
        case subscribing(until: BootTime)
        case subscribed
        /// Said goodbye, or will not try again.
        case ended
    }

    /// A batch that must be on disk before anything is written to the socket.
    struct Batch {
        var receipt: ArrivalReceipt
        var deadline: BootTime
    }

    let kind: SessionKind
    let shared: IntakeShared
    let topics: OwnTopics
    let filters: [String]
    /// Indices of the filters to subscribe to: a message that two of them match would come twice.
    private let subscribed: [Int]
    /// What comes at these is of programs beside the gateway; the readings session hears it.
    let watched: TopicFilterSet?
    /// Topics that another session owns although a filter of this one covers them.
    var isOwnedElsewhere: (String) -> Bool = { _ in false }

    private(set) var phase = Phase.waiting(until: .zero)
    /// A canary came back on this connection.
    private(set) var isProven = false
    /// The broker has our subscriptions, and keeps them while we are away.
    private(set) var isGranted = false
    /// Why there is no connection that works; nil before the first attempt has failed and once one works.
    private(set) var loss: String?
    var batch: Batch?
    var client: MosquittoClient?
    var canary: Canary
    /// QoS 1 packets the broker has not acknowledged.
    var unacknowledged: Set<Int32> = []
    var lastReceived = BootTime.zero
    var lastSent = BootTime.zero

    private var backOff = BackOff()
    private var addresses: [String] = []
    private var nextAddress = 0
    private var hasTransport = false
    private var expectsSession: Bool
    private var connectedSince = BootTime.zero
    private var lastKeepAlive = BootTime.zero
    private var pendingSubscriptions: [Int32: Int] = [:]

    init(_ kind: SessionKind, _ shared: IntakeShared) {
        self.kind = kind
        self.shared = shared
        topics = OwnTopics(shared.connection.ownTopic)
        canary = Canary(interval: shared.connection.canaryInterval, deadline: shared.timing.canary)
        expectsSession = shared.expectsSession
        var filters = kind == .alarm ? shared.connection.alarmTopics : shared.connection.readingTopics
        filters.append(topics.canary(kind))
        if kind == .alarm, shared.connection.takesAcknowledgements { filters.append(topics.acknowledgeFilter) }
        let others = shared.connection.watchedTopics
        watched = others.isEmpty ? nil : TopicFilterSet(others)
        if kind == .readings { filters += others }
        self.filters = filters
        subscribed = TopicFilter.uncovered(filters)
    }

    var isSubscribed: Bool {
        if case .subscribed = phase { true } else { false }
    }

    var hasEnded: Bool {
        if case .ended = phase { true } else { false }
    }

    /// Nothing may be read or written between a batch and its record.
    var hasConnection: Bool {
        switch phase {
        case .connecting, .subscribing, .subscribed: true
        case .waiting, .ended: false
        }
    }

    // MARK: Connecting

    private func connect(at now: BootTime) {
        if let unreadable = unreadableFile() {
            return lose("the TLS file for the \(unreadable) cannot be read", at: now)
        }
        guard let host = nextHost() else { return lose("the broker's name cannot be resolved", at: now) }
        do throws(MosquittoAnswer) {
            let client: MosquittoClient
            if let made = self.client { client = made } else { client = try MosquittoClient(options) }
            self.client = client
            hasTransport = false
            phase = .connecting(until: now + shared.timing.connect)
            try client.connect(host: host, port: shared.connection.port)
        } catch {
            lose(failure: error, at: now)
        }
    }

    private var options: ClientOptions {
        let connection = shared.connection
        // One will for both sessions: the alarm session is what "online" promises.
        let will = ClientOptions.Will(topic: topics.status, payload: "offline")
        return ClientOptions(
            clientID: "\(connection.clientID)-\(kind.rawValue)", version: connection.version, user: connection.user,
            password: connection.password, tls: connection.tls, will: kind == .alarm ? will : nil,
            receiveMaximum: kind == .alarm ? MQTTLimits.alarmReceiveMaximum : MQTTLimits.readingReceiveMaximum,
            watchesRedelivery: kind == .alarm)
    }

    /// With TLS the name itself goes to the library: the certificate is checked against it.
    private func nextHost() -> String? {
        if shared.connection.tls != nil { return shared.connection.host }
        if nextAddress >= addresses.count {
            addresses = HostAddresses.resolve(shared.connection.host)
            nextAddress = 0
        }
        guard addresses.indices.contains(nextAddress) else { return nil }
        return addresses[nextAddress]
    }

    private func unreadableFile() -> String? {
        guard let tls = shared.connection.tls else { return nil }
        let files = [("authority", tls.authority), ("certificate", tls.certificate), ("key", tls.key)]
        return files.first { file in
            guard let path = file.1 else { return false }
            // Safe: Swift passes a C string that lives through the call.
            return unsafe access(path, R_OK) != 0
        }?.0
    }

    // MARK: Losing

    /// Ends the connection and arranges the next attempt. What was not written, acknowledgements among it,
    /// never is: the broker sends those messages again.
    func lose(_ reason: String, at now: BootTime) {
        shared.logger.debug(
            "MQTT session lost",
            metadata: ["intake": "\(shared.id)", "session": "\(kind.rawValue)", "reason": "\(reason)"])
        client?.cut()
        if !hasConnectionBeenAccepted { nextAddress += 1 }
        if isProven, now - connectedSince >= MQTTLimits.settledAfter { backOff.reset() }
        isProven = false
        batch = nil
        unacknowledged = []
        pendingSubscriptions = [:]
        loss = reason
        phase = .waiting(until: now + backOff.next())
    }

    private var hasConnectionBeenAccepted: Bool {
        switch phase {
        case .subscribing, .subscribed: true
        case .waiting, .connecting, .ended: false
        }
    }

    /// Ends the connection after a call of the library failed.
    func lose(failure: MosquittoAnswer, at now: BootTime) {
        let mailbox = client?.mailbox
        if failure.isTLS {
            let detail = client?.certificateRefusal ?? mailbox?.complaint
            // Certificate files are read once by a client: the next attempt reads them afresh.
            client = nil
            return lose(detail.map { "TLS failed: \($0)" } ?? failure.reason, at: now)
        }
        if let code = mailbox?.connack?.code, code != 0 { return lose(ReasonCode.reason(code), at: now) }
        if let code = mailbox?.disconnectCode, code >= 128 { return lose(ReasonCode.reason(code), at: now) }
        lose(failure.reason, at: now)
    }

    // MARK: What the broker answers

    func handleConnack(_ connack: ClientMailbox.Connack, at now: BootTime) {
        guard connack.code == 0, let client else { return lose(ReasonCode.reason(connack.code), at: now) }
        shared.logger.debug(
            "MQTT session connected",
            metadata: [
                "intake": "\(shared.id)", "session": "\(kind.rawValue)", "hasSession": "\(connack.hasSession)",
            ])
        client.watchLog(false)
        shared.count { $0.connections += 1 }
        if !connack.hasSession {
            isGranted = false
            if expectsSession { shared.outlets.sessionLost() }
        }
        expectsSession = true
        connectedSince = now
        lastKeepAlive = now
        phase = .subscribing(until: now + shared.timing.subscribe)
        // Always, also when the broker kept the session: the settings may have changed.
        for index in subscribed {
            do {
                pendingSubscriptions[try client.subscribe(to: filters[index])] = index
            } catch {
                return lose(failure: error, at: now)
            }
        }
        if kind == .alarm {
            send(Publication(topic: topics.status, payload: Array("online".utf8), isRetained: true), at: now)
        }
    }

    func handleSuback(_ suback: ClientMailbox.Suback, at now: BootTime) {
        guard let index = pendingSubscriptions.removeValue(forKey: suback.packet) else { return }
        guard let code = suback.codes.first, code < 128 else {
            return lose("the broker refuses the subscription to \(settingName(of: index))", at: now)
        }
        if pendingSubscriptions.isEmpty, case .subscribing = phase {
            phase = .subscribed
            isGranted = true
            canary.restart(at: now)
        }
    }

    /// A subscription by its place in the settings: topics may contain names of people.
    private func settingName(of index: Int) -> String {
        let configured = kind == .alarm ? shared.connection.alarmTopics : shared.connection.readingTopics
        if index < configured.count { return "entry \(index + 1) of the \(kind.rawValue) topics" }
        return index == configured.count ? "the gateway's canary" : "acknowledgements"
    }

    func handlePuback(_ puback: ClientMailbox.Puback) {
        unacknowledged.remove(puback.packet)
        if puback.code >= 128 {
            shared.count { $0.refusedPublications += 1 }
            shared.logger.debug(
                "MQTT publication refused",
                metadata: ["intake": "\(shared.id)", "reason": "\(ReasonCode.reason(puback.code))"])
        }
    }

    func handleCanary(_ payload: [UInt8], at now: BootTime) {
        guard canary.cameBack(payload), !isProven else { return }
        isProven = true
        loss = nil
    }

    // MARK: Sending

    /// Gives a publication to the library; `flush` sends it.
    @discardableResult
    func send(_ publication: Publication, at now: BootTime) -> Bool {
        guard let client else { return false }
        do {
            let packet = try client.publish(publication)
            if publication.qos == .atLeastOnce { unacknowledged.insert(packet) }
            return true
        } catch {
            shared.count { $0.refusedPublications += 1 }
            return false
        }
    }

    /// Writes what is queued, unless a batch is not yet on disk: its acknowledgements are in the queue.
    func flush(at now: BootTime) {
        guard batch == nil, hasConnection, hasTransport, let client, client.wantsWrite else { return }
        if case .connecting = phase { return }
        lastSent = now
        let answer = client.write()
        if !answer.isSuccess { lose(failure: answer, at: now) }
    }

    // MARK: Waiting

    /// The socket and what to wait for on it; nil while nothing may be read.
    func interest() -> (descriptor: Int32, interest: Readiness)? {
        guard batch == nil, hasConnection, let client, let descriptor = client.descriptor else { return nil }
        let wantsWrite = client.wantsWrite
        return (descriptor, wantsWrite || !hasTransport ? [.input, .output] : .input)
    }

    func handle(_ ready: Readiness, at moment: Moment) {
        guard hasConnection, let client else { return }
        let now = moment.boot
        let isBroken = ready.contains(.hangUp) || ready.contains(.error)
        if case .connecting = phase {
            if isBroken {
                let code = client.socketError
                let reason = code == 0 ? "the broker closed the connection" : SystemError.text(of: code)
                // TLS alerts and refusals arrive with the end of the connection: read them first.
                if code != 0 { return lose(reason, at: now) }
            }
            if ready.contains(.output) { hasTransport = true }
        }
        if !ready.isEmpty { receive(at: moment) }
        if isBroken, batch == nil, case .connecting = phase { lose("the broker closed the connection", at: now) }
        if case .connecting = phase, hasTransport, client.wantsWrite {
            let answer = client.write()
            if !answer.isSuccess { lose(failure: answer, at: now) }
        }
    }

    // MARK: Time

    /// Does what is due, and only that.
    func tick(at now: BootTime, mayConnect: Bool) {
        switch phase {
        case .waiting(let until):
            if mayConnect, now >= until { connect(at: now) }
        case .connecting(let until):
            if now >= until { lose("the broker does not answer", at: now) }
        case .subscribing(let until):
            // A kept session brings what was missed before it answers to subscriptions.
            settleBatch(at: now)
            if now >= until { lose("the broker does not answer to subscriptions", at: now) }
            keepAliveIfDue(at: now)
        case .subscribed:
            settleBatch(at: now)
            runCanary(at: now)
            keepAliveIfDue(at: now)
        case .ended:
            break
        }
    }

    private func runCanary(at now: BootTime) {
        guard batch == nil, isSubscribed else { return }
        if canary.isMissed(at: now, lastMessage: lastReceived) {
            return lose("connected, but nothing flows: the broker does not return the gateway's canary", at: now)
        }
        if let payload = canary.payloadIfDue(at: now) {
            send(Publication(topic: topics.canary(kind), payload: payload), at: now)
        }
    }

    private func keepAliveIfDue(at now: BootTime) {
        // Asking costs nothing while awake; being woken for it does.
        guard hasConnection, now - lastKeepAlive >= MQTTLimits.sharedTick, let client else { return }
        lastKeepAlive = now
        let answer = client.keepAlive()
        if !answer.isSuccess { return lose(failure: answer, at: now) }
        if now >= keepAliveDue { (lastReceived, lastSent) = (now, now) }
    }

    /// When libmosquitto wants to send a PINGREQ or to see its answer.
    private var keepAliveDue: BootTime {
        let quiet = max(min(lastReceived, lastSent), connectedSince)
        return (quiet + .seconds(Int64(MQTTLimits.keepAlive))).roundedUp(to: MQTTLimits.sharedTick)
    }

    /// When `tick` has something to do again.
    func nextDeadline(mayConnect: Bool) -> BootTime? {
        switch phase {
        case .waiting(let until): mayConnect ? until : nil
        case .connecting(let until): until
        case .subscribing(let until): min(until, keepAliveDue, batch?.deadline ?? until)
        case .subscribed: min(batch?.deadline ?? canary.nextDeadline(lastMessage: lastReceived), keepAliveDue)
        case .ended: nil
        }
    }

    // MARK: Goodbye

    /// Says goodbye when that can be done now.
    ///
    /// - Parameter isLast: whether to end without one otherwise.
    func end(at now: BootTime, isLast: Bool) {
        switch phase {
        case .ended: return
        case .subscribed where batch == nil:
            if kind == .alarm {
                send(Publication(topic: topics.status, payload: Array("stopping".utf8), isRetained: true), at: now)
            }
            client?.disconnect()
            flush(at: now)
            if client?.descriptor == nil || isLast { phase = .ended }
        case .subscribed where !isLast: return
        default:
            client?.cut()
            phase = .ended
        }
    }
}
