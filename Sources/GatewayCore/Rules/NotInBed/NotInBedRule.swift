/// Nobody is in bed by the time at which they usually are.
///
/// Told once a night at most. Once the bed was occupied in the night it is settled: who gets up again is the
/// business of `not_returned`.
package struct NotInBedRule: Rule {
    package struct State: RuleState {
        /// The beginning of the night of which all is known that this rule asks: somebody was in bed, or
        /// it was told that nobody is.
        var settledNight: WallTime?
        var isReported = false
    }

    package static let kind = RuleKind(
        name: "not_in_bed_by",
        summary: "Nobody is in bed by a time of the evening.",
        fields: [
            RuleField(
                "devices", .devices(anyOf: [.bedOccupied]), isRequired: true,
                "The bed sensors; one of them occupied is enough."),
            RuleField("by", .time, isRequired: true, "When somebody should be in bed."),
            RuleField("until", .time, usually: "06:00", "When it no longer matters."),
        ],
        defaultPriority: .concern,
        // Enough to go to bed when reminded.
        defaultPreAlert: .minutes(15),
        defaultReminder: .minutes(5),
        windowUse: .none,
        blindness: "nobody is told when somebody does not go to bed",
        conflicts: { values in
            guard let by = values.time("by"), by.minutes % 1_440 == (values.time("until") ?? morning).minutes % 1_440
            else { return [] }
            return [
                RuleConflict(
                    "gives up at the time at which it begins", at: values.time("until") == nil ? "by" : "until",
                    hint: "a night: `by: 23:30` and `until: 06:00`")
            ]
        }
    )

    private static let morning = TimeOfDay(minutes: 360)

    package let common: RuleCommon
    private let devices: [Device]
    private let night: DayWindow

    package init(common: RuleCommon, values: RuleValues) {
        self.common = common
        devices = values.devices("devices")
        night = DayWindow(
            from: values.time("by") ?? TimeOfDay(minutes: 1_410), to: values.time("until") ?? Self.morning)
    }

    package var watched: [WatchedCapability] { devices.map { WatchedCapability($0.id, .bedOccupied) } }

    package func begin() -> State { State() }

    package func observe(_ observation: Observation, _ state: inout State, _ context: RuleContext) -> [Finding] {
        // Without a clock nobody knows whether it is night, nor whether it is over; but a bed is a bed.
        let isClockSet = context.isClockSet
        let night = isClockSet ? night.occurrence(at: context.moment.wall, in: context.zone) : nil
        let isInBed = isInBed(context)
        if state.isReported, isClockSet && night == nil || isInBed == .yes || context.isAway {
            state.isReported = false
            return [Finding(.ended, .notInBed, device: nil, happened: context.moment.wall)]
        }
        guard let night, state.settledNight != night.start, !context.isAway, isInBed != .unknown else { return [] }
        state.settledNight = night.start
        guard isInBed == .no else { return [] }
        state.isReported = true
        let evidence = devices.compactMap { context.devices[$0.id]?[.bedOccupied] }
        return [
            Finding(
                .began, .notInBed, device: nil, happened: context.moment.wall, evidence: evidence,
                detail: "Not in bed at \(context.zone.civil(context.moment.wall).clock).")
        ]
    }

    package func deadline(_ state: State, _ context: RuleContext) -> BootTime? {
        guard context.isClockSet else { return context.moment.boot + RuleContext.clockRecheck }
        let wall = context.moment.wall
        let edge =
            night.occurrence(at: wall, in: context.zone)?.end
            ?? night.nextOccurrence(after: wall, in: context.zone).start
        return context.moment.boot + (edge - wall)
    }

    package func conditions(_ state: State, _ context: RuleContext) -> [ConditionStanding] {
        let isNight = context.isWithin(night)
        return [
            ConditionStanding(
                nil, "nobody in bed at \(night.clock)", isNight == .no ? .no : isNight && !isInBed(context),
                isFound: state.isReported)
        ]
    }

    /// Unknown where a bed without sight or word could be the one.
    private func isInBed(_ context: RuleContext) -> Truth {
        Truth.atLeast(
            1,
            of: devices.lazy.map { device in
                let known = context.devices[device.id]?[.bedOccupied]?.value
                guard context.isSeen(device.id), case .state(let isOccupied) = known else { return .unknown }
                return Truth(isOccupied)
            })
    }
}
