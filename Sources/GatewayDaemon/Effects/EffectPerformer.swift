package import AlertDelivery
package import GatewayCore
package import LinuxSupport
package import Logging
package import MQTTIntake
internal import Synchronization

/// Performs effects: hands deliveries to their channels, stages to their outputs.
///
/// Called on the engine's thread and never blocks it. Effects that come before the connections stand, as at a
/// restart in the middle of an alarm, are performed in their order once they do: a channel that is not there
/// yet is no failure to tell the person of.
package final class EffectPerformer: Sendable {
    /// What the settings connect; replaced as a whole on reload.
    package struct Connections: Sendable {
        package var channels: [ChannelID: any AlertChannel] = [:]
        package var outputs: [OutputID: Output] = [:]
        package var speech: [OutputID: SpeechOutput] = [:]
        package var brokers: [IntakeID: BrokerIntake] = [:]

        package init() {}
    }

    private let connections = Mutex(Connections())
    /// Those from before the connections stood, oldest first; nil once they are performed.
    private let early = Mutex<[Effect]?>([])
    private let underway = Mutex(0)
    private let inbox: Inbox
    private let clock: SystemClock
    private let logger: Logger

    package init(inbox: Inbox, clock: SystemClock, logger: Logger) {
        self.inbox = inbox
        self.clock = clock
        self.logger = logger
    }

    /// Deliveries whose outcome has not come back.
    package var deliveriesUnderway: Int { underway.withLock { $0 } }

    package func use(_ new: Connections) {
        connections.withLock { $0 = new }
        while let effect = nextEarly() { act(effect) }
    }

    package func perform(_ effect: Effect) {
        let isEarly = early.withLock { early in
            early?.append(effect)
            return early != nil
        }
        if !isEarly { act(effect) }
    }

    /// One that waits; when none does, none will any more.
    private func nextEarly() -> Effect? {
        early.withLock { early in
            guard early?.isEmpty == false else {
                early = nil
                return nil
            }
            return early?.removeFirst()
        }
    }

    private func act(_ effect: Effect) {
        switch effect {
        case .deliver(let order): deliver(order)
        case .withdraw: break  // The attempt under way may end as it likes; its outcome finds no delivery.
        case .announce(let announcement): announce(announcement)
        case .drive(let output, let isOn): drive(output, isOn)
        }
    }

    private func deliver(_ order: DeliveryOrder) {
        let channel = connections.withLock { $0.channels[order.delivery.channel] }
        guard let channel else {
            inbox.post(
                .outcome(order.delivery.id, .failed(reason: "the channel is not running", retryAfter: nil)))
            return
        }
        underway.withLock { $0 += 1 }
        Task(priority: .high) { [inbox, clock] in
            let outcome = await channel.deliver(order, at: clock.now())
            self.underway.withLock { $0 -= 1 }
            inbox.post(.outcome(order.delivery.id, outcome))
        }
    }

    private func announce(_ announcement: Announcement) {
        for id in announcement.outputs {
            let (output, speech) = connections.withLock { ($0.outputs[id], $0.speech[id]) }
            if let speech { speech.speak(announcement.phrase) }
            guard case .mqtt(let mqtt) = output?.connection, let payload = mqtt.stages[announcement.stage] else {
                continue
            }
            publish(payload, mqtt)
        }
    }

    private func drive(_ id: OutputID, _ isOn: Bool) {
        guard case .mqtt(let mqtt) = connections.withLock({ $0.outputs[id] })?.connection,
            let payload = isOn ? mqtt.on : mqtt.off
        else { return }
        publish(payload, mqtt)
    }

    private func publish(_ payload: String, _ output: MQTTOutput) {
        let broker = connections.withLock { $0.brokers[output.intake] }
        guard let broker else {
            logger.error("output has no broker", metadata: [LogKeys.intake: "\(output.intake)"])
            return
        }
        broker.publish(topic: output.topic, payload: payload)
    }
}
