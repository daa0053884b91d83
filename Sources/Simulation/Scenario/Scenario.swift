internal import GatewayCore

/// What happens in one run, all decided beforehand, so that parts of it can be left out.
package struct Scenario: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
        /// Since the beginning of the run.
        package var at: Duration
        package var incident: Incident

        package init(at: Duration, incident: Incident) {
            self.at = at
            self.incident = incident
        }
    }

    /// A time in which nobody moves: everyday life is left out.
    package struct Stillness: Hashable, Sendable {
        package var from: Duration
        package var to: Duration

        package init(from: Duration, to: Duration) {
            self.from = from
            self.to = to
        }
    }

    /// A calendar day, in the home's zone.
    package struct Date: Hashable, Sendable {
        package var year: Int
        package var month: Int
        package var day: Int

        package init(year: Int, month: Int, day: Int) {
            self.year = year
            self.month = month
            self.day = day
        }
    }

    /// In words for people; nil where nobody gave it any.
    package var name: String?
    /// What is left to chance depends on it alone: clocks' drift, the ways of messages, how people answer.
    package var seed: UInt64
    package var days: Int
    /// The run begins at this day's midnight.
    package var begins: Date
    /// The settings at the first start.
    package var settings: Int
    /// Contacts answer as the seed says, and not only where a step says so.
    package var peopleAnswer: Bool
    /// Everyday life comes from the seed, beside the steps.
    package var hasEverydayLife: Bool
    /// In the last half day all faults end, and everything must come to rest.
    package var endsQuietly: Bool
    /// In order of time.
    package var steps: [Step]
    package var stillness: [Stillness]
    package var expectations: [Expectation]

    package init(
        name: String? = nil, seed: UInt64 = 1, days: Int, begins: Date = Date(year: 2026, month: 1, day: 1),
        settings: Int = 0, peopleAnswer: Bool = false, hasEverydayLife: Bool = false, endsQuietly: Bool = false,
        steps: [Step] = [], stillness: [Stillness] = [], expectations: [Expectation] = []
    ) {
        self.name = name
        self.seed = seed
        self.days = days
        self.begins = begins
        self.settings = settings
        self.peopleAnswer = peopleAnswer
        self.hasEverydayLife = hasEverydayLife
        self.endsQuietly = endsQuietly
        self.steps = steps
        self.stillness = stillness
        self.expectations = expectations
    }

    /// When the faults end and everything must come to rest; nil where the run just ends.
    var quietFrom: Duration? {
        endsQuietly ? .days(Int64(days)) - SimulationLimits.quietTime : nil
    }

    /// "day 2 07:10:05".
    static func clock(_ time: Duration) -> String {
        let seconds = Int(time.wholeSeconds)
        let clock = "\((seconds / 3_600 % 24).padded(to: 2)):\((seconds / 60 % 60).padded(to: 2))"
        return "day \(seconds / 86_400 + 1) \(clock):\((seconds % 60).padded(to: 2))"
    }
}
