internal import GatewayCore
internal import LinuxSupport
internal import Synchronization

/// What the MQTT thread of one broker runs. Everything in it belongs to that thread.
final class BrokerLoop {
    private let shared: IntakeShared
    private let alarm: Session
    private let readings: Session
    private var told: PathState?
    private var toldReasons: Set<String> = []

    init(_ shared: IntakeShared) {
        self.shared = shared
        let alarm = Session(.alarm, shared)
        let alarmFilters = TopicFilterSet(shared.connection.alarmTopics)
        self.alarm = alarm
        readings = Session(.readings, shared)
        // A press that a broad reading topic covers too comes once: by the session that acknowledges it after
        // the record. While the broker does not have that subscription, better this way than not at all.
        readings.isOwnedElsewhere = { topic in alarm.isGranted && alarmFilters.matches(topic) }
    }

    func run() {
        while true {
            let now = shared.now().boot
            alarm.tick(at: now, mayConnect: true)
            readings.tick(at: now, mayConnect: mayConnectReadings)
            publish(at: now)
            alarm.flush(at: now)
            readings.flush(at: now)
            report()
            if hasStopped(at: now) { return }
            wait()
        }
    }

    /// The alarm session goes first, so that at a start the readings session knows which topics are its own.
    private var mayConnectReadings: Bool { alarm.isSubscribed || alarm.loss != nil }

    // MARK: Waiting

    private func wait() {
        let deadline = nextDeadline()
        let timeout = deadline.map { max(.zero, $0 - shared.now().boot) }
        var waits: [(descriptor: Int32, interest: Readiness)] = [(shared.wakeUp.descriptor, .input)]
        let alarmWait = alarm.interest()
        let readingsWait = readings.interest()
        if let alarmWait { waits.append(alarmWait) }
        if let readingsWait { waits.append(readingsWait) }
        do {
            var answers = try Poll.wait(waits, timeout: timeout)[...]
            if let woken = answers.popFirst(), !woken.isEmpty { shared.wakeUp.drain() }
            let moment = shared.now()
            if alarmWait != nil, let ready = answers.popFirst() { alarm.handle(ready, at: moment) }
            if readingsWait != nil, let ready = answers.popFirst() { readings.handle(ready, at: moment) }
        } catch {
            // Only a lack of kernel memory gets here; the sockets' state is unknown, so begin again.
            let now = shared.now().boot
            alarm.lose("\(error)", at: now)
            readings.lose("\(error)", at: now)
        }
    }

    private func nextDeadline() -> BootTime? {
        let deadlines = [
            alarm.nextDeadline(mayConnect: true), readings.nextDeadline(mayConnect: mayConnectReadings),
            shared.stopDeadline.withLock { $0 },
        ]
        return deadlines.compactMap(\.self).min()
    }

    // MARK: Publishing

    /// The session publications take: not the one that is silent between a batch and its record, if possible.
    private var publisher: Session? {
        if readings.isSubscribed { return readings }
        return alarm.isSubscribed ? alarm : nil
    }

    private func publish(at now: BootTime) {
        guard let publisher else { return shared.publications.keepNewestOfEachTopic() }
        let room = MQTTLimits.unacknowledgedPublications - publisher.unacknowledged.count
        guard room > 0 else { return }
        for publication in shared.publications.take(room) { publisher.send(publication, at: now) }
    }

    // MARK: Reporting

    /// Tells how the path stands, each change once; of one outage a few different reasons.
    private func report() {
        let state: PathState
        if alarm.isProven, readings.isProven {
            state = .up
        } else if let reason = alarm.loss {
            state = .down(reason: reason)
        } else if let reason = readings.loss {
            state = .down(reason: "readings session: \(reason)")
        } else {
            return
        }
        guard state != told else { return }
        switch state {
        case .up:
            toldReasons = []
        case .down(let reason):
            guard toldReasons.count < MQTTLimits.reasonsPerOutage, toldReasons.insert(reason).inserted else { return }
        }
        told = state
        shared.outlets.report(state)
    }

    // MARK: Stopping

    private func hasStopped(at now: BootTime) -> Bool {
        guard let deadline = shared.stopDeadline.withLock({ $0 }) else { return false }
        let isLast = now >= deadline
        if shared.publications.isEmpty || publisher == nil || isLast {
            readings.end(at: now, isLast: isLast)
            alarm.end(at: now, isLast: isLast)
        }
        return alarm.hasEnded && readings.hasEnded
    }
}
