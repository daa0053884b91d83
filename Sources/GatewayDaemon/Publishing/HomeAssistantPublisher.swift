internal import AlarmProtocols
package import GatewayCore
package import LinuxSupport
package import Logging
package import MQTTIntake
internal import Synchronization

/// Shows the home to Home Assistant over one of the brokers, and takes what its buttons ask for.
///
/// Called on the engine's thread and on the broker's, and never blocks either. It is nothing that an alarm depends
/// on: what it publishes gives way to everything else.
package final class HomeAssistantPublisher: Sendable {
    private struct State {
        var link: HomeAssistantLink?
        var broker: BrokerIntake?
    }

    private let state = Mutex(State())
    private let inbox: Inbox
    private let clock: SystemClock
    private let logger: Logger

    package init(inbox: Inbox, clock: SystemClock, logger: Logger) {
        self.inbox = inbox
        self.clock = clock
        self.logger = logger
    }

    /// Takes other settings. What was shown by the old ones is taken back where they differ.
    ///
    /// - Parameter brokers: those that run now; of a connection that was made anew the earlier one is gone.
    package func use(_ connection: HomeAssistantConnection?, over brokers: [IntakeID: BrokerIntake]) {
        let broker = connection.flatMap { brokers[$0.intake] }
        let isNew = state.withLock { state in
            let isSame = state.link?.connection == connection
            if !isSame {
                if let old = state.link { Self.publish(old.farewell(), over: brokers[old.connection.intake]) }
                state.link = connection.map { HomeAssistantLink($0, version: GatewayVersion.text) }
            }
            let isMoved = state.broker !== broker
            state.broker = broker
            if isSame, isMoved { Self.publish(state.link?.again() ?? [], over: broker) }
            return !isSame && connection != nil
        }
        // The engine tells how the home stands when it has something to tell; the first time it is asked.
        if isNew { inbox.post(.look { [weak self] engine, _, _ in self?.show(engine) }) }
    }

    /// Shows what has changed. Costs nothing while there is nobody to show it to.
    package func show(_ engine: Engine) {
        state.withLock { state in
            guard let shares = state.link?.connection.shares else { return }
            let messages = state.link?.show(SharingGate.standing(of: engine, shares: shares)) ?? []
            Self.publish(messages, over: state.broker)
        }
    }

    /// The broker is there again: what it keeps may be of another time.
    func connected(_ id: IntakeID) {
        state.withLock { state in
            guard state.link?.connection.intake == id else { return }
            Self.publish(state.link?.again() ?? [], over: state.broker)
        }
    }

    func hear(_ message: WatchedMessage, over id: IntakeID) {
        let now = clock.now().boot
        let (heard, taken) = state.withLock { state -> (HomeAssistantLink.Heard, Taken?) in
            guard let connection = state.link?.connection, connection.intake == id else { return (.nothing, nil) }
            let heard =
                state.link?.hear(
                    message.topic, message.payload, isRetained: message.isRetained, isFresh: message.isFresh, at: now)
                ?? .nothing
            if case .publish(let messages) = heard { Self.publish(messages, over: state.broker) }
            return (heard, Taken(alert: state.link?.standing?.nextToTake, contact: connection.acknowledgesAs))
        }
        switch heard {
        case .command(let command): perform(command, taken)
        case .refused(let reason):
            logger.warning("command of Home Assistant refused", metadata: [LogKeys.reason: "\(reason)"])
        case .publish, .nothing: break
        }
    }

    /// What was taken and refused since the settings were read; nil where nothing is shown.
    package var counts: StatusReport.HomeAssistant? {
        state.withLock { state in
            state.link.map { StatusReport.HomeAssistant(commands: $0.commands, refused: $0.refused) }
        }
    }

    /// What an acknowledgement would take, and for whom.
    private struct Taken {
        var alert: AlertID?
        var contact: ContactID?
    }

    private func perform(_ command: HomeAssistantCommand, _ taken: Taken?) {
        logger.notice("command of Home Assistant", metadata: [LogKeys.reason: "\(command.rawValue)"])
        switch command {
        case .cancel: inbox.post(.cancel(source: "Home Assistant"))
        case .okay: inbox.post(.okay(source: "Home Assistant"))
        case .acknowledge:
            guard let alert = taken?.alert, let contact = taken?.contact else { return }
            inbox.post(.acknowledge(alert, by: contact, way: .mqtt))
        }
    }

    private static func publish(_ messages: [HomeAssistantMessage], over broker: BrokerIntake?) {
        guard let broker else { return }
        for message in messages {
            broker.publish(
                Publication(topic: message.topic, payload: message.payload, isRetained: true, isEssential: false))
        }
    }
}
