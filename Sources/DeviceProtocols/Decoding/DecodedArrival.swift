package import GatewayCore

/// What an arrival said.
package struct DecodedArrival: Hashable, Sendable {
    package var readings: [Reading] = []
    /// Bridges that said how they stand.
    package var bridges: [BridgeReport] = []
    /// Fields and values that no profile explains.
    package var unmapped = 0
    /// Where the first of them stand, and in whose messages.
    package private(set) var unmappedPlaces: [UnmappedPlace] = []
    /// Whose message is being read.
    var sender: DeviceID?
    /// Times of a device that lie too far back or ahead to be believed; the arrival's time is taken instead.
    package var mistimed = 0
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

    /// Counts what no field explains.
    mutating func leave(_ path: String) {
        unmapped += 1
        name(path)
    }

    /// Counts what no field of a message explains.
    mutating func leave(_ message: JSONMessage) {
        unmapped += message.unmapped
        for path in message.unmappedNames { name(path) }
    }

    /// The paths of members that no profile explains, never their values.
    package var unmappedNames: [String] {
        var names: [String] = []
        for place in unmappedPlaces where !names.contains(place.path) { names.append(place.path) }
        return names
    }

    private mutating func name(_ path: String) {
        guard let sender, unmappedPlaces.count < DecodingLimits.unmappedNames,
            path.utf8.count <= DecodingLimits.nameBytes
        else { return }
        let place = UnmappedPlace(device: sender, path: path)
        if !unmappedPlaces.contains(place) { unmappedPlaces.append(place) }
    }

    mutating func meet(stranger address: String) {
        guard strangers.count < DecodingLimits.strangers, address.utf8.count <= DecodingLimits.addressBytes,
            !strangers.contains(address)
        else { return }
        strangers.append(address)
    }

    /// A member of a device's messages that no field of its profile explains.
    package struct UnmappedPlace: Hashable, Sendable {
        package var device: DeviceID
        /// Never its value, which may be private.
        package var path: String
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
