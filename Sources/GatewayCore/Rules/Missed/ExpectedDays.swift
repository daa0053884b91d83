/// The days on which something is expected, by the day on which its window begins.
enum ExpectedDays: String, CaseIterable, Sendable {
    case daily, weekdays, weekends

    func contain(_ civil: CivilTime) -> Bool {
        switch self {
        case .daily: true
        case .weekdays: civil.weekday <= 5
        case .weekends: civil.weekday > 5
        }
    }
}
