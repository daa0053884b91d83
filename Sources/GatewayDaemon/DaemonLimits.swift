internal import GatewayCore

/// Every bound of the daemon, each with its reason.
package enum DaemonLimits {
    /// Routine arrivals waiting for the engine. Beyond it the intake is held back, and what still comes
    /// displaces the oldest. At 300 bytes each this is about a megabyte.
    package static let waitingReadings = 4_096
    /// How long an intake's thread waits for room before it hands over all the same.
    package static let intakeHeldBack = Duration.milliseconds(20)
    /// Arrivals decided before one commit, so that a press never waits behind more than this.
    package static let arrivalsPerBatch = 256
    /// Routine changes are written together this often: each commit wears the flash, and a power cut may
    /// lose this much of the routine.
    package static let flushInterval = Duration.seconds(20)
    /// How long the clock may be unset before that is a fault.
    package static let clockGrace = Duration.minutes(15)
    /// Shorter sleeps of the machine make nothing late that anybody would notice.
    package static let shortestSuspend = Duration.seconds(1)
    /// How often records older than their time are removed.
    package static let retirementInterval = Duration.hours(1)
    /// How often the law of the home's time zone is read again. Governments give weeks of notice, or days.
    package static let zoneInterval = Duration.hours(24)
    /// How soon a failed ledger is tried again.
    package static let storageRetry = Duration.seconds(5)
    /// Effects held back while the ledger cannot write; emergencies are not held back.
    package static let heldEffects = 1_000
    /// A control request is answered within this, or not at all.
    package static let controlTimeout = Duration.seconds(5)
    /// Names of members that no field explains, which are kept of each device: enough to see what a profile lacks, and
    /// for a thousand devices still below `controlLineBytes`.
    package static let unexplainedNames = 8
    /// One control request or answer. `alerts list` of a full memory stays below it.
    package static let controlLineBytes = 1_048_576
    /// Senders of one intake that nobody enrolled, as they are told to whoever wants to enrol one: a street has some
    /// dozens in range of a receiver, and the one that was just pressed is the last.
    static let strangers = 16
    /// For a port to be opened and its outcome to be told, beyond what its protocol's greeting and hello take.
    static let portTrialGrace = Duration.seconds(2)
    /// Bytes of one such at a serial port: a frame of any radio protocol.
    static let strangerBytes = 512
    /// Alerts that are looked through for a report: some tens of milliseconds for the engine, which waits meanwhile.
    static let reportedAlerts = 1_000
    /// Times that a report of a rule on trial lists one by one, the newest; all are counted.
    static let reportedTimes = 50
    /// And of all rules together, so that the answer stays below `controlLineBytes`.
    static let reportedTimesInAll = 1_500
    /// Alerts so far from what a rule on trial found are about the same event.
    static let besides = Duration.hours(1)
    /// Lines of one alert's story in an answer. An emergency that nobody takes for a day has some thousand; of
    /// more the first and the last are told.
    package static let storyLines = 2_000
    /// A spoken phrase that takes longer is cut off: the next stage is more important.
    package static let speechTimeout = Duration.seconds(20)
    /// How long a voice that took too long may put the sound card in order before it is killed.
    package static let speechEndPatience = Duration.seconds(1)
    /// How long stopping may take altogether: BEHAVIOUR's five seconds, less a margin.
    package static let stopTimeout = Duration.seconds(4)
    /// Deliveries under way may take this long to end at a stop; they are sent again at the next start.
    package static let deliveryGrace = Duration.milliseconds(1_500)
}
