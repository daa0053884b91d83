internal import GatewayCore

/// Every bound of the simulation, each with its reason.
enum SimulationLimits {
    /// The time after the last fault in which everything must come to rest: longer than the longest pause of
    /// a ladder and the people's slowest answer together.
    static let quietTime = Duration.hours(12)
    /// How long after the last fault an emergency may still be untold. The ladder's longest pause is ten
    /// minutes; what waits longest between attempts is 38 seconds.
    static let toldWithin = Duration.minutes(30)
    /// How late what has lasted for its hold may be raised: a gateway that runs raises it in the same second.
    static let raisedWithin = Duration.seconds(30)
    /// How long quiet hours (seven), the hourly limit and grouping together may hold back a message.
    static let heldBackAtMost = Duration.hours(9)
    /// From a first telling to the last closing, where everything works.
    static let slowestAnswer = Duration.hours(3)
    /// How often a responder who cannot reach the gateway tries again.
    static let answerAttempts = 20
    /// Runs that the shrinker spends on one failure.
    static let shrinkingRuns = 400
    /// Violations kept of one run; the first ones tell most.
    static let violations = 20
    /// Lines of the time line that are shown before and after an expectation that was not met.
    static let linesBefore = 12
    static let linesAfter = 3
    /// Lines of a time line that are printed.
    static let printedLines = 60
    /// Deliveries not yet settled; a home of this size never needs so many.
    static let deliveries = 400
    /// Changes of one turn, a start with everything open included.
    static let changesOfTurn = 1_500
    /// How soon an output that works says that it did what it was asked: a relay on the home's network.
    static let outputAnswers = Duration.milliseconds(200)
    /// How often what may wait is put on disk.
    static let flushEvery = Duration.seconds(30)
    /// Alerts and deliveries that are over and still remembered by the oracle: many more than a gateway keeps.
    static let rememberedOver = 2_000
    /// How many turns that touch no alert pass between two looks at all of them.
    static let turnsBetweenLooks = 64
    /// Days of a run: a hundred years.
    static let days = 36_600
    /// Of a duration in a scenario's text: beyond any clock step that a clock can make.
    static let longestDuration = Duration.days(36_600)
    /// A scenario's text; a year of one home with every reading has about six million bytes.
    static let scenarioBytes = 16_777_216
    /// Steps of the scenarios of one text, with what repeats written out: a year with a reading every minute has half
    /// as many.
    static let scenarioSteps = 1_000_000
    /// Values of one series.
    static let seriesValues = 100_000
    /// Between two values of a series, or two times of what repeats: no device speaks faster.
    static let shortestInterval = Duration.milliseconds(10)
    /// Scenarios in one text.
    static let scenariosInText = 1_000
    /// A scenario's name, and words that are looked for, in characters: what fits a line or two.
    static let quotedWords = 200
    /// Problems told of one text; the first ones tell most.
    static let problems = 20
    /// A supervised adapter notices a broken path after this long.
    static let pathNoticedAfter = Duration.seconds(2)
    /// A path that is connected and delivers nothing may be told after this silence, of so many devices and more:
    /// what the engine promises, said anew, so that a wrong promise there is not a right one here.
    static let quietPathAfter = Duration.hours(2)
    static let quietPathDevices = 3
}
