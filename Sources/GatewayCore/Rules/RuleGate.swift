/// What stands between a rule and the alerts it raises: when it applies, what mutes it, and how long what it
/// found must be over. The same for every kind, and nothing in the way of an emergency.
struct RuleGate: Sendable {
    let common: RuleCommon
    let windowUse: RuleKind.WindowUse

    /// What it remembers.
    struct Memory: Hashable, Codable, Sendable {
        /// Began while the rule did not apply or was muted, and is still so.
        var withheld: [Finding] = []
        /// Told, and over for less than the clearing delay.
        var clearing: [Clearing] = []

        struct Clearing: Hashable, Codable, Sendable {
            var ending: Finding
            var due: BootTime
        }

        var isEmpty: Bool { withheld.isEmpty && clearing.isEmpty }
    }

    /// Lets through what may pass, and what may pass by now of what was kept back.
    func pass(_ findings: [Finding], _ memory: inout Memory, _ context: RuleContext, isMuted: Bool) -> [Finding] {
        if common.priority == .emergency || (findings.isEmpty && memory.isEmpty) { return findings }
        let isOpen = !isMuted && applies(context) == .yes
        var passed: [Finding] = []
        for finding in findings {
            switch finding.change {
            case .cancelled: passed.append(finding)
            case .happened: if isOpen { passed.append(finding) }
            case .began: begin(finding, &memory, isOpen, &passed)
            case .ended: end(finding, &memory, context.moment.boot, &passed)
            }
        }
        if isOpen, !memory.withheld.isEmpty {
            passed += memory.withheld
            memory.withheld = []
        }
        release(&memory, context.moment.boot, &passed)
        return passed
    }

    /// When it must be asked again; nil for never.
    func deadline(_ memory: Memory, _ context: RuleContext) -> BootTime? {
        if memory.isEmpty { return nil }
        var earliest = memory.clearing.map(\.due).min()
        if !memory.withheld.isEmpty, windowUse == .gate, let window = common.window {
            let edge = context.nextEdge(of: window)
            earliest = earliest.map { min($0, edge) } ?? edge
        }
        return earliest
    }

    /// Whether the rule applies now; unknown by time of day while the clock is not set.
    func applies(_ context: RuleContext) -> Truth {
        if common.priority == .emergency { return .yes }
        if !common.modes.isEmpty, !common.modes.contains(context.mode) { return .no }
        guard windowUse == .gate, let window = common.window else { return .yes }
        return context.isWithin(window)
    }

    private func begin(_ finding: Finding, _ memory: inout Memory, _ isOpen: Bool, _ passed: inout [Finding]) {
        // It had not been over for long enough: it is the same.
        if let place = memory.clearing.firstIndex(where: { $0.ending.isAboutSame(as: finding) }) {
            memory.clearing.remove(at: place)
        } else if isOpen {
            passed.append(finding)
        } else if let place = memory.withheld.firstIndex(where: { $0.isAboutSame(as: finding) }) {
            memory.withheld[place] = finding
        } else if memory.withheld.count < Limits.withheldFindings {
            memory.withheld.append(finding)
        }
    }

    private func end(_ finding: Finding, _ memory: inout Memory, _ now: BootTime, _ passed: inout [Finding]) {
        if let place = memory.withheld.firstIndex(where: { $0.isAboutSame(as: finding) }) {
            memory.withheld.remove(at: place)
        } else if common.clearsAfter > .zero {
            memory.clearing.append(Memory.Clearing(ending: finding, due: now + common.clearsAfter))
        } else {
            passed.append(finding)
        }
    }

    private func release(_ memory: inout Memory, _ now: BootTime, _ passed: inout [Finding]) {
        guard memory.clearing.contains(where: { $0.due <= now }) else { return }
        passed += memory.clearing.filter { $0.due <= now }.map(\.ending)
        memory.clearing.removeAll { $0.due <= now }
    }
}
