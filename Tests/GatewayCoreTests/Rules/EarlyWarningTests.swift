internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// NEWS2 as a rule: of current observations only, and of all of them.
@Suite struct EarlyWarningTests {
    private static func home(
        atLeast: Int? = nil, singleThree: Bool? = nil, oxygenScale2: Bool? = nil, validFor: Duration? = nil,
        modifiers: (inout RuleCommon) -> Void = { _ in }
    ) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.devices.append(
            HomeBuilder.device("tablet", EarlyWarningScore.inputs, resident: "margaret", supervision: .bridge))
        var values: [String: RuleValues.Value] = ["devices": .devices([DeviceID("tablet")])]
        if let atLeast { values["at_least"] = .count(atLeast) }
        if let singleThree { values["single_three"] = .flag(singleThree) }
        if let oxygenScale2 { values["oxygen_scale_2"] = .flag(oxygenScale2) }
        if let validFor { values["valid_for"] = .duration(validFor) }
        home.addRule("early_warning", values: values, modifiers: modifiers)
        return (EngineDriver(home), home)
    }

    /// A set of observations; what is not named is well.
    private struct Observations: Sendable {
        var respiration: Int64 = 16
        var saturation: Int64 = 97
        var oxygen = false
        var systolic: Int64 = 125
        var pulse: Int64 = 70
        var reduced = false
        var temperature: Int64 = 36_800
        var without: [Capability] = []
    }

    private static func observe(
        _ home: inout EngineDriver, _ set: Observations = Observations(), freshness: Freshness = .live,
        age: Duration? = nil
    ) {
        let values: [(Capability, ReadingValue)] = [
            (.respiratoryRate, .number(Quantity(thousandths: set.respiration * 1_000))),
            (.oxygenSaturation, .number(Quantity(thousandths: set.saturation * 1_000))),
            (.supplementalOxygen, .state(set.oxygen)),
            (.systolicPressure, .number(Quantity(thousandths: set.systolic * 1_000))),
            (.heartRate, .number(Quantity(thousandths: set.pulse * 1_000))),
            (.consciousnessReduced, .state(set.reduced)),
            (.bodyTemperature, .number(Quantity(thousandths: set.temperature))),
        ]
        let now = home.now
        home.turn(
            .readings(
                values.filter { !set.without.contains($0.0) }.map { capability, value in
                    Reading(
                        device: DeviceID("tablet"), capability: capability, value: value, moment: now,
                        occurred: age.map { now.wall - $0 }, freshness: freshness)
                }))
        home.pass(.minutes(1))
    }

    @Test(arguments: [
        (Observations(), nil, nil, []),
        // 2 + 1 + 1 = 4, then 5.
        (Observations(respiration: 22, saturation: 95, systolic: 105), nil, nil, []),
        (Observations(respiration: 22, saturation: 95, systolic: 105, pulse: 95), nil, nil, ["raised"]),
        (Observations(respiration: 22, saturation: 95, systolic: 105, pulse: 95), 6, nil, []),
        (Observations(reduced: true), nil, nil, ["raised"]),
        (Observations(reduced: true), nil, false, []),
        (Observations(pulse: 131), nil, nil, ["raised"]),
        (Observations(saturation: 93, oxygen: true), nil, nil, []),
        (Observations(saturation: 93, oxygen: true, temperature: 38_100), nil, nil, ["raised"]),
    ] as [(Observations, Int?, Bool?, [String])])
    private func `a limit is reached by the sum, or by three points alone`(
        _ set: Observations, _ atLeast: Int?, _ singleThree: Bool?, _ states: [String]
    ) {
        var (home, _) = Self.home(atLeast: atLeast, singleThree: singleThree)
        Self.observe(&home, set)
        #expect(home.states == states)
    }

    @Test func `it lists each value with its points and says what it is not`() {
        var (home, _) = Self.home()
        Self.observe(
            &home, Observations(respiration: 22, saturation: 94, oxygen: true, pulse: 131, temperature: 38_500))
        #expect(
            home.engine.alerts[0].detail
                == "NEWS2 score 9: respiratory rate 22/min (2), oxygen saturation 94 % (1), on oxygen (2), "
                + "systolic pressure 125 mmHg (0), heart rate 131/min (3), alert (0), body temperature 38.5 °C (1); "
                + "support for a clinician, not a diagnosis.")
        #expect(home.engine.alerts[0].kind == .earlyWarning)
        #expect(home.engine.alerts[0].priority == .urgent)
        #expect(home.engine.alerts[0].evidence.count == 7)
    }

    @Test(arguments: EarlyWarningScore.inputs)
    func `without one of them there is no score`(_ missing: Capability) {
        var (home, _) = Self.home()
        Self.observe(
            &home,
            Observations(
                respiration: 30, saturation: 80, oxygen: true, systolic: 80, pulse: 140, reduced: true,
                temperature: 34_000, without: [missing]))
        #expect(home.states == [])
    }

    @Test func `what is missing is named`() {
        let rule = EarlyWarningRule(
            common: RuleCommon(id: RuleID("score"), title: "Score", priority: .urgent),
            values: RuleValues([:], home: []))
        let context = RuleContext(moment: EngineDriver.morning, zone: .utc)
        var state = rule.begin()
        for (capability, value) in [
            (Capability.heartRate, ReadingValue.number(Quantity(thousandths: 70_000))),
            (.supplementalOxygen, .state(false)), (.consciousnessReduced, .state(false)),
            (.oxygenSaturation, .number(Quantity(thousandths: 97_000))),
            (.systolicPressure, .number(Quantity(thousandths: 120_000))),
        ] {
            let reading = Reading(
                device: DeviceID("tablet"), capability: capability, value: value, moment: context.moment)
            _ = rule.observe(.reading(reading, isChange: true), &state, context)
        }
        #expect(
            rule.standing(state, context)
                == "The score is unknown: there is no current respiratory rate and body temperature.")
    }

    @Test func `an observation that is too old is missing`() {
        var (home, _) = Self.home()
        Self.observe(&home, Observations(without: [.bodyTemperature]))
        home.measure("tablet", .bodyTemperature, 36_800)
        home.pass(.hours(12))
        // The temperature is older than twelve hours by now.
        Self.observe(&home, Observations(reduced: true, without: [.bodyTemperature]))
        #expect(home.states == [])
        home.measure("tablet", .bodyTemperature, 36_800)
        home.pass(.minutes(1))
        #expect(home.states == ["raised"])
    }

    @Test func `becoming unknown ends nothing, being well does`() {
        var (home, _) = Self.home()
        Self.observe(&home, Observations(reduced: true))
        home.pass(.days(2))
        Self.observe(&home, Observations(without: [.heartRate]))
        #expect(home.states == ["raised"])
        home.measure("tablet", .heartRate, 70_000)
        home.pass(.minutes(1))
        #expect(home.states == ["closed"])
    }

    @Test func `half of one set and half of another are no set`() {
        var (home, _) = Self.home()
        Self.observe(&home, Observations(respiration: 22, saturation: 94))
        // Value by value: with the old respiration, the new pulse and temperature would make five.
        home.measure("tablet", .heartRate, 95_000)
        home.measure("tablet", .bodyTemperature, 38_200)
        home.pass(.seconds(20))
        home.measure("tablet", .respiratoryRate, 16_000)
        home.pass(.minutes(1))
        #expect(home.states == [])
    }

    @Test(arguments: [(false, ["raised"]), (true, [])])
    func `scale 2 is for those whom it is prescribed for`(_ oxygenScale2: Bool, _ states: [String]) {
        var (home, _) = Self.home(oxygenScale2: oxygenScale2)
        Self.observe(&home, Observations(saturation: 90))
        #expect(home.states == states)
    }

    @Test func `too much oxygen scores on scale 2`() {
        var (home, _) = Self.home(oxygenScale2: true)
        Self.observe(&home, Observations(saturation: 97, oxygen: true))
        #expect(home.engine.alerts.first?.detail?.hasPrefix("NEWS2 score 5, oxygen scale 2: ") == true)
    }

    @Test func `a restart keeps the observations and tells nothing twice`() {
        var (home, plan) = Self.home()
        Self.observe(&home, Observations(without: [.heartRate]))
        home.restart(after: .hours(3), with: plan)
        home.measure("tablet", .heartRate, 140_000)
        home.pass(.minutes(1))
        #expect(home.states == ["raised"])
        home.close(1, by: "anna")
        home.restart(after: .hours(3), with: plan)
        home.measure("tablet", .heartRate, 140_000)
        home.pass(.minutes(1))
        #expect(home.states == ["closed"])
    }

    @Test func `a copy counts only with the time at which it was measured`() {
        var (home, _) = Self.home()
        Self.observe(&home, Observations(reduced: true), freshness: .retained)
        #expect(home.states == [])
        Self.observe(&home, Observations(reduced: true), freshness: .retained, age: .hours(13))
        #expect(home.states == [])
        Self.observe(&home, Observations(reduced: true), freshness: .retained, age: .hours(1))
        #expect(home.states == ["raised"])
    }

    @Test func `silence ends nothing, and the clock is of no account`() {
        var (home, _) = Self.home()
        home.setClock(WallTime(milliseconds: 0), .unsynchronised)
        Self.observe(&home, Observations(reduced: true))
        home.show("tablet", .available, false)
        home.pass(.days(1))
        home.show("tablet", .available, true)
        #expect(home.engine.alerts.filter { $0.kind == .earlyWarning }.map { $0.state.name } == ["raised"])
    }

    @Test func `outside its window it waits`() {
        let day = DayWindow(from: TimeOfDay(minutes: 9 * 60), to: TimeOfDay(minutes: 12 * 60))
        var (home, _) = Self.home { $0.window = day }
        Self.observe(&home, Observations(reduced: true))
        #expect(home.states == [])
        home.pass(.hours(1))
        #expect(home.states == ["raised"])
    }
}
