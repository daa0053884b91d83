package import GatewayCore

/// A device of this home: which profile, and by what its arrivals are known.
package struct EnrolledDevice: Hashable, Sendable {
    package enum Address: Hashable, Sendable {
        /// The device's own MQTT topic: "zigbee2mqtt/hall/pendant".
        case topic(String)
        /// The topic on which many devices publish, and what a message of this one says of itself, in the
        /// order of the profile's `identity`: "rtl_433/attic/events", ["Cavius-Door", "dc3ce3126533"].
        case message(topic: String, identity: [String])
        /// An identity on a serial port, lower case: packet type, subtype and id in hexadecimal, "20:02:d3dc54"
        /// (RFXtrx), node and child, "12" or "12:1" (MySensors), "newkaku:cac142:1" (RFLink); the others as
        /// their streams say.
        case frame(String)
        /// The value of the member "device" of its JSON lines.
        case line(String)
    }

    /// A topic to hear.
    package struct Subscription: Hashable, Sendable {
        package var topic: String
        /// What comes there can raise an emergency.
        package var isAlarmClass: Bool
    }

    package var id: DeviceID
    package var intake: IntakeID
    package var bridge: BridgeID?
    package var address: Address
    package var profile: DeviceProfile
    /// What its Zigbee2MQTT publishes.
    package var output: BridgeOutput

    package init(
        id: DeviceID, intake: IntakeID, bridge: BridgeID? = nil, address: Address, profile: DeviceProfile,
        output: BridgeOutput = .json
    ) {
        self.id = id
        self.intake = intake
        self.bridge = bridge
        self.address = address
        self.profile = profile
        self.output = output
    }

    /// The topics on which it is heard, its availability last.
    package var subscriptions: [Subscription] {
        let base: String
        switch address {
        case .message(let topic, _):
            let isAlarmClass = profile.capabilities.contains(where: \.isAlarmClass)
            return [Subscription(topic: topic, isAlarmClass: isAlarmClass)]
        case .topic(let topic): base = topic
        case .frame, .line: return []
        }
        var found = ProfilePlan(profile, output: output).topics.filter { !$0.isRepeating }.map { topic in
            Subscription(
                topic: profile.dialect.topic(topic.topic, of: base),
                isAlarmClass: topic.plan.capabilities.contains(where: \.isAlarmClass))
        }
        if let availability = profile.dialect.availabilityTopic, !profile.sleeps {
            found.append(Subscription(topic: profile.dialect.topic(availability, of: base), isAlarmClass: false))
        }
        return found
    }
}

extension FieldPlan {
    /// What its fields tell.
    var capabilities: [Capability] {
        slots.flatMap(\.fields).map(\.capability) + lists.flatMap(\.capabilities)
    }
}
