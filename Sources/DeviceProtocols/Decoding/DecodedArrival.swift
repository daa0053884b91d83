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
    /// Addresses that nobody enrolled, as far as the dialect can tell.
    package var strangers: [String] = []

    package init() {}

    package struct BridgeReport: Hashable, Sendable {
        package var bridge: BridgeID
        package var isOnline: Bool

        package init(bridge: BridgeID, isOnline: Bool) {
            self.bridge = bridge
            self.isOnline = isOnline
        }
    }
}
