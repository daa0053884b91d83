/// One thing people must know.
package struct Alert: Hashable, Codable, Sendable {
    package var id: AlertID
    package var cause: Cause
    package var kind: AlertKind
    package var priority: Priority
    /// The rule's title, or the path's fault, for people.
    package var title: String
    package var device: DeviceID?
    package var room: RoomID?
    package var resident: ResidentID?
    /// A walk test or a prompted test press; kept out of statistics.
    package var isTest: Bool
    /// Why, in words for people; nil where the kind says it all.
    package var detail: String?
    /// True when nobody is told: the rule is on trial. Nil for false.
    package var isOnTrial: Bool?
    /// When the person is next reminded during the pre-alert.
    package var nextReminder: BootTime?
    /// When the gateway learned of it.
    package var learned: Moment
    /// When it happened, as well as is known; earlier than `learned` when it came late.
    package var happened: WallTime
    package var state: AlertState
    /// The ladder and how far it has been climbed; nil before raising and where there is nobody to tell.
    package var ladder: LadderPosition?
    /// Readings that led to it, oldest first; at most `Limits.evidence`.
    package var evidence: [Reading]
    /// How often the cause came while this was open, the first time included.
    package var occurrences: Int
    /// The condition that began it has ended by itself. An emergency stays open until a person closes it.
    package var conditionEnded: Bool
    /// The person withdrew it after it was raised; the responder decides.
    package var withdrawnByPerson: Bool
    /// Those to whom a message went out, in order of the first.
    package var told: [ContactID]
    /// In whose message it was told beside another alert; at most one for each contact. Nil for none.
    package var toldWith: [ToldTogether]?
    /// The newest stage the person at home was told.
    package var feedback: FeedbackStage?
    /// The newest entries of its story, at most `Limits.storyInMemory`; the ledger has all.
    package var story: [StoryEntry]

    package init(
        id: AlertID, cause: Cause, kind: AlertKind, priority: Priority, title: String, device: DeviceID? = nil,
        room: RoomID? = nil, resident: ResidentID? = nil, isTest: Bool = false, learned: Moment,
        happened: WallTime, state: AlertState, evidence: [Reading] = []
    ) {
        self.id = id
        self.cause = cause
        self.kind = kind
        self.priority = priority
        self.title = title
        self.device = device
        self.room = room
        self.resident = resident
        self.isTest = isTest
        self.learned = learned
        self.happened = happened
        self.state = state
        self.evidence = Array(evidence.suffix(Limits.evidence))
        ladder = nil
        occurrences = 1
        conditionEnded = false
        withdrawnByPerson = false
        told = []
        feedback = nil
        story = []
    }

    package var isOpen: Bool { state.isOpen }

    /// It is recorded and nobody is told.
    package var isShadow: Bool { isOnTrial ?? false }

    /// The person can still cancel it.
    package var isPending: Bool {
        if case .pending = state { true } else { false }
    }

    package var acknowledgement: Acknowledgement? {
        guard case .acknowledged(let acknowledgement, _) = state else { return nil }
        return acknowledgement
    }
}
