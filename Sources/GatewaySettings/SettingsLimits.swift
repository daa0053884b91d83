internal import GatewayCore

/// Every bound of the settings reader, each with its reason. The reader runs on what somebody typed.
package enum SettingsLimits {
    /// A state that a device tells once and no more: shorter is no state, and a day later nobody is there.
    static let clearings: ClosedRange<Duration> = .seconds(1) ... .hours(24)
    /// What a device stored for a year is no news, but may be wanted.
    static let clockLimits: ClosedRange<Duration> = .zero ... .days(366)
    /// Between two samples of one story.
    static let samplePauses: ClosedRange<Duration> = .zero ... .days(30)
    /// Conditions on one field; more are another device.
    static let guards = 4
    /// Topics under which one value may come.
    static let fieldTopics = 4
    /// Members that name a device among others: model, number, channel and one more.
    static let identityParts = 4
    /// A clearing delay longer than a day would hide that something has ended.
    static let clearingDelays: ClosedRange<Duration> = .zero ... .hours(24)
    /// Reminders closer together than this are one long noise.
    static let reminders: ClosedRange<Duration> = .seconds(10) ... .hours(6)
    static let visitors = 64
    /// A visit that is not ended by hand ends at last.
    static let visits = Duration.minutes(1)...Limits.longestVisit
    /// A mode that is not ended by hand ends at last.
    static let stays = Duration.minutes(1)...Limits.longestAway
    /// Longer than this, the first message about something is no news any more.
    static let groupWaits: ClosedRange<Duration> = .zero ... .minutes(10)
    /// One a minute is more than anybody reads.
    static let messagesPerHour = 1...60
    /// A home of 1,000 devices with a comment on each stays well below it.
    package static let fileBytes = 1_048_576
    /// A secret is a key or a password, not a document.
    package static let secretBytes = 4_096
    /// A TZif file with every change of a century has 4 KiB.
    static let zoneBytes = 65_536
    /// Files of one home, includes and profiles counted.
    package static let files = 256
    /// Includes inside includes. More is a loop in the installer's head, if not in the files.
    package static let includeDepth = 8
    /// Names in a folder that an include pattern looks at.
    package static let folderNames = 4_096
    /// Nested lists and maps; the language itself needs seven.
    package static let depth = 24
    /// Values of all files together, and signs of values in one file before it is parsed: a home of 1,000 devices
    /// has 20,000, and with this many a check stays well below 100 MB.
    package static let values = 100_000
    /// What looks like a YAML anchor or alias. The language has none; a text may hold a few such signs. With
    /// 32 of them the worst tree that aliases can unfold has 3^10 leaves, which is refused in a moment.
    package static let aliasSigns = 32
    /// Duplicate keys reported one by one; each costs another parse.
    package static let duplicateKeys = 20
    /// Problems kept. Nobody reads more, and a broken file may have one on each line.
    package static let problems = 200
    /// What a message or hint holds of what somebody wrote.
    static let messageLength = 1_000
    /// Columns of a line in which the lengths of its words are measured for the caret.
    static let measuredColumns = 1_000
    /// Parsing again for each further duplicate key is for files of usual size.
    static let bytesParsedAgain = 4_194_304
    /// All files of a home together: what one reading holds in memory at most.
    package static let allBytes = 8_388_608
    /// Columns of a source line that a report shows.
    package static let shownColumns = 100
    /// A name or title that people read.
    package static let nameLength = 120
    /// An address, an access note, a phrase, a payload.
    package static let textLength = 4_096
    /// MQTT 3.1.1, section 4.7.3: topics are at most 65,535 bytes; ours are written by people.
    package static let topicLength = 512
    package static let rooms = 200
    package static let residents = 20
    package static let intakes = 32
    package static let bridges = 64
    package static let outputs = 100
    /// How long an output is on: a shorter noise is none, and within a quarter of an hour the ladder has usually begun
    /// anew and would switch it on again.
    static let outputLimits = Duration.seconds(5)...Duration.minutes(15)
    /// Relays of one device: the largest boards have some tens.
    static let relays = 0...63
    static let tasmotaRelays = 1...32
    package static let channels = 100
    package static let contacts = 100
    package static let escalations = 100
    package static let rungs = 32
    package static let listItems = 1_000
    package static let profileFields = 128
    package static let profileSamples = 64
    /// A person waits for help behind it.
    package static let longestPreAlert = Duration.hours(1)
    /// Somebody lies on the floor: whoever does not answer within this time is not the only one to be told.
    static let emergencyPatience = Duration.minutes(15)
    /// How long an emergency may rest after somebody took it, without a remark.
    static let longestEmergencyCalm = Duration.hours(4)
    package static let rungWaits = Duration.seconds(5)...Duration.hours(24)
    package static let repeats = Duration.seconds(10)...Duration.hours(24)
    package static let acknowledgementHolds = Duration.minutes(1)...Duration.days(7)
    /// Below a second every lost packet is a fault; beyond an hour a home is blind and nobody knows.
    package static let faultWaits = Duration.seconds(1)...Duration.hours(1)
    package static let silences = Duration.minutes(1)...Duration.days(60)
    /// Oftener than daily nobody presses it; a year is as good as never.
    package static let testPresses = Duration.days(1)...Duration.days(366)
    package static let repeatsWithin = Duration.zero...Duration.minutes(5)
    /// The canary proves a path; slower than this it proves history.
    package static let canaries = Duration.seconds(1)...Duration.hours(1)
    package static let timeouts = Duration.seconds(1)...Duration.minutes(2)
    /// EN 50136 categories span seconds to days; a poll below 5 s floods a receiver.
    package static let polls = Duration.seconds(5)...Duration.days(7)
    /// The longest duration the language reads at all.
    package static let longestDuration = Duration.days(3_650)
}
