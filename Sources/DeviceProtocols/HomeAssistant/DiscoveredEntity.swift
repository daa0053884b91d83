/// One thing that a discovery message of Home Assistant announces. All of it is what others say: it proposes what
/// may be enrolled, and never wires anything.
package struct DiscoveredEntity: Hashable, Sendable {
    package struct Availability: Hashable, Sendable {
        package var topic: String
        package var online: String
        package var offline: String
    }

    /// "binary_sensor", "device_automation".
    package var component: String
    /// The topic's object id, or the name of the component within a device's message.
    package var object: String
    package var uniqueID: String?
    package var name: String?
    /// The first of the device's identifiers, or its connections' first address.
    package var device: String?
    package var deviceName: String?
    package var maker: String?
    package var model: String?
    package var deviceClass: String?
    package var unit: String?
    package var stateTopic: String?
    /// How the value is found in the state's payload; nil where the template is more than a path.
    package var template: ValueTemplate?
    package var payloadOn = "ON"
    package var payloadOff = "OFF"
    package var eventTypes: [String] = []
    package var availabilities: [Availability] = []
    /// Of a device trigger.
    package var trigger: Trigger?

    package struct Trigger: Hashable, Sendable {
        package var type: String
        package var subtype: String
        /// Any payload where there is none.
        package var payload: String?
    }

    /// What stands in `discovery.<kind>`.
    package var label: String {
        if let trigger { return trigger.type + "/" + trigger.subtype }
        return deviceClass ?? name ?? object
    }

    /// The topics on which it speaks.
    var topics: [String] {
        var seen: Set<String> = []
        return ([stateTopic].compactMap(\.self) + availabilities.map(\.topic)).filter { seen.insert($0).inserted }
    }
}
