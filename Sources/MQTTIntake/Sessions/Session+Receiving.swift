internal import GatewayCore
internal import Logging

extension Session {
    /// Reads until the socket is empty or a batch is in hand, and passes on what came.
    func receive(at moment: Moment) {
        guard let client else { return }
        let mailbox = client.mailbox
        var failure: MosquittoAnswer?
        while failure == nil, mailbox.messages.count < MQTTLimits.batch {
            let before = mailbox.activity
            let answer = client.read()
            if !answer.isSuccess { failure = answer }
            // A read without a callback found nothing, a part of a packet, or the answer to a ping.
            if mailbox.activity == before || client.descriptor == nil { break }
        }
        lastReceived = moment.boot
        takeAnswers(from: mailbox, at: moment.boot)
        passOn(from: mailbox, at: moment, isConnected: failure == nil && client.descriptor != nil)
        guard hasConnection else { return }
        if let failure {
            lose(failure: failure, at: moment.boot)
        } else if client.descriptor == nil {
            // The broker's own DISCONNECT (MQTT 5.0, 3.14) closes the socket without an error.
            let code = mailbox.disconnectCode ?? 0
            lose(code >= 128 ? ReasonCode.reason(code) : "the broker closed the connection", at: moment.boot)
        }
    }

    private func takeAnswers(from mailbox: ClientMailbox, at now: BootTime) {
        if let connack = mailbox.connack, case .connecting = phase { handleConnack(connack, at: now) }
        let subacks = mailbox.subacks
        mailbox.subacks.removeAll(keepingCapacity: true)
        for suback in subacks { handleSuback(suback, at: now) }
        let pubacks = mailbox.pubacks
        mailbox.pubacks.removeAll(keepingCapacity: true)
        for puback in pubacks { handlePuback(puback) }
    }

    /// Makes arrivals of the messages in the mailbox. Also of those whose connection has just been lost: a press
    /// is better heard at once and again than only again.
    private func passOn(from mailbox: ClientMailbox, at moment: Moment, isConnected: Bool) {
        if mailbox.oversized > 0 {
            let refused = mailbox.oversized
            mailbox.oversized = 0
            shared.count { $0.oversized += refused }
            shared.logger.debug(
                "MQTT message refused for its size", metadata: ["intake": "\(shared.id)", "count": "\(refused)"])
        }
        guard !mailbox.messages.isEmpty else { return }
        var messages: [ReceivedMessage] = []
        messages.reserveCapacity(MQTTLimits.batch)
        swap(&messages, &mailbox.messages)

        var arrivals: [Arrival] = []
        arrivals.reserveCapacity(messages.count)
        let isAlarmClass = kind == .alarm
        for message in messages {
            if watched?.matches(message.topic) ?? false {
                takeWatched(message)
            } else if topics.contains(message.topic) {
                takeOwn(message, at: moment.boot)
            } else if !isOwnedElsewhere(message.topic) {
                arrivals.append(
                    Arrival(
                        intake: shared.id, address: message.topic, bytes: message.bytes, moment: moment,
                        isRetained: message.isRetained, isRedelivered: message.isRedelivered,
                        isAlarmClass: isAlarmClass))
            }
        }
        guard !arrivals.isEmpty else { return }
        shared.count { $0.arrivals += arrivals.count }
        guard isAlarmClass else { return shared.outlets.handOver(arrivals, nil) }
        let receipt = ArrivalReceipt(wakeUp: shared.wakeUp)
        if isConnected, hasConnection {
            batch = Batch(receipt: receipt, deadline: moment.boot + shared.timing.record)
        }
        shared.outlets.handOver(arrivals, receipt)
    }

    /// Also where a broad topic brings it to the other session, it counts once.
    private func takeWatched(_ message: ReceivedMessage) {
        guard kind == .readings else { return }
        shared.outlets.watched(
            WatchedMessage(
                topic: message.topic, payload: message.bytes, isRetained: message.isRetained, isFresh: isSubscribed))
    }

    /// Messages below the gateway's own topic are the gateway's own business, never arrivals.
    private func takeOwn(_ message: ReceivedMessage, at now: BootTime) {
        if message.topic == topics.canary(kind) {
            handleCanary(message.bytes, at: now)
        } else if kind == .alarm, shared.connection.takesAcknowledgements, !message.isRetained,
            message.bytes.count <= MQTTLimits.acknowledgementBytes,
            let contact = topics.acknowledgingContact(message.topic) {
            shared.outlets.acknowledged(contact, message.bytes)
        } else if message.topic != topics.status {
            shared.count { $0.ignoredOwn += 1 }
        }
    }

    /// Releases or refuses the acknowledgements of a batch, once its record is known.
    func settleBatch(at now: BootTime) {
        guard let batch else { return }
        switch batch.receipt.answer {
        case .recorded:
            self.batch = nil
        case .none where now < batch.deadline:
            return
        case .none, .failed:
            shared.count { $0.refusedBatches += 1 }
            lose("what came could not be recorded, so the broker is made to send it again", at: now)
        }
    }
}
