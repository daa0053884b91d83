/// What one contact may know of one alert, and nothing else. Only `SharingGate` makes them.
package struct AlertMessage: Hashable, Codable, Sendable {
    /// One line of the story as it may be told.
    package struct Line: Hashable, Codable, Sendable {
        package var at: WallTime
        package var text: String

        package init(at: WallTime, text: String) {
            self.at = at
            self.text = text
        }
    }

    /// One reading as it may be told: "motion in the bathroom", "true", at.
    package struct Evidence: Hashable, Codable, Sendable {
        package var what: String
        package var value: String
        package var unit: String?
        package var at: WallTime

        package init(what: String, value: String, unit: String?, at: WallTime) {
            self.what = what
            self.value = value
            self.unit = unit
            self.at = at
        }
    }

    /// Another alert that goes with the leading one.
    package struct Also: Hashable, Codable, Sendable {
        package var alert: AlertID
        package var sentence: String

        package init(alert: AlertID, sentence: String) {
            self.alert = alert
            self.sentence = sentence
        }
    }

    package var alert: AlertID
    package var kind: MessageKind
    package var about: AlertKind
    package var priority: Priority
    package var isTest: Bool
    /// The whole matter in one clear sentence, with that of each other alert it tells.
    package var sentence: String
    /// `Home.id`.
    package var home: String
    /// The device's place in the home's list, from 1; Contact ID's zone. 0 for the gateway itself.
    package var zoneNumber: Int
    package var resident: String?
    package var address: String?
    package var room: String?
    package var access: String?
    package var happened: WallTime
    package var raised: WallTime
    package var clock: ClockQuality
    /// How often the cause came while open.
    package var occurrences: Int
    package var state: String
    package var acknowledgedBy: String?
    package var outcome: AlertOutcome?
    package var evidence: [Evidence]
    package var story: [Line]
    /// Names of the others who were told.
    package var alsoTold: [String]
    /// The other alerts it tells; who takes the leading one takes them too. Nil for none.
    package var also: [Also]?

    package init(
        alert: AlertID, kind: MessageKind, about: AlertKind, priority: Priority, isTest: Bool, sentence: String,
        home: String, zoneNumber: Int, resident: String? = nil, address: String? = nil, room: String? = nil,
        access: String? = nil, happened: WallTime, raised: WallTime, clock: ClockQuality, occurrences: Int = 1,
        state: String, acknowledgedBy: String? = nil, outcome: AlertOutcome? = nil, evidence: [Evidence] = [],
        story: [Line] = [], alsoTold: [String] = []
    ) {
        self.alert = alert
        self.kind = kind
        self.about = about
        self.priority = priority
        self.isTest = isTest
        self.sentence = sentence
        self.home = home
        self.zoneNumber = zoneNumber
        self.resident = resident
        self.address = address
        self.room = room
        self.access = access
        self.happened = happened
        self.raised = raised
        self.clock = clock
        self.occurrences = occurrences
        self.state = state
        self.acknowledgedBy = acknowledgedBy
        self.outcome = outcome
        self.evidence = evidence
        self.story = story
        self.alsoTold = alsoTold
    }
}
