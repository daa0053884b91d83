internal import GatewayCore

/// `rules.yaml` of a new home: whatever calls for help is heard, whatever is dangerous is told.
struct RulesFile {
    private(set) var lines = SettingsLines()

    var text: String { lines.text }

    /// What a rule about a danger is called, and what people read.
    private static let hazards: [(capability: Capability, id: String, title: String)] = [
        (.smoke, "smoke", "Smoke"), (.heat, "heat", "Heat"), (.carbonMonoxide, "carbon-monoxide", "Carbon monoxide"),
        (.gas, "gas", "Gas"), (.flood, "leak", "Water"), (.glassBreak, "glass", "Broken glass"),
    ]

    init(_ proposal: Proposal) {
        lines.comment(
            "What is watched for; docs/rules/README.md shows every kind. That each device is still heard from, and its "
                + "battery and case, are watched without a rule.")
        lines.add()
        lines.add("rules:")
        let devices = proposal.devices
        add("help", "help_call", "Help call", devices.filter { $0.tells(.helpCall) }) {
            $0.add("pre_alert: 10s          # the time in which \"I'm OK\" still stops it", indent: 4)
        }
        add("fallen", "fall", "A fall", devices.filter { $0.tells(.fall) })
        for hazard in Self.hazards {
            add(hazard.id, "hazard", hazard.title, devices.filter { $0.hazard == hazard.capability }) {
                if hazard.capability == .flood { $0.add("priority: urgent", indent: 4) }
            }
        }
        addIdeas(devices)
    }

    private mutating func add(
        _ id: String, _ kind: String, _ title: String, _ devices: [ProposedDevice],
        _ more: (inout SettingsLines) -> Void = { _ in }
    ) {
        guard !devices.isEmpty else { return }
        lines.add("\(id):", indent: 2)
        lines.add("kind: \(kind)\ntitle: \(title)\ndevices:", indent: 4)
        for device in devices { lines.add("- \(device.id)", indent: 6) }
        more(&lines)
    }

    private mutating func addIdeas(_ devices: [ProposedDevice]) {
        func names(_ capability: Capability, or example: String) -> String {
            let found = devices.filter { $0.tells(capability) }.prefix(4).map(\.id).joined(separator: ", ")
            return found.isEmpty ? example : found
        }
        if !devices.contains(where: { $0.tells(.helpCall) }) {
            lines.add("# help: {kind: help_call, title: Help call, devices: [pendant], pre_alert: 10s}", indent: 2)
        }
        lines.add(
            """
            # no-morning:
            #   kind: inactivity
            #   title: No sign of getting up
            #   devices: [\(names(.motion, or: "motion-living, motion-bathroom"))]
            #   window: 07:00-11:00
            #   after: 2h30m
            # door-open:
            #   kind: left_open
            #   title: The front door stands open
            #   devices: [\(names(.open, or: "front-door"))]
            #   hold: 10m
            # cold:
            #   kind: threshold
            #   title: It is cold
            #   devices: [\(names(.temperature, or: "climate-bedroom"))]
            #   capability: temperature
            #   below: 15
            #   clears_at: 16.5
            #   hold: 2h
            """, indent: 2)
    }
}
