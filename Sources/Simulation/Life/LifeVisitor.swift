/// Somebody who comes to a simulated home.
package struct LifeVisitor: Hashable, Sendable {
    package enum Role: Hashable, Sendable {
        /// Comes at set times of the week.
        case carer
        /// Comes now and then.
        case family
    }

    package var name: String
    package var role: Role
    /// The carer's slots, minutes of the day.
    package var slots: [Int64]
    /// Comes at weekends too.
    package var comesAtWeekends: Bool
    /// Slots to which nobody comes, or visits of family in a day, per mille.
    package var perMille: Int64
}
