/// Why nothing of what a rule finds is told at the moment.
package enum WaitReason: Hashable, Codable, Sendable {
    /// It is meant for other modes than the one that is.
    case mode(HomeMode, applies: [HomeMode])
    /// It is not its part of the day.
    case window(DayWindow)
    /// The clock is not set, so nobody knows whether it is its part of the day.
    case clock(DayWindow)
    /// What causes it is being told already.
    case muted(by: [RuleID])

    /// As it stands in a sentence: "it is meant for the modes night and away, and the mode is home".
    package var words: String {
        switch self {
        case .mode(let mode, let modes):
            let names = modes.map(\.rawValue).inSentence
            return "it is meant for the mode\(modes.count == 1 ? "" : "s") \(names), and the mode is \(mode.rawValue)"
        case .window(let window): return "it applies at \(window.clock) only"
        case .clock(let window): return "it applies at \(window.clock) only, and the clock is not set"
        case .muted(let causes): return "it is muted by \(causes.map(\.name).inSentence)"
        }
    }
}

extension RuleGate {
    /// Why findings that come now would be kept back; empty where they pass.
    ///
    /// - Parameter causes: what mutes the rule now.
    func reasons(_ context: RuleContext, mutedBy causes: [RuleID]) -> [WaitReason] {
        if common.priority == .emergency { return [] }
        var reasons: [WaitReason] = []
        if !common.modes.isEmpty, !common.modes.contains(context.mode) {
            reasons.append(.mode(context.mode, applies: common.modes))
        }
        if windowUse == .gate, let window = common.window {
            switch context.isWithin(window) {
            case .yes: break
            case .no: reasons.append(.window(window))
            case .unknown: reasons.append(.clock(window))
            }
        }
        if !causes.isEmpty { reasons.append(.muted(by: causes)) }
        return reasons
    }
}
