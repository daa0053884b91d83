/// What a clock on the wall shows, in minutes after midnight (0–1440; 1440 is the end of the day).
package struct TimeOfDay: Hashable, Comparable, Codable, Sendable {
    package var minutes: Int

    package init(minutes: Int) {
        precondition((0...1_440).contains(minutes), "A time of day has 0 to 1440 minutes.")
        self.minutes = minutes
    }

    package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }

    /// "07:10".
    package var clock: String { "\((minutes / 60).padded(to: 2)):\((minutes % 60).padded(to: 2))" }
}
