internal import CMosquitto
package import GatewayCore
internal import LinuxSupport
package import Logging
internal import Synchronization

/// Brings a broker's messages as arrivals and publishes to it, on one thread of its own.
///
/// It keeps two sessions with the broker: "<client id>-alarm", whose messages are acknowledged after their
/// record, and "<client id>-readings" for the rest. Messages of one topic keep their order. All callbacks are
/// made on the intake's thread and must return at once.
package final class BrokerIntake: Sendable {
    private let shared: IntakeShared
    private let thread = Mutex<BackgroundThread?>(nil)

    /// Checks the settings; nothing is opened before `start`.
    ///
    /// - Parameters:
    ///   - now: the clock arrivals are stamped with, once for each batch.
    ///   - handOver: takes a batch, in the order of arrival. A batch of the alarm session comes with a receipt
    ///     that must be answered once the batch is on disk; readings come without.
    ///   - report: is told how the path stands, each change once. Up means that both sessions are subscribed
    ///     and each has had a message of its own back from the broker.
    ///   - acknowledged: a contact acknowledged by MQTT: who, by the topic, and what the message said.
    ///   - watched: is told of each message at a watched topic.
    ///   - sessionLost: the broker has forgotten a session that it should have kept: messages may be missing.
    ///   - expectsSession: whether a session was made in an earlier run, so that its lack is told even at the
    ///     first connection.
    /// - Throws: `BrokerIntakeError` for settings MQTT does not allow; `SystemError` without a descriptor left.
    package init(
        id: IntakeID, connection: BrokerConnection, timing: IntakeTiming = IntakeTiming(),
        expectsSession: Bool = false, now: @escaping @Sendable () -> Moment,
        handOver: @escaping @Sendable ([Arrival], ArrivalReceipt?) -> Void,
        report: @escaping @Sendable (PathState) -> Void,
        acknowledged: @escaping @Sendable (ContactID, [UInt8]) -> Void = { _, _ in },
        watched: @escaping @Sendable (WatchedMessage) -> Void = { _ in },
        sessionLost: @escaping @Sendable () -> Void = {}, logger: Logger
    ) throws {
        try Self.check(connection)
        shared = try IntakeShared(
            id: id, connection: connection, timing: timing, expectsSession: expectsSession, now: now,
            outlets: BrokerOutlets(
                handOver: handOver, report: report, acknowledged: acknowledged, watched: watched,
                sessionLost: sessionLost),
            logger: logger)
    }

    /// Starts the thread, which connects by itself and again for ever. A second call does nothing.
    package func start() {
        thread.withLock { thread in
            guard thread == nil else { return }
            thread = BackgroundThread.start(name: "mqtt") { [shared] in
                BrokerLoop(shared).run()
                shared.ended.signal()
            }
        }
    }

    /// Publishes what waits and `stopping`, says goodbye to the broker and ends the thread. It blocks: not for
    /// Swift's own threads.
    ///
    /// - Parameter limit: how long this may take. Messages in hand that are not recorded by then stay with the
    ///   broker.
    /// - Returns: whether the thread has ended. If not, the process may end all the same.
    @discardableResult
    package func stop(within limit: Duration) -> Bool {
        guard let running = thread.withLock({ $0 }) else { return true }
        shared.stopDeadline.withLock { $0 = shared.now().boot + limit }
        shared.wakeUp.signal()
        // The thread itself keeps the limit; a resolver that hangs is the one thing it cannot interrupt.
        let patience = limit + MQTTLimits.stopGrace
        guard let ready = try? waitForInput([shared.ended.descriptor], timeout: patience), ready == [true] else {
            return false
        }
        running.join()
        return true
    }

    /// Publishes from any thread; returns at once.
    ///
    /// While the broker is away only the newest publication of each topic is kept.
    ///
    /// - Returns: false when it was refused: a topic with wildcards, too large, or no room.
    @discardableResult
    package func publish(_ publication: Publication) -> Bool {
        // Safe: Swift passes a C string that lives through the call.
        let isTopic = unsafe mosquitto_pub_topic_check(publication.topic) == MOSQ_ERR_SUCCESS.rawValue
        guard isTopic, !publication.topic.isEmpty, !publication.topic.utf8.contains(0),
            publication.payload.count <= Limits.arrivalBytes
        else {
            shared.count { $0.refusedPublications += 1 }
            return false
        }
        guard shared.publications.append(publication) else { return false }
        shared.wakeUp.signal()
        return true
    }

    /// Publishes a text.
    @discardableResult
    package func publish(
        topic: String, payload: String, qos: Publication.QoS = .atLeastOnce, retain: Bool = false,
        isEssential: Bool = true
    ) -> Bool {
        publish(
            Publication(
                topic: topic, payload: Array(payload.utf8), qos: qos, isRetained: retain, isEssential: isEssential))
    }

    package var counts: IntakeCounts {
        var counts = shared.counts.withLock { $0 }
        counts.droppedPublications = shared.publications.dropped
        return counts
    }

    // MARK: Checking settings

    private static func check(_ connection: BrokerConnection) throws(BrokerIntakeError) {
        let topics = connection.alarmTopics + connection.readingTopics + connection.watchedTopics
        guard topics.count <= MQTTLimits.subscriptions else {
            throw BrokerIntakeError("A broker's settings name at most \(MQTTLimits.subscriptions) topics.")
        }
        let lists = [
            ("alarm", connection.alarmTopics), ("reading", connection.readingTopics),
            ("watched", connection.watchedTopics),
        ]
        for (name, list) in lists {
            for (index, topic) in list.enumerated() where !isFilter(topic) {
                throw BrokerIntakeError("Entry \(index + 1) of the \(name) topics is not an MQTT topic filter.")
            }
        }
        let texts = [
            connection.host, connection.clientID, connection.ownTopic, connection.user ?? "",
            connection.password?.exposed ?? "", connection.tls?.authority ?? "", connection.tls?.certificate ?? "",
            connection.tls?.key ?? "",
        ]
        guard texts.allSatisfy({ !$0.utf8.contains(0) }) else {
            throw BrokerIntakeError("A broker's settings contain a zero byte.")
        }
        guard (1...65_535).contains(connection.port) else {
            throw BrokerIntakeError("The broker's port is 1 to 65535.")
        }
        guard !connection.host.isEmpty, !connection.clientID.isEmpty else {
            throw BrokerIntakeError("A broker needs a host and a client id.")
        }
        // Safe: Swift passes a C string that lives through the call.
        let isTopic = unsafe mosquitto_pub_topic_check(connection.ownTopic) == MOSQ_ERR_SUCCESS.rawValue
        guard isTopic, !connection.ownTopic.isEmpty, !connection.ownTopic.hasSuffix("/") else {
            throw BrokerIntakeError("The gateway's own topic is a plain MQTT topic without a slash at its end.")
        }
        guard connection.password == nil || connection.user != nil else {
            throw BrokerIntakeError("A broker's password needs a user name.")
        }
        guard (connection.tls?.certificate == nil) == (connection.tls?.key == nil) else {
            throw BrokerIntakeError("A client certificate and its key come together.")
        }
        guard connection.canaryInterval >= .seconds(1) else {
            throw BrokerIntakeError("The canary runs at most once a second.")
        }
    }

    private static func isFilter(_ topic: String) -> Bool {
        // Safe: Swift passes a C string that lives through the call.
        let isWellFormed = unsafe mosquitto_sub_topic_check(topic) == MOSQ_ERR_SUCCESS.rawValue
        return isWellFormed && !topic.isEmpty && topic.utf8.count <= MQTTLimits.topicBytes && !topic.utf8.contains(0)
    }
}
