/// How a device's silence is noticed.
package enum Supervision: Hashable, Codable, Sendable {
    /// Any genuine message counts; silence is a fault after this long.
    case report(silentAfter: Duration)
    /// Only the bridge's verdict counts.
    case bridge
    /// A one-way sender that speaks only when used.
    case none
    /// A one-way sender that somebody presses now and then; overdue, that is asked for.
    case testPress(every: Duration)

    /// Nil where no silence is counted.
    package var silentAfter: Duration? {
        guard case .report(let silentAfter) = self else { return nil }
        return silentAfter
    }
}
