internal import GatewayCore

/// What the oracle must know of a home of settings to hold the gateway to its promises there.
struct GivenHome: Sendable {
    /// Whose presses call for help in all of the settings.
    private let calls: Set<WatchedCapability>
    /// Alerts of these priorities have a ladder, and those of rules that name one of their own.
    private let priorities: Set<Priority>
    private let rules: Set<RuleID>
    /// How long a path may be down before that is a fault.
    let faultAfter: Duration
    private let devices: [Device]

    init(_ plans: [Plan]) {
        let calls = plans.map { Set($0.rules.filter { $0.common.priority == .emergency }.flatMap { Self.calls($0) }) }
        self.calls = calls.dropFirst().reduce(calls.first ?? []) { $0.intersection($1) }
        let priorities = plans.map { Set($0.escalationByPriority.map(\.key)) }
        self.priorities = priorities.dropFirst().reduce(priorities.first ?? []) { $0.intersection($1) }
        let ladders = plans.map { Set($0.rules.map(\.common).filter { $0.escalation != nil }.map(\.id)) }
        rules = ladders.dropFirst().reduce(ladders.first ?? []) { $0.intersection($1) }
        devices = plans.flatMap(\.home.devices)
        faultAfter = plans.map(\.faultAfter).min() ?? .zero
    }

    private static func calls(_ rule: any Rule) -> [WatchedCapability] {
        let kind = type(of: rule).kind.name
        guard kind == HelpCallRule.kind.name || kind == FallRule.kind.name else { return [] }
        return rule.watched.filter { $0.capability.calls != nil }
    }

    /// The supervised devices that a path brings.
    func supervised(behind path: Path) -> [DeviceID] {
        devices.filter { device in
            device.supervision.silentAfter != nil
                && (path == .intake(device.intake) || device.bridge.map { path == .bridge($0) } ?? false)
        }.map(\.id)
    }

    func isCall(_ device: DeviceID, _ capability: Capability) -> Bool {
        calls.contains(WatchedCapability(device, capability))
    }

    /// Whether the settings name somebody to tell of it.
    func hasLadder(_ cause: Cause, _ priority: Priority) -> Bool {
        if case .rule(let rule, _, _) = cause, rules.contains(rule) { return true }
        return priorities.contains(priority)
    }
}
