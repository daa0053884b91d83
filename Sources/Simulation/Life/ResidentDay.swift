/// One person's day as it is lived, from rising to the next rising.
///
/// Time only goes forward: whoever does something moves it on, and what is planned for later waits. So the
/// events are in order as they are made.
struct ResidentDay {
    let home: HomeLife
    let plan: DayPlan
    let person: Int
    let resident: ResidentCharacter
    let isIll: Bool
    var chance: Chance
    /// Milliseconds after the day's midnight.
    var time: Int64
    /// The next rising.
    let end: Int64
    var room = LifeRoom.bedroom
    var events: [LifeEvent] = []
    /// The newest movement that was told, for `LifeDetail.changesOfRoom`.
    private var toldRoom: LifeRoom?
    private var toldAt = Int64.min
    /// When the stove that is on will be turned off.
    var stoveOff = Int64.max
    /// The mean time between two movements, by hour of the day.
    private var gaps: [Int64]

    init(home: HomeLife, plan: DayPlan, person: Int) {
        self.home = home
        self.plan = plan
        self.person = person
        let resident = home.character.residents[person]
        self.resident = resident
        isIll = plan.isIll(person, home)
        chance = Chance(home: home.seed, .day, plan.day, person: person)
        time = home.rise(person, plan.day)
        end = home.rise(person, plan.day + 1) + LifeLimits.day
        let activity = home.character.activity(onDay: plan.day) * (isIll ? 400 : chance.within(850, 1_150)) / 1_000
        let firings = home.character.firings * resident.share / 1_000 * activity / 1_000
        gaps = DailyRhythm.busyness.map { busyness in
            Self.pace * LifeLimits.hour / max(1, firings * busyness)
        }
        events.reserveCapacity(Int(firings) * 3 / 2)
    }

    /// Makes the hours' rest, outings and quick ways between rooms add up to the measured firings a day; found by
    /// trial with `LifeCalibrationTests`.
    private static let pace: Int64 = 1_600

    // MARK: - The day

    mutating func live() {
        if let returns = plan.returns {
            time = returns
            comeHome()
        } else {
            rise()
        }
        for errand in errands() {
            if let leaves = plan.leaves, errand.start > leaves { break }
            // Whoever was kept from something for long lets it be.
            guard errand.start > time - LifeLimits.hour else { continue }
            spend(until: errand.start)
            attend(to: errand)
        }
        if let leaves = plan.leaves {
            spend(until: leaves)
            leave()
            finishCooking()
            return
        }
        let minute = chance.around(resident.retire - 8, reach: resident.retireSpread * 1_000 / 553)
        let retires = min(max(minute * LifeLimits.minute, LifeLimits.earliestRetiring), LifeLimits.latestRetiring)
        spend(until: retires)
        sleep()
        finishCooking()
    }

    private mutating func rise() {
        if isIll { happen(.wakesIll) }
        happen(.leavesBed)
        move(.bedroom)
        time += chance.within(20, 200) * LifeLimits.second
        if chance.happens(perMille: 700) { visitBathroom() }
    }

    // MARK: - Moving about

    mutating func happen(_ what: LifeHappening) {
        if time >= stoveOff { finishCooking() }
        if home.detail == .changesOfRoom, case .movesIn(let seen) = what {
            if seen == toldRoom || seen == .hallway, time < toldAt + LifeLimits.stillThere { return }
            toldRoom = seen
            toldAt = time
        }
        events.append(LifeEvent(milliseconds: time, person: UInt8(truncatingIfNeeded: person), what: what))
    }

    mutating func move(_ newRoom: LifeRoom) {
        room = newRoom
        happen(.movesIn(newRoom))
    }

    /// Goes to another room; mostly through the hallway.
    mutating func walk(to newRoom: LifeRoom) {
        guard newRoom != room else { return }
        if newRoom != .hallway, room != .hallway, chance.happens(perMille: 850) {
            time += chance.within(3, 12) * LifeLimits.second
            move(.hallway)
        }
        time += chance.within(3, 15) * LifeLimits.second
        move(newRoom)
    }

    /// Lives on as one does between what one has to do.
    mutating func spend(until stop: Int64) {
        let stop = min(stop, end - LifeLimits.minute)
        while time < stop {
            switch chooseRoom() {
            case .bedroom:
                walk(to: .bedroom)
                stay(1 + chance.wait(mean: 2), until: stop, pacePerMille: 700)
            case .bathroom: visitBathroom()
            case .kitchen: useKitchen(until: stop)
            case .lounge, .hallway: sitInLounge(until: stop)
            }
        }
    }

    private mutating func chooseRoom() -> LifeRoom {
        let hour = time / LifeLimits.hour
        let weights = DailyRhythm.rooms[hour < 10 ? 0 : hour < 14 ? 1 : hour < 19 ? 2 : 3]
        var choice = chance.below(1_000)
        for (place, weight) in weights.enumerated() {
            choice -= weight
            if choice < 0 { return LifeRoom.allCases[place] }
        }
        return .lounge
    }

    /// Stays in the room for some movements.
    mutating func stay(_ movements: Int64, until stop: Int64, pacePerMille: Int64) {
        for _ in 0..<movements {
            let mean = gaps[Int(time / LifeLimits.hour % 24)] * pacePerMille / 1_000
            time += 5 * LifeLimits.second + chance.wait(mean: mean)
            if time >= stop { return }
            happen(.movesIn(room))
        }
    }

    mutating func visitBathroom() {
        walk(to: .bathroom)
        for _ in 0..<chance.below(3) {
            time += chance.within(20, 150) * LifeLimits.second
            happen(.movesIn(.bathroom))
        }
        time += chance.within(20, 200) * LifeLimits.second
    }

    private mutating func useKitchen(until stop: Int64) {
        walk(to: .kitchen)
        stay(1 + chance.wait(mean: 2), until: stop, pacePerMille: 700)
        if chance.happens(perMille: min(950, home.character.fridge / 24)) { useFridge() }
        if chance.happens(perMille: 150) { boilKettle() }
    }

    private mutating func sitInLounge(until stop: Int64) {
        walk(to: .lounge)
        let sits = chance.happens(perMille: 650)
        if sits { happen(.sitsDown) }
        stay(1 + chance.wait(mean: 3), until: stop, pacePerMille: 1_250)
        if sits { happen(.getsUp) }
    }
}
