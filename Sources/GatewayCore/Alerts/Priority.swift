/// How much an alert matters. The order is that of importance.
package enum Priority: String, Codable, CaseIterable, Comparable, Sendable {
    /// Information.
    case notice
    /// The system cannot see or speak: battery, silence, path, mains, disk, clock.
    case fault
    /// A pattern: activity decline, poor nights, missed medicine.
    case concern
    /// Today, soon: wandering, no return, cold home, flood.
    case urgent
    /// Life at risk: help call, smoke, carbon monoxide, fall, duress. Never grouped, inhibited, silenced,
    /// held back or dropped.
    case emergency

    package static func < (left: Priority, right: Priority) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .notice: 0
        case .fault: 1
        case .concern: 2
        case .urgent: 3
        case .emergency: 4
        }
    }
}
