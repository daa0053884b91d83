import GatewayCore

/// What one field of a plan says of the message at hand.
struct FieldFinding: Sendable {
    var field: FieldPlan.Field
    var value: FieldValue
    /// How the message counts it.
    var count: Scalar?
}

extension FieldPlan {
    /// What the values say, in the profile's order; what it does not explain is counted.
    ///
    /// - Parameter values: one for each slot.
    func findings(_ values: [Scalar?], _ decoded: inout DecodedArrival) -> [FieldFinding] {
        var findings: [FieldFinding] = []
        for (slot, value) in zip(slots, values) {
            guard let value, !slot.fields.isEmpty else { continue }
            var isExplained = false
            for field in slot.fields where holds(field.guards, values) {
                switch field.value(of: value) {
                case .unexplained:
                    // Another value than the event's ends it: `status: sitting` after `status: falling`.
                    if field.isLevel { findings.append(FieldFinding(field: field, value: .quiet)) }
                    continue
                case .refused: decoded.refused += 1
                case let meaning:
                    findings.append(
                        FieldFinding(field: field, value: meaning, count: field.counter.flatMap { values[$0.slot] }))
                }
                isExplained = true
            }
            if !isExplained { decoded.leave(slot.path) }
        }
        return groups.isEmpty ? findings : wholeGroups(findings, &decoded)
    }

    private func holds(_ guards: [Guard], _ values: [Scalar?]) -> Bool {
        guards.allSatisfy { guarding in
            guard let value = values[guarding.slot] else { return false }
            return guarding.equals.contains(where: value.matches)
        }
    }

    /// Without those of groups that are not whole, or that no measurement can be.
    private func wholeGroups(_ findings: [FieldFinding], _ decoded: inout DecodedArrival) -> [FieldFinding] {
        var findings = findings
        for (group, size) in groups.enumerated() {
            let members = findings.filter { $0.field.group == group }
            guard !members.isEmpty, members.count < size || !Self.isPossible(members) else { continue }
            decoded.refused += members.count
            findings.removeAll { $0.field.group == group }
        }
        return findings
    }

    /// The pressure of a beat is above that between two.
    private static func isPossible(_ members: [FieldFinding]) -> Bool {
        func number(_ capability: Capability) -> Quantity? {
            for member in members where member.field.capability == capability {
                if case .number(let quantity) = member.value { return quantity }
            }
            return nil
        }
        guard let systolic = number(.systolicPressure), let diastolic = number(.diastolicPressure) else { return true }
        return systolic > diastolic
    }
}
