package import GatewayCore

/// What an arrival said.
package struct DecodedArrival: Hashable, Sendable {
    package var readings: [Reading] = []
    /// Bridges that said how they stand.
    package var bridges: [BridgeReport] = []
    /// Fields and values that no profile explains.
    package var unmapped = 0
    /// Frames or messages that are not what their dialect allows, each with one sentence.
    package var undecodable: [String] = []
    /// How many frames or messages are undecodable; `undecodable` names the first of them.
    package var undecodableCount = 0
    /// Values outside what their capability can be at all; they are taken by nobody.
    package var refused = 0
    /// Events in copies of what was already heard, retained or sent again; they are not counted twice.
    package var copies = 0
    /// Addresses that nobody enrolled, as far as the dialect can tell.
    package var strangers: [String] = []
    /// Radio interfaces that told what they are.
    package var interfaces: [SerialInterface] = []

    package init() {}

    mutating func refuse(_ sentence: String) {
        undecodableCount += 1
        if undecodable.count < DecodingLimits.sentences { undecodable.append(sentence) }
    }

    mutating func meet(stranger address: String) {
        guard strangers.count < DecodingLimits.strangers, address.utf8.count <= DecodingLimits.addressBytes,
            !strangers.contains(address)
        else { return }
        strangers.append(address)
    }

    package struct BridgeReport: Hashable, Sendable {
        package var bridge: BridgeID
        package var isOnline: Bool

        package init(bridge: BridgeID, isOnline: Bool) {
            self.bridge = bridge
            self.isOnline = isOnline
        }
    }
}
