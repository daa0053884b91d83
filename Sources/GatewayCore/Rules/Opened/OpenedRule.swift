/// A door, window, drawer or medicine box is opened.
package struct OpenedRule: Rule {
    package struct State: RuleState {
        var openings = Openings()
        /// When each of them was last told. Not more than are watched.
        var told: [Told] = []

        struct Told: Hashable, Codable, Sendable {
            var device: DeviceID
            var time: BootTime
        }
    }

    package static let kind = RuleKind(
        name: "opened",
        summary: "A door, window, drawer or medicine box is opened.",
        fields: [
            RuleField("devices", .devices(anyOf: [.open]), isRequired: true, "The contacts, each by itself."),
            RuleField(
                "at_most_every", .duration(.zero ... .days(1)),
                usually: "10m", "After one opening, further ones of the same door are not told for so long."),
        ],
        // Whoever asks for this rule wants to hear of it, and a notice is told to nobody unless they ask.
        defaultPriority: .concern,
        blindness: "nobody is told when it is opened"
    )

    /// A door that is used again and again while somebody is at it is one message.
    static let defaultSpacing = Duration.minutes(10)

    /// Losing the last seconds tells one opening twice at most.
    package static let remembersRoutine = true

    package let common: RuleCommon
    private let devices: [Device]
    private let spacing: Duration
    private let gate: RuleGate

    package init(common: RuleCommon, values: RuleValues) {
        self.common = common
        devices = values.devices("devices")
        spacing = values.duration("at_most_every") ?? Self.defaultSpacing
        gate = RuleGate(common: common, windowUse: Self.kind.windowUse)
    }

    package var watched: [WatchedCapability] { devices.map { WatchedCapability($0.id, .open) } }

    package func begin() -> State { State() }

    package func observe(_ observation: Observation, _ state: inout State, _ context: RuleContext) -> [Finding] {
        guard case .reading(let reading, _) = observation, state.openings.opens(by: reading) else { return [] }
        // An opening outside the window must not use up the one message of the first inside it.
        guard gate.applies(context) == .yes else { return [] }
        let now = context.moment.boot
        if let last = state.told.firstIndex(where: { $0.device == reading.device }) {
            guard now >= state.told[last].time + spacing else { return [] }
            state.told.remove(at: last)
        }
        if spacing > .zero { state.told.append(State.Told(device: reading.device, time: now)) }
        return [
            Finding(.happened, .opened, device: reading.device, happened: reading.happenedAt, evidence: [reading])
        ]
    }

    package func deadline(_ state: State, _ context: RuleContext) -> BootTime? { nil }
}
