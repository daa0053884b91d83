package import GatewayCore

/// How the arrivals of one intake are to be read.
package struct IntakeFormat: Hashable, Sendable {
    package enum Form: Hashable, Sendable {
        /// Topics and payloads; each bridge with its base topic ("zigbee2mqtt").
        case mqtt(bridges: [BridgeTopic])
        /// A byte stream.
        case serial(SerialConnection.SerialProtocol)
    }

    package struct BridgeTopic: Hashable, Sendable {
        package var bridge: BridgeID
        package var baseTopic: String

        package init(bridge: BridgeID, baseTopic: String) {
            self.bridge = bridge
            self.baseTopic = baseTopic
        }
    }

    package var intake: IntakeID
    package var form: Form

    package init(intake: IntakeID, form: Form) {
        self.intake = intake
        self.form = form
    }
}
