package import GatewayCore

/// Why an alert was, step by step, as the ledger has it.
package struct AlertAccount: Hashable, Codable, Sendable {
    /// The rule that found it, as far as the settings still name it.
    package struct Finder: Hashable, Codable, Sendable {
        package var rule: RuleID
        package var title: String
        /// `RuleKind.name`, and what a rule of its kind does, in one sentence.
        package var kind: String
        package var summary: String
    }

    /// One reading that led to it.
    package struct Sign: Hashable, Codable, Sendable {
        package var device: DeviceID
        /// "Margaret's pendant: help call", "the thermometer: temperature 12.5 °C".
        package var words: String
        package var at: WallTime
        /// As the home's clocks showed it: "2026-11-28 03:00:10".
        package var localTime: String
    }

    /// One line of its story.
    package struct Line: Hashable, Codable, Sendable {
        package var at: WallTime
        package var localTime: String
        /// How long after it was noticed, by the boot-time line, in milliseconds.
        package var afterMilliseconds: Int64
        package var kind: StoryEntry.Kind
        package var text: String
    }

    package var alert: AlertID
    package var kind: AlertKind
    package var priority: Priority
    package var title: String
    package var state: String
    package var isTest: Bool
    package var isOnTrial: Bool
    package var occurrences: Int
    /// Nil for what no rule found: a path that is down, a step that ran late.
    package var finder: Finder?
    package var signs: [Sign]
    /// When it happened, or began to be so, and how long after that it was noticed.
    package var happened: WallTime
    package var happenedLocal: String
    package var heldMilliseconds: Int64
    package var learned: WallTime
    package var clock: ClockQuality
    /// Oldest first.
    package var lines: [Line]
    /// Lines in the middle that are left out.
    package var omitted: Int
    package var told: [String]
    package var zone: String
}

extension AlertAccount {
    init(_ alert: Alert, _ story: [StoryEntry], omitted: Int, _ engine: Engine) {
        let plan = engine.plan
        let zone = plan.home.zone
        func local(_ time: WallTime) -> String { zone.dateAndClock(time) }
        self.alert = alert.id
        kind = alert.kind
        priority = alert.priority
        title = alert.title
        state = alert.state.name
        isTest = alert.isTest
        isOnTrial = alert.isShadow
        occurrences = alert.occurrences
        if case .rule(let id, _, _) = alert.cause, let standing = engine.standing(of: id) {
            finder = Finder(rule: id, title: standing.title, kind: standing.kind, summary: standing.summary)
        }
        signs = alert.evidence.map { reading in
            let name = plan.home.device(reading.device)?.name ?? reading.device.name
            return Sign(
                device: reading.device, words: "\(name): \(reading.capability.words(for: reading.value))",
                at: reading.happenedAt, localTime: local(reading.happenedAt))
        }
        happened = alert.happened
        happenedLocal = local(alert.happened)
        heldMilliseconds = max(0, (alert.learned.wall - alert.happened).milliseconds)
        learned = alert.learned.wall
        clock = alert.learned.quality
        self.omitted = omitted
        lines = story.map { entry in
            Line(
                at: entry.moment.wall, localTime: local(entry.moment.wall),
                afterMilliseconds: (entry.moment.boot - alert.learned.boot).milliseconds, kind: entry.kind,
                text: entry.text)
        }
        told = alert.told.map { plan.contact($0)?.name ?? $0.name }
        self.zone = zone.name
    }
}
