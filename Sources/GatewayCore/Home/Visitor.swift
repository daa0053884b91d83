/// Somebody who comes and goes: a carer, a nurse, the family.
package struct Visitor: Hashable, Codable, Sendable {
    package var id: VisitorID
    /// "The morning carer".
    package var name: String
    /// After how long a visit that nobody ended has ended.
    package var stay: Duration

    /// How long a visit lasts at most where nobody says.
    package static let usualStay = Duration.hours(4)

    /// - Parameter stay: 1 minute to `Limits.longestVisit`.
    package init(id: VisitorID, name: String, stay: Duration = Visitor.usualStay) {
        precondition(stay > .zero && stay <= Limits.longestVisit, "A visit has an end.")
        self.id = id
        self.name = name
        self.stay = stay
    }
}

/// A visitor who is in the home now.
package struct Visit: Hashable, Codable, Sendable {
    package var visitor: VisitorID
    package var since: Moment
    /// When it ends unless it is ended before.
    package var ends: BootTime
}
