internal import GatewayCore

/// Every bound of an explanation, each with its reason.
package enum ExplanationLimits {
    /// The home is quiet for so long before it happens: longer than going away takes, so that what is said of
    /// the mode counts.
    static let quietBefore = Duration.minutes(20)
    /// How often each device says again how it is, so that none is silent by omission.
    static let repeatsEvery = Duration.minutes(10)
    /// How long what happens is followed where nobody says how long it lasts: a day has each window once.
    static let followed = Duration.hours(24)
    /// The longest that something can be said to last, and that a silence is followed: longer than the longest
    /// supervision interval of a shipped profile.
    package static let longest = Duration.days(8)
    /// How long a ladder is followed after that until it begins again.
    static let ladder = Duration.days(8)
    /// Movement is over after this where nobody says otherwise.
    static let movementLasts = Duration.minutes(1)
    /// Alerts of one explanation: more have one cause that is not worth a tree.
    static let alerts = 32
    /// Steps of one alert; a ladder of twenty rungs with five contacts each has fewer.
    static let steps = 500
    /// Turns of one run, so that it ends whatever the rules ask for.
    static let turns = 200_000
    /// Turns that answers may cause at one moment, for the same reason.
    static let answers = 1_000
    /// Expectations of one command.
    package static let expectations = 100
}
