/// Something that a person has before them at a time of the day.
struct Errand {
    enum Kind {
        case breakfast, dinner, supper, rest, lookOut, garden, measuring, fall
        case medicine(Int64)
        case outing(DayPlan.Outing)
        case visit(DayPlan.Visit)
    }

    var start: Int64
    var kind: Kind
}

extension ResidentDay {
    /// The day's errands in order of time.
    mutating func errands() -> [Errand] {
        var errands: [Errand] = []
        errands.reserveCapacity(24)
        let rise = time
        func add(_ start: Int64, _ kind: Errand.Kind) { errands.append(Errand(start: start, kind: kind)) }
        if plan.returns == nil { add(rise + chance.within(10, 40) * LifeLimits.minute, .breakfast) }
        add(chance.around(12 * LifeLimits.hour + 30 * LifeLimits.minute, reach: LifeLimits.hour), .dinner)
        add(chance.around(17 * LifeLimits.hour + 30 * LifeLimits.minute, reach: LifeLimits.hour), .supper)
        for medicine in resident.medicines {
            let minute = max(medicine, medicine < 720 ? rise / LifeLimits.minute + 30 : 0)
            add(chance.around(minute * LifeLimits.minute, reach: 40 * LifeLimits.minute), .medicine(medicine))
        }
        if resident.measuresEvery > 0, Int64(plan.day) % resident.measuresEvery == 0 {
            add(rise + chance.within(40, 120) * LifeLimits.minute, .measuring)
        }
        add(plan.rest.start + Int64(person) * LifeLimits.minute, .rest)
        if isIll { add(rise + chance.within(90, 200) * LifeLimits.minute, .rest) }
        let fallChance = resident.falls * home.mishaps
        if chance.below(100_000) < fallChance { add(chance.within(8, 22) * LifeLimits.hour, .fall) }
        for outing in plan.outings where !isIll && outing.person ?? person == person {
            add(outing.start, .outing(outing))
        }
        if person == 0 { for visit in plan.visits { add(visit.start, .visit(visit)) } }
        addDoors(&errands)
        // Insertion, stable: some twenty that are nearly in order.
        for place in errands.indices.dropFirst() {
            var hole = place
            while hole > 0, errands[hole].start < errands[hole - 1].start {
                errands.swapAt(hole, hole - 1)
                hole -= 1
            }
        }
        return errands
    }

    /// Looking out and the garden: the uses of the doors beyond outings and visits.
    private mutating func addDoors(_ errands: inout [Errand]) {
        let character = home.character
        // Each outing and each visit uses the front door twice.
        let looks = max(300, character.frontDoor - 2 * character.outings - 1_300) * resident.share / 1_000
        for _ in 0..<chance.count(thousandths: looks) {
            let start = chance.around(13 * LifeLimits.hour, reach: 7 * LifeLimits.hour)
            errands.append(Errand(start: start, kind: .lookOut))
        }
        for _ in 0..<chance.count(thousandths: character.backDoor * resident.share / 1_000) {
            let start = chance.around(13 * LifeLimits.hour, reach: 7 * LifeLimits.hour)
            errands.append(Errand(start: start, kind: .garden))
        }
    }

    mutating func attend(to errand: Errand) {
        switch errand.kind {
        case .breakfast: eat(cooksPerMille: 150)
        case .dinner: eat(cooksPerMille: 600)
        case .supper: eat(cooksPerMille: 450)
        case .rest: rest()
        case .lookOut:
            walk(to: .hallway)
            useFrontDoor()
        case .garden: visitGarden()
        case .measuring: measure()
        case .fall: fall()
        case .medicine: takeMedicine()
        case .outing(let outing): goOut(outing)
        case .visit(let visit): receive(visit)
        }
    }

    // MARK: - In the house

    private mutating func eat(cooksPerMille: Int64) {
        walk(to: .kitchen)
        if chance.happens(perMille: 650) { boilKettle() }
        useFridge()
        if chance.happens(perMille: isIll ? 0 : cooksPerMille), stoveOff == .max {
            happen(.stove(isOn: true))
            let isForgotten = chance.happens(perMille: min(1_000, resident.forgetsStovePerMille * home.mishaps))
            stoveOff =
                time
                + (isForgotten
                    ? chance.within(LifeLimits.hour, LifeLimits.longestStove)
                    : chance.within(12 * LifeLimits.minute, 40 * LifeLimits.minute))
            stoveOff = min(stoveOff, end - LifeLimits.minute)
        }
        stay(3, until: time + 20 * LifeLimits.minute, pacePerMille: 500)
    }

    mutating func finishCooking() {
        guard stoveOff != .max else { return }
        let off = max(stoveOff, events.last?.milliseconds ?? 0)
        stoveOff = .max
        events.append(
            LifeEvent(milliseconds: off, person: UInt8(truncatingIfNeeded: person), what: .stove(isOn: false)))
    }

    mutating func boilKettle() {
        happen(.kettle(isOn: true))
        time += chance.within(100, 240) * LifeLimits.second
        happen(.kettle(isOn: false))
    }

    /// Several openings, as for breakfast: milk, butter, milk again.
    mutating func useFridge() {
        for _ in 0...chance.below(4) {
            open(.fridge, for: 3, 25)
            time += chance.within(5, 60) * LifeLimits.second
        }
        if chance.happens(perMille: 500) { happen(.movesIn(.kitchen)) }
    }

    private mutating func open(_ contact: LifeContact, for shortest: Int64, _ longest: Int64) {
        happen(.opens(contact))
        time += chance.within(shortest, longest) * LifeLimits.second
        happen(.closes(contact))
    }

    private mutating func takeMedicine() {
        if chance.happens(perMille: resident.missesMedicinePerMille) {
            happen(.missesMedicine)
            return
        }
        walk(to: .kitchen)
        happen(.opens(.medicineBox))
        time += chance.within(8, 40) * LifeLimits.second
        happen(.takesMedicine)
        time += chance.within(3, 20) * LifeLimits.second
        happen(.closes(.medicineBox))
    }

    private mutating func rest() {
        walk(to: .lounge)
        happen(.sitsDown)
        time += min(plan.rest.length * (isIll ? 2 : 1), 6 * LifeLimits.hour)
        time = min(time, end - LifeLimits.hour)
        happen(.getsUp)
        move(.lounge)
    }

    private mutating func measure() {
        walk(to: .lounge)
        for sign in VitalSign.allCases {
            time += chance.within(15, 60) * LifeLimits.second
            happen(.measures(sign, resident.vitals.measure(sign, isIll: isIll, &chance)))
        }
    }

    // MARK: - At the doors

    private mutating func useFrontDoor() {
        open(.frontDoor, for: 4, 60)
        time += chance.within(2, 6) * LifeLimits.second
    }

    private mutating func visitGarden() {
        walk(to: .kitchen)
        time += 4 * LifeLimits.second
        open(.backDoor, for: 3, 20)
        // In bad weather it is only the dustbin.
        time += chance.within(20, 420) * LifeLimits.second
        open(.backDoor, for: 3, 20)
        move(.kitchen)
    }

    private mutating func goOut(_ outing: DayPlan.Outing) {
        // Who comes after the other on a joint outing finds the door open.
        let opensDoor = outing.person != nil || person == 0
        let back = min(time + outing.length, 22 * LifeLimits.hour)
        guard back > time + 5 * LifeLimits.minute else { return }
        walk(to: .hallway)
        if opensDoor { happen(.opens(.frontDoor)) }
        happen(.goesOut)
        time += chance.within(4, 15) * LifeLimits.second
        if opensDoor { happen(.closes(.frontDoor)) }
        time = max(time, back)
        comeHome(opensDoor: opensDoor)
    }

    mutating func comeHome(opensDoor: Bool = true) {
        if opensDoor { happen(.opens(.frontDoor)) }
        happen(.comesHome)
        time += chance.within(4, 15) * LifeLimits.second
        if opensDoor { happen(.closes(.frontDoor)) }
        time += chance.within(1, 4) * LifeLimits.second
        move(.hallway)
    }

    /// For days: a holiday.
    mutating func leave() {
        walk(to: .hallway)
        happen(.opens(.frontDoor))
        happen(.goesOut)
        time += chance.within(4, 30) * LifeLimits.second
        happen(.closes(.frontDoor))
    }

    private mutating func receive(_ visit: DayPlan.Visit) {
        if visit.isMissed || time > visit.start + LifeLimits.visitorWaits {
            happen(.visitorStaysAway(visit.visitor))
            return
        }
        walk(to: .hallway)
        open(.frontDoor, for: 5, 25)
        happen(.visitorArrives(visit.visitor))
        spend(until: time + visit.length)
        walk(to: .hallway)
        happen(.visitorLeaves(visit.visitor))
        open(.frontDoor, for: 5, 25)
    }
}
