/// Everything the settings tell the engine.
package struct Plan: Sendable {
    package var home: Home
    package var rules: [any Rule]
    package var contacts: [Contact]
    package var channels: [Channel]
    package var escalations: [Escalation]
    /// The ladder of alerts whose rule names none.
    package var escalationByPriority: [Priority: EscalationID]
    /// How long an acknowledgement holds before the alert is raised again, by priority.
    package var acknowledgementHolds: [Priority: Duration]
    /// Spoken phrases by stage; `{contact}` is filled in. Missing ones have the default.
    package var phrases: [FeedbackStage: String]
    /// What is said in place of the phrase for `heard` where nobody is called for help: of a concern. Nil for the
    /// default.
    package var calmPhrase: String?
    /// Contacts on the first rung learn of cancelled pre-alerts as such.
    package var tellsCancelled: Bool
    /// How long a path must be down before that is a fault, so that a broker's restart is none.
    package var faultAfter: Duration
    /// The hours in which the home is in night mode by itself; nil for never.
    package var night: DayWindow?
    /// How long a mode lasts where nobody says; missing ones have the default.
    package var stays: [HomeMode: Duration]
    /// The hours in which messages about faults and notices wait for the morning; nil for never.
    package var quietHours: DayWindow?
    /// How long the first message about a concern, fault or notice waits for others to the same contact, so
    /// that they go as one. Zero for no waiting.
    package var groupWait: Duration
    /// Messages below emergency that one contact gets in any hour; what is beyond is told in one summary. At
    /// least 1.
    package var messagesPerHour: Int

    /// A broker that restarts is back within it.
    package static let defaultFaultAfter = Duration.seconds(15)
    package static let defaultGroupWait = Duration.seconds(30)
    /// One every five minutes: more is not read any more, and hides what matters.
    package static let defaultMessagesPerHour = 12

    package init(
        home: Home, rules: [any Rule], contacts: [Contact], channels: [Channel], escalations: [Escalation],
        escalationByPriority: [Priority: EscalationID], acknowledgementHolds: [Priority: Duration] = [:],
        phrases: [FeedbackStage: String] = [:], calmPhrase: String? = nil, tellsCancelled: Bool = false,
        faultAfter: Duration = Plan.defaultFaultAfter,
        night: DayWindow? = nil, stays: [HomeMode: Duration] = [:], quietHours: DayWindow? = nil,
        groupWait: Duration = Plan.defaultGroupWait, messagesPerHour: Int = Plan.defaultMessagesPerHour
    ) {
        precondition(groupWait >= .zero && messagesPerHour > 0, "What waits is told at last.")
        self.home = home
        self.rules = rules
        self.contacts = contacts
        self.channels = channels
        self.escalations = escalations
        self.escalationByPriority = escalationByPriority
        self.acknowledgementHolds = acknowledgementHolds
        self.phrases = phrases
        self.calmPhrase = calmPhrase
        self.tellsCancelled = tellsCancelled
        self.faultAfter = faultAfter
        self.night = night
        self.stays = stays
        self.quietHours = quietHours
        self.groupWait = groupWait
        self.messagesPerHour = messagesPerHour
    }

    /// How long an acknowledgement holds where the settings say nothing.
    package static func defaultHold(_ priority: Priority) -> Duration {
        switch priority {
        case .emergency: .minutes(30)
        case .urgent: .hours(2)
        case .concern, .fault, .notice: .days(1)
        }
    }

    /// How long a mode lasts where nobody says how long.
    package func stay(in mode: HomeMode) -> Duration {
        stays[mode] ?? Self.defaultStay(mode)
    }

    package static func defaultStay(_ mode: HomeMode) -> Duration {
        switch mode {
        case .home: .hours(12)
        case .away: .hours(12)
        case .night: .hours(10)
        case .holiday: .days(14)
        case .visitors: .hours(4)
        }
    }

    func acknowledgementHold(_ priority: Priority) -> Duration {
        acknowledgementHolds[priority] ?? Self.defaultHold(priority)
    }

    package func escalation(_ id: EscalationID?) -> Escalation? { escalations.first { $0.id == id } }
    package func channel(_ id: ChannelID) -> Channel? { channels.first { $0.id == id } }
    package func contact(_ id: ContactID) -> Contact? { contacts.first { $0.id == id } }
}
