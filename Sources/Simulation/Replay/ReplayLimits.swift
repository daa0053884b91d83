internal import GatewayCore

/// Every bound of a replay, each with its reason.
package enum ReplayLimits {
    /// A file of a replay is held in memory whole; 28 homes for three months have 16 MB.
    package static let fileBytes = 1 << 30
    /// A longer line is no line of such a file.
    static let lineBytes = 4_096
    /// Columns of the head line that are looked at.
    static let columns = 64
    /// Names of homes and places, bytes.
    static let nameBytes = 64
    static let homes = 10_000
    /// Places of one home: a home has tens of sensors.
    static let places = 256
    /// Bad lines that are kept with what is wrong; the others are counted.
    static let problems = 100
    /// Sensors of the kind that only tells "opened" are taken to close after this.
    static let openFor = Duration.seconds(5)
    /// Ticks that move nothing, one after the other, before a replay ends as stuck rather than run for ever.
    static let idleTicks = 1_000
    /// Turns that answers may cause at one moment, for the same reason.
    static let answers = 10_000
    /// Readings between two reports of how far a replay is.
    static let readingsBetweenReports = 8_192
    /// Days with a row of their own, of a replay and of a drawing: ten years, or 28 homes for four months.
    static let days = 4_000
    /// Alerts of a replay that are kept one by one; a home in which everything is an alarm has no more to say.
    static let alerts = 50_000
    /// An alert of changed settings is the same one, told earlier or later, within this time.
    static let sameAlert = Duration.hours(12)
}
