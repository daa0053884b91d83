/// A kind of rule as the settings know it: one declaration gives the reader, its diagnostics and its docs.
package struct RuleKind: Sendable {
    /// The word in the settings: "help_call".
    package var name: String
    /// One sentence for the documentation.
    package var summary: String
    package var fields: [RuleField]
    package var defaultPriority: Priority
    package var defaultPreAlert: Duration
    /// False where a person must not lose time to cancel: smoke, carbon monoxide.
    package var allowsPreAlert: Bool

    package init(
        name: String, summary: String, fields: [RuleField], defaultPriority: Priority,
        defaultPreAlert: Duration = .zero, allowsPreAlert: Bool = true
    ) {
        self.name = name
        self.summary = summary
        self.fields = fields
        self.defaultPriority = defaultPriority
        self.defaultPreAlert = defaultPreAlert
        self.allowsPreAlert = allowsPreAlert
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
        /// "22:00–06:30" or "22:00-06:30", in the home's zone.
        case window
        /// `true` or `false`.
        case flag
    }

    package var name: String
    package var shape: Shape
    package var isRequired: Bool
    package var summary: String

    package init(_ name: String, _ shape: Shape, isRequired: Bool = false, _ summary: String) {
        self.name = name
        self.shape = shape
        self.isRequired = isRequired
        self.summary = summary
    }
}
