package import GatewayCore

/// What was found around a home that is being set up.
package struct Surroundings: Hashable, Sendable {
    /// Zigbee2MQTT behind the broker.
    package struct Bridge: Hashable, Sendable {
        package var baseTopic: String
        /// Nil when the broker keeps no list of its devices, or none that can be read.
        package var announcement: BridgeAnnouncement?

        package init(baseTopic: String, announcement: BridgeAnnouncement?) {
            self.baseTopic = baseTopic
            self.announcement = announcement
        }
    }

    /// A serial port. Its texts are what the device says of itself.
    package struct Port: Hashable, Sendable {
        package var node: String
        package var serial: String?
        package var path: String?
        package var texts: [String]
        /// Why it is not to be opened, as one that belongs to a Zigbee program; nil when it may be.
        package var refusal: String?
        /// What its device answered to, where somebody asked it.
        package var answered: SerialConnection.SerialProtocol?

        package init(
            node: String, serial: String? = nil, path: String? = nil, texts: [String] = [], refusal: String? = nil
        ) {
            self.node = node
            self.serial = serial
            self.path = path
            self.texts = texts
            self.refusal = refusal
        }

        /// What it speaks, as far as is known: RFXCOM's receivers say who they are; of no other stick that the
        /// gateway speaks with is it known before it has answered.
        var serialProtocol: SerialConnection.SerialProtocol? {
            guard refusal == nil, answered == nil else { return answered }
            let words = (texts + [serial ?? ""]).map { $0.lowercased() }
            return words.contains { $0.contains("rfxcom") || $0.contains("rfxtrx") } ? .rfxtrx : nil
        }
    }

    /// In order of their base topics.
    package var bridges: [Bridge]
    /// Why the broker could not be looked at, as the end of a sentence; nil when it could, or was not to be.
    package var brokerTrouble: String?
    package var ports: [Port]

    package init(bridges: [Bridge] = [], brokerTrouble: String? = nil, ports: [Port] = []) {
        self.bridges = bridges
        self.brokerTrouble = brokerTrouble
        self.ports = ports
    }
}
