package import AlertDelivery
package import GatewayCore
package import LinuxSupport
package import Logging
package import MQTTIntake
package import SerialIntake
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
        package var ports: [IntakeID: SerialIntake] = [:]

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
            switch output?.connection {
            case .mqtt(let mqtt): publish(mqtt.stages[announcement.stage], mqtt)
            case .serial(let serial): write(serial.stages[announcement.stage] ?? [], serial, id)
            case .speech, nil: continue
            }
        }
    }

    private func drive(_ id: OutputID, _ isOn: Bool) {
        switch connections.withLock({ $0.outputs[id] })?.connection {
        case .mqtt(let mqtt): publish(isOn ? mqtt.on : mqtt.off, mqtt)
        case .serial(let serial): write(isOn ? serial.on : serial.off, serial, id)
        case .speech, nil: return
        }
    }

    /// A port keeps nothing for later: what it does not take is told at once.
    private func write(_ bytes: [UInt8], _ output: SerialOutput, _ id: OutputID) {
        guard !bytes.isEmpty else { return }
        let isTaken = connections.withLock { $0.ports[output.intake] }?.write(bytes) ?? false
        if !isTaken {
            inbox.post(.path(.output(id), .down(reason: "its serial port took nothing when it was to be told")))
        } else if output.confirmation == nil {
            inbox.post(.path(.output(id), .up))
        }
    }

    private func publish(_ payload: String?, _ output: MQTTOutput) {
        guard let payload else { return }
        let broker = connections.withLock { $0.brokers[output.intake] }
        guard let broker else {
            logger.error("output has no broker", metadata: [LogKeys.intake: "\(output.intake)"])
            return
        }
        broker.publish(topic: output.topic, payload: payload)
    }
}
