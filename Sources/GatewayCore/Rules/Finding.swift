/// What a rule concludes.
package struct Finding: Hashable, Codable, Sendable {
    package enum Change: String, Hashable, Codable, Sendable {
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
    /// Why, in words for people: "walked about 40 % less than in her usual fortnight".
    package var detail: String?
    /// The rule is not yet sure enough to tell anybody.
    package var isShadow: Bool
    /// A prompted or declared test.
    package var isTest: Bool
    /// The transport may have brought it before.
    package var isRedelivered: Bool

    package init(
        _ change: Change, _ kind: AlertKind, device: DeviceID?, happened: WallTime, evidence: [Reading] = [],
        detail: String? = nil, isShadow: Bool = false,
        isTest: Bool = false, isRedelivered: Bool = false
    ) {
        self.change = change
        self.kind = kind
        self.device = device
        self.happened = happened
        self.evidence = evidence
        self.detail = detail
        self.isShadow = isShadow
        self.isTest = isTest
        self.isRedelivered = isRedelivered
    }

    /// A call that a device makes for its wearer: the event itself, its withdrawal by `cancel`, or its test.
    ///
    /// - Returns: nothing for what is no event.
    package static func call(_ kind: AlertKind, in observation: Observation) -> [Finding] {
        guard case .reading(let reading, _) = observation, reading.value == .happened else { return [] }
        let change: Change = reading.capability == .cancel ? .cancelled : .happened
        return [
            Finding(
                change, kind, device: reading.device, happened: reading.happenedAt, evidence: [reading],
                isTest: reading.capability == .testPress, isRedelivered: reading.isRedelivered)
        ]
    }

    /// Whether another finding is about the same thing, so that one can end what the other began.
    package func isAboutSame(as other: Finding) -> Bool {
        kind == other.kind && device == other.device
    }
}
