extension DeviceConditions {
    /// All that a rule does whose condition is held by each of its devices by itself: takes what is observed,
    /// and says what has begun or ended.
    ///
    /// - Parameter judge: whether a reading makes the condition true; nil leaves it as it is.
    package mutating func observe(
        _ observation: Observation, _ kind: AlertKind, hold: Duration, gap: GapHandling, _ context: RuleContext,
        judge: (Reading, DeviceConditions) -> Bool? = { reading, _ in reading.state }
    ) -> [Finding] {
        var findings: [Finding] = []
        switch observation {
        case .reading(let reading, _):
            guard let isTrue = judge(reading, self) else { break }
            if learn(isTrue, from: reading, gap: gap) {
                findings.append(
                    Finding(.ended, kind, device: reading.device, happened: reading.happenedAt, evidence: [reading]))
            }
        case .lost(let device):
            forget(device, at: context.moment.boot)
        case .resumed(let outage):
            endure(outage.length, until: context.moment.boot, gap: gap)
        case .personActive, .reachable, .visit, .tick:
            break
        }
        for entry in begun(at: context.moment.boot, hold: hold) {
            findings.append(
                Finding(
                    .began, kind, device: entry.device, happened: context.moment.wall(of: entry.condition.since),
                    evidence: entry.evidence.map { [$0] } ?? []))
        }
        return findings
    }
}
