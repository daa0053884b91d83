/// A fall detector says that its wearer fell.
package struct FallRule: Rule {
    package static let kind = RuleKind(
        name: "fall",
        summary: "A fall detector says that its wearer fell.",
        fields: [
            RuleField(
                "devices", .devices(anyOf: [.fall]), isRequired: true,
                "The fall detectors: worn ones, and sensors that watch a room.")
        ],
        defaultPriority: .emergency,
        // Detectors mistake sitting down hard for a fall: the wearer needs time to say so.
        defaultPreAlert: .seconds(30),
        defaultReminder: .seconds(10),
        windowUse: .none,
        blindness: "a fall is not noticed"
    )

    package let common: RuleCommon
    private let devices: [Device]

    package init(common: RuleCommon, values: RuleValues) {
        self.common = common
        devices = values.devices("devices")
    }

    package var watched: [WatchedCapability] {
        devices.flatMap { device in
            watchedCapabilities(of: device).map { WatchedCapability(device.id, $0) }
        }
    }

    /// The test of a pendant that also calls for help is heard as that of its button: one test, one alert.
    private func watchedCapabilities(of device: Device) -> [Capability] {
        let calls = device.capabilities.contains(.helpCall)
        let wanted: [Capability] = calls ? [.fall, .cancel] : [.fall, .cancel, .testPress]
        return wanted.filter { device.capabilities.contains($0) }
    }

    package func begin() -> Memoryless { Memoryless() }

    package func observe(_ observation: Observation, _ state: inout Memoryless, _ context: RuleContext) -> [Finding] {
        Finding.call(.fall, in: observation)
    }

    package func deadline(_ state: Memoryless, _ context: RuleContext) -> BootTime? { nil }
}
