internal import GatewayCore

/// What an explanation says, in words.
struct ExplanationWords {
    private let plan: Plan

    init(_ plan: Plan) {
        self.plan = plan
    }

    /// "Margaret's pendant: help call", "the thermometer: temperature 12.5 °C", "nobody at home does anything".
    func what(_ happening: Supposition.Happening) -> String {
        switch happening {
        case .told(let device, let capability, let value): "\(name(device)): \(capability.words(for: value))"
        case .silence(let device): "\(name(device)): not heard any more"
        case .noActivity: "nobody in the home does anything"
        }
    }

    func name(_ device: DeviceID) -> String { plan.home.device(device)?.name ?? device.name }

    /// "Saturday 2026-11-28, 03:00:00".
    func dateAndTime(_ time: WallTime) -> String {
        let civil = plan.home.zone.civil(time)
        let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        return "\(days[civil.weekday - 1]) \(civil.date), \(plan.home.zone.clockWithSeconds(time))"
    }

    /// Why a rule raises nothing, as well as its conditions tell it when it has just happened.
    func whyNot(_ standing: RuleStanding, _ supposition: Supposition) -> String {
        if case .silence = supposition.happening { return "it becomes blind: \(standing.meaning)" }
        if !standing.waits.isEmpty { return standing.waits.map(\.words).joined(separator: "; ") }
        if let window = standing.counts, standing.isCounting == .no { return "it counts at \(window.clock) only" }
        let own = standing.conditions.filter { $0.device == nil || $0.device == supposition.device }
        if let waiting = own.first(where: { $0.truth == .yes && $0.due != nil }), let due = waiting.due {
            let needed = max(.zero, due - supposition.at)
            return "it needs \"\(waiting.what)\" for another \(needed.inUnits)"
        }
        let others = own.filter { $0.truth == .no }.map(\.what)
        if !others.isEmpty { return "it needs \"\(others.joined(separator: "; "))\"" }
        return "it finds nothing in this"
    }
}
