package import GatewayCore

/// Finds out what would come of something in a home.
package struct Explainer: Sendable {
    private let plan: Plan

    package init(_ plan: Plan) {
        self.plan = plan
    }

    /// - Precondition: what happens is of a device of the plan, and lasts at most `ExplanationLimits.longest`.
    package func explain(_ supposition: Supposition) -> Explanation {
        let without = causes(of: supposition)
        var observer = ExplanationObserver(plan, supposition, without: without.map(\.cause))
        var home = SupposedHome(plan, supposition, happens: true)
        home.live(until: supposition.followed) { step, home in
            observer.take(step, home, isFollowed: true)
            return true
        }
        let raised = observer.raised
        // What was raised is followed until its ladder begins again.
        home.live(until: supposition.followed + ExplanationLimits.ladder) { step, home in
            observer.take(step, home, isFollowed: false)
            return !observer.isDone
        }
        let missing = without.filter { !raised.contains($0.cause) }
        var explanation = observer.explanation
        explanation.prevented = home.engine.ruleNames.filter { name in missing.contains { $0.rule == name } }
        return explanation
    }

    /// What is raised in the same time without it; nothing where the whole time is what is supposed.
    private func causes(of supposition: Supposition) -> [(cause: Cause, rule: RuleID)] {
        guard supposition.happening != .noActivity else { return [] }
        var found: [(cause: Cause, rule: RuleID)] = []
        var home = SupposedHome(plan, supposition, happens: false)
        home.live(until: supposition.followed) { step, home in
            for case .alert(let alert) in step.decision.changes {
                if found.contains(where: { $0.cause == alert.cause }) { continue }
                found.append((alert.cause, alert.cause.source))
            }
            return true
        }
        return found
    }
}

extension Cause {
    /// The rule, or what stands for one.
    var source: RuleID {
        switch self {
        case .rule(let rule, _, _): rule
        case .path(let path): RuleID("path/\(path.name)")
        case .audit: RuleID("audit")
        }
    }
}
