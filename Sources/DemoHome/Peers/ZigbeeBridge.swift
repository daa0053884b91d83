/// Speaks as Zigbee2MQTT does, for the flat's devices.
package final class ZigbeeBridge: Sendable {
    private let broker: Broker
    private let log: SightingLog

    init(_ broker: Broker, log: SightingLog) {
        self.broker = broker
        self.log = log
    }

    /// The retained state of the bridge itself.
    package func setOnline(_ isOnline: Bool) async throws {
        let word = isOnline ? "online" : "offline"
        try await broker.publish("zigbee2mqtt/bridge/state", #"{"state":"\#(word)"}"#, isRetained: true)
    }

    /// What one device says.
    package func publish(_ device: String, _ payload: String, isRetained: Bool = false) async throws {
        try await broker.publish("zigbee2mqtt/\(device)", payload, isRetained: isRetained)
    }

    /// One press of the TS0215A pendant: three messages (zigbee-herdsman-converters issue 2797).
    package func pressPendant() async throws {
        log.add(.deed("Margaret presses her pendant."))
        try await publish("pendant", #"{"action":"emergency","battery":null,"linkquality":90}"#)
        try await publish("pendant", #"{"action":"","battery":null,"linkquality":90}"#)
        try await publish("pendant/action", "emergency")
    }

    /// A call button whose every press is a call, without a pre-alert in the example.
    package func pullCord() async throws {
        log.add(.deed("The bathroom cord is pulled."))
        try await publish("cord", #"{"action":"single","battery":93,"linkquality":61}"#)
    }

    package func setSmoke(_ isSmoky: Bool) async throws {
        log.add(.deed(isSmoky ? "There is smoke in the hall." : "The smoke in the hall has gone."))
        try await publish("smoke-hall", Self.smoke(isSmoky))
    }

    package func setDoor(isOpen: Bool) async throws {
        log.add(.deed(isOpen ? "The front door opens." : "The front door closes."))
        try await publish("front-door", Self.door(isOpen))
    }

    package func move(in room: String = "living") async throws {
        log.add(.deed("Somebody moves in the \(room) room."))
        try await publish("motion-\(room)", #"{"battery":98,"linkquality":141,"occupancy":true}"#)
    }

    /// What the bridge re-sends when it starts (`cache_state_send_on_startup`): the merged state of each
    /// device, without `action` and without the retain flag, although nothing happened.
    package func resendCachedState(smoke: Bool = false, doorOpen: Bool = false) async throws {
        try await publish("pendant", #"{"battery":null,"linkquality":90}"#)
        try await publish("smoke-hall", Self.smoke(smoke))
        try await publish("front-door", Self.door(doorOpen))
        try await publish("motion-living", #"{"battery":98,"linkquality":141,"occupancy":false}"#)
        try await publish("climate-bedroom", #"{"battery":88,"humidity":48.1,"linkquality":77,"temperature":20.4}"#)
    }

    private static func smoke(_ isSmoky: Bool) -> String {
        #"{"battery":100,"battery_low":false,"linkquality":87,"smoke":\#(isSmoky),"tamper":false}"#
    }

    /// Zigbee2MQTT's `contact` is true while closed.
    private static func door(_ isOpen: Bool) -> String {
        #"{"battery":91,"contact":\#(!isOpen),"linkquality":120}"#
    }
}
