extension RuleConflict {
    /// What is measured of two people tells nothing of either. A device of nobody in particular goes with those
    /// of anyone.
    static func ofSeveralPeople(_ values: RuleValues, field: String) -> [RuleConflict] {
        var people: [ResidentID] = []
        for resident in values.devices(field).compactMap(\.resident) where !people.contains(resident) {
            people.append(resident)
        }
        guard people.count > 1 else { return [] }
        return [
            RuleConflict(
                "is about one person, and its devices are of several", at: field,
                hint: "make one rule for each of " + people.map(\.name).inSentence)
        ]
    }
}
