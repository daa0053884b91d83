/// How a device's silence is noticed.
package enum Supervision: Hashable, Codable, Sendable {
    /// Any genuine message counts; silence is a fault after this long.
    case report(silentAfter: Duration)
    /// Only the bridge's verdict counts.
    case bridge
    /// A one-way sender that speaks only when used.
    case none
}
