extension Engine {
    /// The rules that the home's devices have unasked: that they are heard, that their batteries last, that
    /// nobody opens them. What the settings say of a device takes the place of its implied rule, except for
    /// its supervision, and for rules on trial, which tell nobody.
    static func impliedRules(of devices: [Device], beside planned: [any Rule]) -> [any RunningRule] {
        let charged = watchedDevices(of: planned, kind: BatteryRule.kind.name)
        let guarded = watchedDevices(of: planned, kind: TamperRule.kind.name)
        return devices.flatMap { device in
            var implied: [any RunningRule] = []
            if device.supervision != .none { implied.append(RuleRunner(SilenceRule(supervising: device))) }
            if BatteryRule.canWatch(device), !charged.contains(device.id) {
                implied.append(RuleRunner(BatteryRule(watching: device)))
            }
            if device.capabilities.contains(.tamper), !guarded.contains(device.id) {
                implied.append(RuleRunner(TamperRule(watching: device)))
            }
            return implied
        }
    }

    private static func watchedDevices(of rules: [any Rule], kind: String) -> Set<DeviceID> {
        func name<R: Rule>(_ rule: R) -> String { R.kind.name }
        return Set(rules.filter { name($0) == kind && !$0.common.isShadow }.flatMap { $0.watched.map(\.device) })
    }
}
