/// What of a person's routine is measured, one whole number for each day.
enum BaselineMeasure: String, Hashable, Codable, CaseIterable, Sendable {
    /// Quarter-hours of the day in which somebody was active.
    case activity
    /// The same, of the night.
    case nightActivity = "night_activity"
    /// Visits to the bathroom.
    case bathroom
    /// Minutes in bed.
    case sleep
    /// How often the home became empty.
    case outings
    /// Minutes from the beginning of the day to the first activity.
    case gettingUp = "getting_up"

    /// The part of the day that counts unless the rule names one; nil for all of it.
    var defaultWindow: DayWindow? {
        switch self {
        case .nightActivity: DayWindow(from: TimeOfDay(minutes: 23 * 60), to: TimeOfDay(minutes: 6 * 60))
        case .sleep: DayWindow(from: TimeOfDay(minutes: 20 * 60), to: TimeOfDay(minutes: 10 * 60))
        case .activity, .bathroom, .outings, .gettingUp: nil
        }
    }

    /// When a day of it ends and is judged. Not within the night that it counts, so that a night is one.
    func dayEnds(_ window: DayWindow?) -> TimeOfDay { window?.to ?? Self.usualEnd }

    /// At four in the morning most people's day is over and the next has not begun.
    static let usualEnd = TimeOfDay(minutes: 4 * 60)

    /// Smaller changes are of no account, whatever their share: from one visit to two is twice as many.
    var leastChange: Int {
        switch self {
        case .activity: 4
        case .nightActivity, .bathroom: 2
        case .sleep: 60
        case .outings: 1
        case .gettingUp: 45
        }
    }

    /// Whether a day of 23 or 25 hours has less or more room for it.
    var growsWithTheDay: Bool { self == .activity || self == .nightActivity }

    /// The residents being out for hours says nothing against a day whose outings are counted.
    var isSpoiledByAway: Bool { self != .outings }

    /// A day without any is a day on which nobody lived there, or on which the sensors did not work.
    var isNothingWithoutAny: Bool { self == .activity || self == .gettingUp }
}
