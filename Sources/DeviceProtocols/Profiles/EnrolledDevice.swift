package import GatewayCore

/// A device of this home: which profile, and by what its arrivals are known.
package struct EnrolledDevice: Hashable, Sendable {
    package enum Address: Hashable, Sendable {
        /// The device's own MQTT topic: "zigbee2mqtt/hall/pendant".
        case topic(String)
        /// An identity on a serial port, lower case: packet type, subtype and id in hexadecimal, "20:02:d3dc54"
        /// (RFXtrx), node and child, "12" or "12:1" (MySensors), "newkaku:cac142:1" (RFLink); the others as
        /// their streams say.
        case frame(String)
        /// The value of the member "device" of its JSON lines.
        case line(String)
    }

    package var id: DeviceID
    package var intake: IntakeID
    package var bridge: BridgeID?
    package var address: Address
    package var profile: DeviceProfile

    package init(
        id: DeviceID, intake: IntakeID, bridge: BridgeID? = nil, address: Address, profile: DeviceProfile
    ) {
        self.id = id
        self.intake = intake
        self.bridge = bridge
        self.address = address
        self.profile = profile
    }
}
