/// What one field of a plan says of the message at hand.
struct FieldFinding: Sendable {
    var field: FieldPlan.Field
    var value: FieldValue
}

extension FieldPlan {
    /// What the values say, in the profile's order; what it does not explain is counted.
    ///
    /// - Parameter values: one for each slot.
    func findings(_ values: [Scalar?], unmapped: inout Int, refused: inout Int) -> [FieldFinding] {
        var findings: [FieldFinding] = []
        for (slot, value) in zip(slots, values) {
            guard let value else { continue }
            var isExplained = false
            for field in slot.fields {
                switch field.value(of: value) {
                case .unexplained:
                    // Another value than the event's ends it: `status: sitting` after `status: falling`.
                    if field.isLevel { findings.append(FieldFinding(field: field, value: .quiet)) }
                    continue
                case .refused: refused += 1
                case let meaning: findings.append(FieldFinding(field: field, value: meaning))
                }
                isExplained = true
            }
            if !isExplained { unmapped += 1 }
        }
        return findings
    }
}
