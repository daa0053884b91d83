package import GatewayCore

/// How the arrivals of one intake are to be read.
package struct IntakeFormat: Hashable, Sendable {
    package enum Form: Hashable, Sendable {
        /// Topics and payloads; each bridge with where it says how it stands.
        case mqtt(bridges: [BridgeTopic])
        /// A byte stream.
        case serial(SerialConnection.SerialProtocol)
    }

    package struct BridgeTopic: Hashable, Sendable {
        package var bridge: BridgeID
        /// "zigbee2mqtt"
        package var baseTopic: String
        package var dialect: Dialect
        /// Nil for the dialect's own.
        package var stateTopic: String?

        package init(
            bridge: BridgeID, baseTopic: String, dialect: Dialect = .zigbee2mqtt, stateTopic: String? = nil
        ) {
            self.bridge = bridge
            self.baseTopic = baseTopic
            self.dialect = dialect
            self.stateTopic = stateTopic
        }

        /// Where it says that it is there; nil where nothing does.
        package var whereItStands: String? { stateTopic ?? dialect.bridgeStateTopic(base: baseTopic) }
    }

    package var intake: IntakeID
    package var form: Form

    package init(intake: IntakeID, form: Form) {
        self.intake = intake
        self.form = form
    }
}
