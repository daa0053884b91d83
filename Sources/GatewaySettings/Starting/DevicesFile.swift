internal import DeviceProtocols
internal import GatewayCore

/// `devices.yaml` of a new home: what was announced, with the profiles that fit.
struct DevicesFile {
    private(set) var lines = SettingsLines()

    var text: String { lines.text }

    init(_ proposal: Proposal) {
        lines.comment(
            "A device names its profile (a file of devices/, see devices/README.md) and how it is known. Zigbee "
                + "devices are known by their friendly name in Zigbee2MQTT. Give each its room or resident, and press "
                + "each once to see that it is heard.")
        lines.add()
        lines.add("devices:")
        for device in proposal.devices { add(device) }
        for device in proposal.unknown { addUnknown(device) }
        if proposal.devices.isEmpty { addExample() }
    }

    private mutating func add(_ device: ProposedDevice) {
        lines.comment(QuotedText.comment(device.announced.words), indent: 2)
        if case .property(let property) = device.choice.ground {
            lines.comment(
                "No profile names this model; this one is for every maker's device that tells "
                    + "`\(QuotedText.comment(property))`. Try it out.", indent: 2)
        }
        lines.add("\(device.id):", indent: 2)
        lines.add("name", device.name, indent: 4)
        lines.add("profile: \(device.choice.profile.id)", indent: 4)
        if device.id != device.announced.friendlyName {
            lines.add("friendly_name", device.announced.friendlyName, indent: 4)
        }
        if let bridge = device.bridge { lines.add("bridge: \(bridge)", indent: 4) }
        let place = device.tells(.helpCall) ? "resident: margaret    # or its `room`, for a cord" : "room: hall"
        if let room = device.room {
            lines.add("room: \(room)", indent: 4)
        } else {
            lines.add("# \(place)", indent: 4)
        }
        if device.tells(.open) { lines.add("# entrance: true      # if people leave and come back by it", indent: 4) }
    }

    private mutating func addUnknown(_ device: AnnouncedDevice) {
        let name = QuotedText.comment(device.friendlyName)
        lines.comment("No profile yet for `\(name)`: \(QuotedText.comment(device.words)).", indent: 2)
        let told = device.properties.prefix(12).map { QuotedText.comment($0) }.joined(separator: ", ")
        if !told.isEmpty { lines.comment("It tells \(told).", indent: 2) }
    }

    private mutating func addExample() {
        lines.add(
            """
            # pendant:
            #   name: Margaret's pendant
            #   profile: tuya-ts0215a-sos
            #   resident: margaret
            # radio-pendant:
            #   name: the spare pendant
            #   profile: rfxtrx-security-panic
            #   address: "20:02:c0ffee"   # packet type, subtype, identity
            """, indent: 2)
    }
}
