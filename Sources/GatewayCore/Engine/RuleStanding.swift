/// How a rule stands, as the engine knows it now: for people who ask why it raised something, or why not.
package struct RuleStanding: Hashable, Codable, Sendable {
    /// Something that the rule watches, and what is known of it.
    package struct Watched: Hashable, Codable, Sendable {
        package var device: DeviceID
        /// The device's name, for people.
        package var name: String
        package var capability: Capability
        /// What was last told of it; nil for nothing.
        package var value: ReadingValue?
        /// When that was told.
        package var told: WallTime?
        /// It cannot be heard now, so that this is unknown.
        package var isUnseen: Bool
    }

    /// Something that was found and waits.
    package struct Withheld: Hashable, Codable, Sendable {
        package var kind: AlertKind
        package var device: DeviceID?
        package var since: WallTime
    }

    package var rule: RuleID
    package var title: String
    /// `RuleKind.name`.
    package var kind: String
    /// What a rule of its kind does, in one sentence.
    package var summary: String
    /// What it means for the person when it cannot see: "a press for help is not heard".
    package var meaning: String
    package var priority: Priority
    package var isOnTrial: Bool
    package var watched: [Watched]
    package var conditions: [ConditionStanding]
    /// When it next looks by itself; nil for never.
    package var deadline: WallTime?
    /// Why what it finds now would be kept back; empty where it is not.
    package var waits: [WaitReason]
    package var withheld: [Withheld]
    /// The part of the day within which its kind counts by itself, and whether it is that now.
    package var counts: DayWindow?
    package var isCounting: Truth
    /// What keeps it from seeing: "bridge zigbee", "device front-door".
    package var blindness: [String]
    /// Its alerts in memory, the oldest first, and how each stands.
    package var alerts: [KnownAlert]

    package struct KnownAlert: Hashable, Codable, Sendable {
        package var alert: AlertID
        package var kind: AlertKind
        package var state: String
        package var isOpen: Bool
        package var isOnTrial: Bool
        package var happened: WallTime
    }
}
