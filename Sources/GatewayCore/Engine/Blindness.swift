/// What the gateway cannot see, why, and what that means for the person.
package struct Blindness: Hashable, Sendable {
    package struct Cause: Hashable, Sendable {
        package enum Source: Hashable, Sendable {
            case path(Path)
            case silence(DeviceID)
        }

        package var source: Source
        package var since: Moment

        package init(_ source: Source, since: Moment) {
            self.source = source
            self.since = since
        }
    }

    /// A rule that needs what is unseen.
    package struct BlindRule: Hashable, Sendable {
        package var rule: RuleID
        package var title: String
        /// It still sees some of what it needs.
        package var isPartial: Bool
        /// "nobody is called when the door stands open".
        package var meaning: String
    }

    package var cause: Cause
    package var devices: [DeviceID]
    package var rules: [BlindRule] = []
}
