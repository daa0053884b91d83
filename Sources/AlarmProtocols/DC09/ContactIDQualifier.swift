/// Contact ID's first digit (DC-05).
package enum ContactIDQualifier: Int, CaseIterable, Sendable {
    /// A new event.
    case new = 1
    /// Restored, or closed.
    case restore = 3
    /// Reported before, and still so.
    case still = 6
}
