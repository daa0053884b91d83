/// What a rule concludes.
package struct Finding: Hashable, Sendable {
    package enum Change: Hashable, Sendable {
        /// An event happened: each one counts.
        case happened
        /// A condition now holds.
        case began
        /// A condition that held has ended.
        case ended
        /// The person withdraws what this rule found.
        case cancelled
    }

    package var change: Change
    package var kind: AlertKind
    package var device: DeviceID?
    /// When it happened, as well as is known.
    package var happened: WallTime
    package var evidence: [Reading]
    /// A prompted or declared test.
    package var isTest: Bool
    /// The transport may have brought it before.
    package var isRedelivered: Bool

    package init(
        _ change: Change, _ kind: AlertKind, device: DeviceID?, happened: WallTime, evidence: [Reading] = [],
        isTest: Bool = false, isRedelivered: Bool = false
    ) {
        self.change = change
        self.kind = kind
        self.device = device
        self.happened = happened
        self.evidence = evidence
        self.isTest = isTest
        self.isRedelivered = isRedelivered
    }
}
