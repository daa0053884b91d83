internal import GatewayCore

extension Scenario {
    /// The scenario with its everyday life written out as steps, but for what its still times leave out.
    func withEverydayLife() -> Scenario {
        guard hasEverydayLife else { return self }
        var whole = self
        whole.hasEverydayLife = false
        whole.stillness = []
        let still = StillTimes(stillness)
        let everyday = Self.everydayLife(seed: seed, days: days, begins: begins).filter { !still.holds($0.at) }
        whole.steps = Self.inOrder(steps + everyday)
        return whole
    }

    /// Stable, so that equal times keep their order on every machine.
    static func inOrder(_ steps: [Step]) -> [Step] {
        let places = steps.indices.sorted { left, right in
            steps[left].at == steps[right].at ? left < right : steps[left].at < steps[right].at
        }
        return places.map { steps[$0] }
    }

    /// What happens in a home where nothing is wrong with the gateway: what its people do, and what its air is like.
    static func everydayLife(seed: UInt64, days: Int, begins: Date) -> [Step] {
        var life = EverydayLife(seed: seed, days: days, begins: begins)
        var air = EverydayAir(chance: Chance(seed: seed ^ 0x4556_4552_5944_4159), end: .days(Int64(days)))
        for day in -1..<days {
            life.addDay(day)
            if day >= 0 { air.addDay(.days(Int64(day))) }
        }
        return inOrder(life.steps + air.steps)
    }
}

/// What the devices of one home tell of themselves and the air, from a seed.
private struct EverydayAir {
    var chance: Chance
    let end: Duration
    var steps: [Scenario.Step] = []

    mutating func addDay(_ day: Duration) {
        addTemperatures(day)
        addLinks(day)
        let percent = chance.happens(perMille: 60) ? 5 + chance.below(20) : 60 + chance.below(40)
        let battery = Quantity(thousandths: percent * 1_000)
        add(day + .hours(5), .number(SimulatedHome.thermometer, .battery, battery, chance.radio()))
    }

    private mutating func addLinks(_ day: Duration) {
        let isWeakDay = chance.happens(perMille: 80)
        for hour: Int64 in [1, 4, 7, 10, 13, 16, 19, 22] {
            let quality = isWeakDay ? 5 + chance.below(40) : 60 + chance.below(150)
            let at = day + .hours(hour) + chance.duration(.zero ... .minutes(9))
            let quantity = Quantity(thousandths: quality * 1_000)
            add(at, .number(SimulatedHome.door, .linkQuality, quantity, chance.radio()))
        }
    }

    private mutating func addTemperatures(_ day: Duration) {
        var celsius = Quantity(thousandths: 19_000 + chance.below(3_000))
        for half in 0..<48 {
            if chance.happens(perMille: 12) { celsius = Quantity(thousandths: 9_000 + chance.below(26_000)) }
            if chance.happens(perMille: 3) { continue }
            let at = day + .minutes(Int64(half) * 30) + chance.duration(.zero ... .minutes(2))
            add(at, .number(SimulatedHome.thermometer, .temperature, celsius, chance.radio()))
            if half % 4 == 0 {
                let spread: Int64 = chance.happens(perMille: 150) ? 50_000 : 9_000
                let percent = Quantity(thousandths: 45_000 + chance.below(spread))
                add(at, .number(SimulatedHome.thermometer, .humidity, percent, chance.radio()))
            }
        }
    }

    private mutating func add(_ at: Duration, _ incident: Incident) {
        if at < end { steps.append(Scenario.Step(at: at, incident: incident)) }
    }
}

extension Chance {
    /// What the air does to one message.
    mutating func radio() -> Incident.Radio {
        switch below(200) {
        case 0: .lost
        case 1: .doubled(after: duration(.milliseconds(1) ... .seconds(90)))
        case 2: .late(duration(.milliseconds(1) ... .minutes(10)))
        default: .clear
        }
    }

    /// One of some things.
    mutating func pick<Thing>(_ things: [Thing]) -> Thing { things[Int(below(Int64(things.count)))] }
}
