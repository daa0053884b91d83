/// The night, and what goes wrong by night and day.
extension ResidentDay {
    /// From going to bed to the next rising.
    mutating func sleep() {
        guard time < end - LifeLimits.hour else { return }
        visitBathroom()
        walk(to: .bedroom)
        time += chance.within(2, 12) * LifeLimits.minute
        happen(.movesIn(.bedroom))
        happen(.entersBed)
        let wakes = end - 35 * LifeLimits.minute
        let wanders = chance.below(100_000) < resident.wanders * home.mishaps
        let wandersAt = chance.within(24 * LifeLimits.hour + 30 * LifeLimits.minute, 28 * LifeLimits.hour)
        var isWandering = wanders
        for visit in nightVisits(until: wakes) {
            if isWandering, wandersAt > time, wandersAt < visit {
                isWandering = false
                lie(until: wandersAt)
                wander(until: wakes)
            }
            guard visit > time + 10 * LifeLimits.minute else { continue }
            lie(until: visit)
            happen(.leavesBed)
            move(.bedroom)
            visitBathroom()
            // One fall in six happens on the way in the dark.
            if chance.below(600_000) < resident.falls * home.mishaps { fall() }
            walk(to: .bedroom)
            time += chance.within(10, 60) * LifeLimits.second
            happen(.entersBed)
        }
        if isWandering, wandersAt > time, wandersAt < wakes {
            lie(until: wandersAt)
            wander(until: wakes)
        }
        lie(until: end - LifeLimits.minute)
    }

    private mutating func nightVisits(until wakes: Int64) -> [Int64] {
        let first = time + 35 * LifeLimits.minute
        guard first < wakes else { return [] }
        // Some visits just after the last light or just before the first are counted with the night too.
        let count = chance.count(thousandths: resident.nightVisits * 11 / 10 - 330)
        return (0..<count).map { _ in chance.within(first, wakes) }.sorted()
    }

    /// Lies in bed; turns over now and then, which a sensor at the wall may see.
    private mutating func lie(until stop: Int64) {
        while true {
            let turn = time + 5 * LifeLimits.minute + chance.wait(mean: 110 * LifeLimits.minute)
            if turn >= stop { break }
            time = turn
            happen(.movesIn(.bedroom))
        }
        time = max(time, stop)
    }

    /// Out by the front door, confused; comes back soon, or is brought home hours later.
    private mutating func wander(until latest: Int64) {
        happen(.leavesBed)
        walk(to: .hallway)
        happen(.opens(.frontDoor))
        happen(.wandersOut)
        let returnsAlone = chance.happens(perMille: 650)
        if returnsAlone, chance.happens(perMille: 500) {
            time += chance.within(5, 20) * LifeLimits.second
            happen(.closes(.frontDoor))
        }
        let isClosed = events.last?.what == .closes(.frontDoor)
        time +=
            returnsAlone
            ? chance.within(4 * LifeLimits.minute, 40 * LifeLimits.minute)
            : chance.within(LifeLimits.hour, 4 * LifeLimits.hour)
        time = max(events.last?.milliseconds ?? time, min(time, latest))
        if isClosed { happen(.opens(.frontDoor)) }
        happen(.comesHome)
        time += chance.within(5, 20) * LifeLimits.second
        happen(.closes(.frontDoor))
        walk(to: .bedroom)
        happen(.entersBed)
    }

    /// Falls where they are, and lies still until they stand up by themselves, or somebody comes.
    mutating func fall() {
        happen(.falls(room))
        let begin = time
        var stands: Int64
        if home.character.residents.count > 1, chance.happens(perMille: 800) {
            // The other one hears it.
            stands = begin + chance.within(3 * LifeLimits.minute, 20 * LifeLimits.minute)
        } else if chance.happens(perMille: resident.wearsPendantPerMille) {
            time += chance.within(10, 240) * LifeLimits.second
            happen(.pressesPendant)
            stands = begin + chance.within(15 * LifeLimits.minute, 80 * LifeLimits.minute)
        } else if chance.happens(perMille: 500) {
            stands = begin + chance.within(2 * LifeLimits.minute, 25 * LifeLimits.minute)
        } else {
            stands = begin + chance.within(LifeLimits.hour, LifeLimits.longestLie)
        }
        // Whoever comes to visit finds them.
        for visit in plan.visits where !visit.isMissed && visit.start > begin && person == 0 {
            stands = min(stands, visit.start + 2 * LifeLimits.minute)
        }
        time = max(time, min(stands, end - LifeLimits.hour))
        happen(.standsUpAgain)
        time += chance.within(20, 120) * LifeLimits.second
        happen(.movesIn(room))
    }
}
