/// Every bound of the core in one place, each with its reason.
package enum Limits {
    /// Longer gaps than this are a wrong clock, not an outage.
    package static let longestOutage = Duration.days(3_650)
    /// BEHAVIOUR 5: an event older than this is recorded and told as late.
    package static let lateAfter = Duration.minutes(2)
    /// Open alerts at once. A home with more has one cause we failed to see as one; further routine
    /// causes are counted in the story of the newest, emergencies displace nothing and are always raised.
    package static let openAlerts = 512
    /// Deliveries not yet settled. Beyond it, messages below emergency wait until some have settled.
    package static let unsettledDeliveries = 2_048
    /// Story entries shown in one message, so that a stuck button does not grow it without end.
    package static let storyInMessage = 20
    /// Story entries kept in memory for one open alert; the ledger keeps all.
    package static let storyInMemory = 64
    /// Closed alerts kept in memory, so that `alerts list` and a second press can see them.
    package static let closedAlertsInMemory = 64
    /// Alerts told in one message: as many as a person reads. More are told in the next.
    package static let alertsInMessage = 20
    /// Messages of one hour that are counted for a contact; a higher limit than this is none that helps.
    package static let countedMessages = 60
    /// Readings that led to an alert and go with it.
    package static let evidence = 8
    /// Devices of one home.
    package static let devices = 1_000
    /// Devices that are listed one by one where the home is shown to others; more are counted. Their list in one
    /// message stays far below `arrivalBytes`.
    package static let listedDevices = 200
    /// How long a siren sounds by one last action where the settings do not say: long enough for a neighbour to come,
    /// short enough that neighbours do not learn to pass over it.
    package static let sirenSounds = Duration.minutes(3)
    /// How long an output may take to say that it did what it was asked. A Zigbee device that sleeps between polls
    /// answers within some seconds, a relay at once.
    package static let outputAnswers = Duration.seconds(5)
    /// How often an output is asked; after that its silence is a fault.
    package static let outputAttempts = 3
    /// How often one that should be off is asked after that: until it says so, for an hour. Who was told of the fault
    /// has pulled its plug by then.
    package static let outputReminders = 60
    /// How long after one another: a siren that is off a minute late is bearable, a network that is asked more often
    /// than that while a device is gone is not.
    package static let outputReminder = Duration.minutes(1)
    /// Rules of one home.
    package static let rules = 1_000
    /// Identifier length in settings; it is part of topics, ids and file names.
    package static let identifierLength = 64
    /// One arrival's bytes. Zigbee2MQTT's `bridge/devices` of a large home stays below it.
    package static let arrivalBytes = 262_144
    /// Re-presses told to responders one by one; after that the count goes with the next message.
    package static let updatesPerAlert = 5
    /// Past stops remembered for supervision; a home that restarts more often has another problem.
    package static let pastOutages = 16
    /// Activity sooner than this after going away is still the going.
    package static let leavingTakes = Duration.minutes(10)
    /// A due step that ran this much too late was stalled: a fault of its own.
    package static let stepLateAfter = Duration.seconds(60)
    /// A clock that moved by more than this was set; by less it is being disciplined.
    package static let clockStep = Duration.seconds(1)
    /// Findings of one rule that wait until it applies; one for each device and kind of alert.
    package static let withheldFindings = 256
    /// Blinded rules that a fault names; after that their number.
    package static let blindRulesTold = 8
    /// A visit that nobody ended ends after this at the latest.
    package static let longestVisit = Duration.hours(48)
    /// Visitors in the home at once.
    package static let visits = 64
    /// Names and words from responders.
    package static let noteLength = 500
    /// Frames of one button closer together than this are one press: senders repeat them for certainty.
    package static let onePress = Duration.seconds(1)
    /// Away always ends by itself, also when somebody mistypes the year.
    package static let longestAway = Duration.days(90)
    /// An acknowledgement holds at least this long; below it, taking an alert would change nothing.
    package static let shortestHold = Duration.minutes(1)
    /// A receiver may ask for patience, but an alarm does not wait longer than this for it.
    package static let longestRetryAfter = Duration.seconds(10)
}
