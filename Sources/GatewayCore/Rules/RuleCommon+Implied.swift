extension RuleCommon {
    /// What a rule has that a device has without asking: "battery/door".
    init(impliedFor device: Device, _ prefix: String, title: String) {
        self.init(
            id: RuleID("\(prefix)/\(device.id)"), title: title, priority: .fault, fingerprint: Self.implied)
    }

    private static let implied = "implied"

    /// Nobody asked for it: that it is blind goes without saying where its device is known to be silent.
    var isImplied: Bool { fingerprint == Self.implied }
}
