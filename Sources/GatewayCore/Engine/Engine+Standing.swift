extension Engine {
    /// The rules that run, in their order: those of the settings, and those that devices have unasked.
    package var ruleNames: [RuleID] { rules.map(\.common.id) }

    /// The rules that watch something of a device.
    package func rules(watching device: DeviceID) -> [RuleID] {
        rules.filter { $0.watches(device) }.map(\.common.id)
    }

    /// How a rule stands now; nil where there is none of that name. It changes nothing.
    package func standing(of id: RuleID) -> RuleStanding? {
        guard let rule = rules.first(where: { $0.common.id == id }) else { return nil }
        let (common, context) = (rule.common, context)
        let counts = [.own, .required].contains(rule.kind.windowUse) ? common.window : nil
        return RuleStanding(
            rule: id, title: common.title, kind: rule.kind.name, summary: rule.kind.summary,
            meaning: rule.kind.blindness, priority: common.priority,
            isOnTrial: common.isShadow && common.priority != .emergency, watched: rule.watched.map { watched($0) },
            conditions: rule.conditions(context), deadline: rule.deadline(context).map { now.wall(of: $0) },
            waits: rule.reasons(context, mutedBy: causesMuting(common)), withheld: rule.withheld.map(Self.withheld),
            counts: counts, isCounting: counts.map { context.isWithin($0) } ?? .yes,
            blindness: blindness(of: rule), alerts: alerts.filter { ruleID(of: $0.cause) == id }.map(Self.known))
    }

    private func watched(_ watched: WatchedCapability) -> RuleStanding.Watched {
        let newest = devices[watched.device]?[watched.capability]
        return RuleStanding.Watched(
            device: watched.device, name: deviceName(watched.device), capability: watched.capability,
            value: newest?.value, told: newest?.moment.wall, isUnseen: isUnseen(watched.device))
    }

    private func blindness(of rule: any RunningRule) -> [String] {
        guard rule.kind.sight != .none else { return [] }
        return blindness.filter { blind in blind.devices.contains { rule.watches($0) } }.map(\.cause.source.name)
    }

    private static func withheld(_ finding: Finding) -> RuleStanding.Withheld {
        RuleStanding.Withheld(kind: finding.kind, device: finding.device, since: finding.happened)
    }

    private static func known(_ alert: Alert) -> RuleStanding.KnownAlert {
        RuleStanding.KnownAlert(
            alert: alert.id, kind: alert.kind, state: alert.state.name, isOpen: alert.isOpen,
            isOnTrial: alert.isShadow, happened: alert.happened)
    }
}

extension Blindness.Cause.Source {
    /// "bridge zigbee", "device front-door".
    package var name: String {
        switch self {
        case .path(let path): path.name
        case .silence(let device): "device \(device)"
        }
    }
}
