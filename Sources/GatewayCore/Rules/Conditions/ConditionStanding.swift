/// How one of the conditions that a rule watches for stands, for people who ask why nothing was raised.
package struct ConditionStanding: Hashable, Codable, Sendable {
    /// Nil where it is about the home.
    package var device: DeviceID?
    /// What would have to be so: "open", "temperature below 15 °C".
    package var what: String
    package var truth: Truth
    /// Since when that is so; nil where nobody knows.
    package var since: WallTime?
    /// When it will have lasted long enough; nil while there is nothing to wait for.
    package var due: WallTime?
    /// It lasted long enough and was found.
    package var isFound: Bool

    package init(
        _ device: DeviceID?, _ what: String, _ truth: Truth, since: WallTime? = nil, due: WallTime? = nil,
        isFound: Bool = false
    ) {
        self.device = device
        self.what = what
        self.truth = truth
        self.since = since
        self.due = due
        self.isFound = isFound
    }
}

extension HeldCondition {
    /// How it stands, for people.
    package func standing(
        of device: DeviceID?, _ what: String, hold: Duration, _ context: RuleContext
    ) -> ConditionStanding {
        ConditionStanding(
            device, what, truth, since: truth == .unknown && since == .zero ? nil : context.moment.wall(of: since),
            due: deadline(hold: hold).map { context.moment.wall(of: $0) }, isFound: isReported)
    }
}

extension DeviceConditions {
    /// How those of the devices that were heard stand.
    package func standings(
        hold: Duration, _ context: RuleContext, _ what: (Capability) -> String = { $0.words }
    ) -> [ConditionStanding] {
        entries.map { $0.condition.standing(of: $0.device, what($0.capability), hold: hold, context) }
    }
}
