/// How one simulated home lives: drawn once from the seed, with as much difference between homes as
/// `DailyRhythm` has.
package struct HomeCharacter: Hashable, Sendable {
    package var residents: [ResidentCharacter]
    package var visitors: [LifeVisitor]
    package var hasPet: Bool
    /// Firings of a day at the beginning.
    package var firings: Int64
    /// The change of activity in 30 days, per mille; negative for a decline.
    package var drift: Int64
    /// Thousandths a day.
    package var frontDoor: Int64
    package var backDoor: Int64
    package var fridge: Int64
    package var outings: Int64
    /// Minutes of a usual outing.
    package var outingMinutes: Int64
    /// Whether there is a holiday in a block of days, per mille.
    package var holidaysPerMille: Int64

    package init(seed: UInt64) {
        var chance = Chance(home: seed, .character)
        let people: Int64 = chance.happens(perMille: 350) ? 2 : 1
        firings = DailyRhythm.firings.draw(&chance)
        let driftRank = chance.below(1_000)
        // The measured change is one over some 30 to 50 days.
        drift = DailyRhythm.drift.value(atRank: driftRank) * 3 / 4
        frontDoor = max(500, DailyRhythm.frontDoor.draw(&chance))
        backDoor = max(0, DailyRhythm.backDoor.draw(&chance))
        fridge = max(2_000, DailyRhythm.fridge.draw(&chance))
        outings = max(60, DailyRhythm.outings.draw(&chance))
        outingMinutes = max(20, DailyRhythm.outingMinutes.draw(&chance))
        holidaysPerMille = chance.within(0, 300)
        hasPet = chance.happens(perMille: 250)
        let rest = max(40, DailyRhythm.silence.draw(&chance))
        let nightVisits = max(0, DailyRhythm.nightVisits.draw(&chance))
        let first = people == 1 ? 1_000 : chance.within(400, 600)
        residents = (0..<people).map { number in
            let share = number == 0 ? first : 1_000 - first
            return ResidentCharacter(share: share, rest: rest, nightVisits: nightVisits * share / 1_000, &chance)
        }
        if people == 2 {
            // They share a bed and mostly its hours.
            residents[1].rise = residents[0].rise + chance.within(-15, 45)
            residents[1].retire = residents[0].retire + chance.within(-45, 15)
            residents[1].riseSpread = residents[0].riseSpread
        }
        visitors = Self.drawVisitors(&chance)
    }

    private static func drawVisitors(_ chance: inout Chance) -> [LifeVisitor] {
        var visitors: [LifeVisitor] = []
        if chance.happens(perMille: 400) {
            let slots: [Int64] = chance.happens(perMille: 500) ? [540, 1_065] : [570]
            visitors.append(
                LifeVisitor(
                    name: "Priya", role: .carer, slots: slots, comesAtWeekends: chance.happens(perMille: 600),
                    perMille: chance.within(5, 40)))
        }
        visitors.append(
            LifeVisitor(
                name: "Anna", role: .family, slots: [], comesAtWeekends: true, perMille: chance.within(60, 400)))
        return visitors
    }

    /// How active the home is on a day, per mille of the beginning.
    package func activity(onDay day: Int) -> Int64 {
        let change = drift * Int64(day) / 30
        return min(1_300, max(LifeLimits.leastActivity, 1_000 + change))
    }
}
