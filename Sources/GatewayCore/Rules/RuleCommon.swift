/// What every rule has, whatever it watches.
package struct RuleCommon: Hashable, Codable, Sendable {
    package var id: RuleID
    /// For people: "Bathroom pull cord".
    package var title: String
    package var priority: Priority
    /// The time in which the person can still cancel; zero raises at once.
    package var preAlert: Duration
    /// A second press during the pre-alert withdraws the first. Off unless asked for: a frightened person
    /// presses twice.
    package var cancelBySecondPress: Bool
    /// Nil for the escalation of its priority.
    package var escalation: EscalationID?
    /// The part of the day in which it applies; nil for always. What a kind makes of it stands in
    /// `RuleKind.windowUse`. Never heeded for an emergency.
    package var window: DayWindow?
    /// The modes in which it applies; empty for all. Never heeded for an emergency.
    package var modes: [HomeMode]
    /// Whom it is about; nil for whoever wears or owns the device.
    package var resident: ResidentID?
    /// How long its condition must be over before it counts as over, so that what flaps is one alert.
    package var clearsAfter: Duration
    /// What time without sight means for a running hold; nil for what is safer for the kind.
    package var gap: GapHandling?
    /// It runs and is recorded, and tells nobody.
    package var isShadow: Bool
    /// Rules and paths that cause what this one finds: while one of them has an open alert, this one waits.
    /// Never heeded for an emergency.
    package var mutedBy: [RuleID]
    /// How often the person is reminded during a pre-alert; nil for never.
    package var remindsEvery: Duration?
    /// A digest of what the rule says. State is kept over a reload only under the same id and fingerprint.
    package var fingerprint: String

    package init(
        id: RuleID, title: String, priority: Priority, preAlert: Duration = .zero,
        cancelBySecondPress: Bool = false, escalation: EscalationID? = nil, window: DayWindow? = nil,
        modes: [HomeMode] = [], resident: ResidentID? = nil, clearsAfter: Duration = .zero, gap: GapHandling? = nil,
        isShadow: Bool = false, mutedBy: [RuleID] = [], remindsEvery: Duration? = nil, fingerprint: String = ""
    ) {
        precondition(preAlert >= .zero, "A pre-alert does not run backwards.")
        precondition(clearsAfter >= .zero, "A clearing delay does not run backwards.")
        precondition(remindsEvery.map { $0 > .zero } ?? true, "Reminders are apart.")
        self.id = id
        self.title = title
        self.priority = priority
        self.preAlert = preAlert
        self.cancelBySecondPress = cancelBySecondPress
        self.escalation = escalation
        self.window = window
        self.modes = modes
        self.resident = resident
        self.clearsAfter = clearsAfter
        self.gap = gap
        self.isShadow = isShadow
        self.mutedBy = mutedBy
        self.remindsEvery = remindsEvery
        self.fingerprint = fingerprint
    }
}
