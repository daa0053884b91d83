/// A Zigbee device as its bridge announces it. All of it is what others say: bounded, and to be quoted.
package struct AnnouncedDevice: Hashable, Sendable {
    /// Its name at the bridge, which is a part of its topic.
    package var friendlyName: String
    /// Zigbee2MQTT's name of the model; nil for one that it does not know.
    package var model: String?
    package var vendor: String?
    package var description: String?
    /// What the device itself calls its model.
    package var modelID: String?
    /// The members of its messages.
    package var properties: [String]

    package init(
        friendlyName: String, model: String? = nil, vendor: String? = nil, description: String? = nil,
        modelID: String? = nil, properties: [String] = []
    ) {
        self.friendlyName = friendlyName
        self.model = model
        self.vendor = vendor
        self.description = description
        self.modelID = modelID
        self.properties = properties
    }

    /// "Tuya TS0215A_sos: SOS button".
    var words: String {
        let named = [vendor, model ?? modelID].compactMap(\.self).joined(separator: " ")
        let all = [named.isEmpty ? "a model without a name" : named, description].compactMap(\.self)
        return all.joined(separator: ": ")
    }
}
