/// How far the wall clock can be trusted.
package enum ClockQuality: String, Codable, CaseIterable, Sendable {
    /// Disciplined by a time source just now.
    case synchronised
    /// Was synchronised since this boot or kept by a real-time clock; may have drifted.
    case holdover
    /// No source yet since a boot without a clock: the date may be years off.
    case unsynchronised
}
