/// What a rule may know beside its observation.
package struct RuleContext: Sendable {
    package var moment: Moment
    package var zone: ZoneTable
    /// Nobody is expected to be active: the resident has said that they are away.
    package var isAway: Bool

    package init(moment: Moment, zone: ZoneTable, isAway: Bool) {
        self.moment = moment
        self.zone = zone
        self.isAway = isAway
    }
}
