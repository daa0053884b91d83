/// A kind of rule as the settings know it: one declaration gives the reader, its diagnostics and its docs.
package struct RuleKind: Sendable {
    /// The word in the settings: "help_call".
    package var name: String
    /// One sentence for the documentation.
    package var summary: String
    package var fields: [RuleField]
    package var defaultPriority: Priority
    package var defaultPreAlert: Duration
    /// How often the person is reminded during its pre-alert, unless the settings say otherwise.
    package var defaultReminder: Duration?
    /// What time without sight means for a running hold, unless the settings say otherwise.
    package var defaultGap: GapHandling
    package var windowUse: WindowUse
    package var sight: Sight
    /// What it means for the person when the rule cannot see: "nobody is called when the door stands open".
    package var blindness: String
    /// False where a person must not lose time to cancel: smoke, carbon monoxide.
    package var allowsPreAlert: Bool
    /// What is wrong with values each of which is right by itself.
    package var conflicts: @Sendable (RuleValues) -> [RuleConflict]
    /// Its `above` and `below` may stand together, as a range in which all is well.
    package var allowsLimitRange: Bool

    package init(
        name: String, summary: String, fields: [RuleField], defaultPriority: Priority,
        defaultPreAlert: Duration = .zero, allowsPreAlert: Bool = true, defaultReminder: Duration? = nil,
        defaultGap: GapHandling = .count, windowUse: WindowUse = .gate, sight: Sight = .each,
        allowsLimitRange: Bool = false, blindness: String,
        conflicts: @escaping @Sendable (RuleValues) -> [RuleConflict] = { _ in [] }
    ) {
        self.name = name
        self.summary = summary
        self.fields = fields
        self.defaultPriority = defaultPriority
        self.defaultPreAlert = defaultPreAlert
        self.allowsPreAlert = allowsPreAlert
        self.conflicts = conflicts
        self.defaultReminder = defaultReminder
        self.defaultGap = defaultGap
        self.windowUse = windowUse
        self.sight = sight
        self.blindness = blindness
        self.allowsLimitRange = allowsLimitRange
    }

    /// What a kind makes of a rule's `window`.
    package enum WindowUse: Hashable, Sendable {
        /// What is found outside it waits for its beginning, if it is still so then.
        case gate
        /// The kind itself counts within it; it may be left out.
        case own
        /// The kind itself counts within it, and cannot do without.
        case required
        /// It has none: what it finds matters at every hour.
        case none
    }

    /// What a kind needs to see.
    package enum Sight: Hashable, Sendable {
        /// Each of its devices: without one of them it is blind on that one.
        case each
        /// Any of its devices: it is blind when all of them are unseen.
        case any
        /// Nothing in particular: that a device is not heard is what it watches for.
        case none
    }
}

/// Values of one rule that do not go together, for the settings to report.
package struct RuleConflict: Hashable, Sendable {
    /// Where to point; nil for the rule as a whole.
    package var field: String?
    /// "has both `rises_by` and `falls_by`": a sentence without its subject, the rule.
    package var text: String
    package var hint: String?

    package init(_ text: String, at field: String? = nil, hint: String? = nil) {
        self.field = field
        self.text = text
        self.hint = hint
    }
}

/// One setting of a rule kind.
package struct RuleField: Sendable {
    package enum Shape: Hashable, Sendable {
        /// Device ids, each with at least one of these capabilities.
        case devices(anyOf: [Capability])
        /// A duration with unit, within the range.
        case duration(ClosedRange<Duration>)
        /// One capability of these.
        case capability(oneOf: [Capability])
        /// A number in the unit of the rule's capability.
        case quantity
        /// A number above zero in the unit of the rule's capability: by how much it changes.
        case difference
        /// "22:00–06:30" or "22:00-06:30", in the home's zone.
        case window
        /// `true` or `false`.
        case flag
        /// A whole number within the range.
        case count(ClosedRange<Int>)
        /// "07:10", in the home's zone.
        case time
        /// One of these words.
        case choice([String])
        /// What a device tells: `{device: kettle, capability: switched_on, is: true}`.
        case signals(ClosedRange<Int>)
        /// Visitors of the home.
        case visitors
    }

    package var name: String
    package var shape: Shape
    package var isRequired: Bool
    /// What it is where it is left out: as it would be written, "5m", or in words where other settings decide.
    package var usual: String?
    package var summary: String

    package init(
        _ name: String, _ shape: Shape, isRequired: Bool = false, usually usual: String? = nil, _ summary: String
    ) {
        self.name = name
        self.shape = shape
        self.isRequired = isRequired
        self.usual = usual
        self.summary = summary
    }
}
