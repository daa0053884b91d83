/// What the people of a home have before them on a day, drawn before it is lived, so that two people go out
/// together and a visitor finds who is there.
struct DayPlan {
    struct Outing {
        var start: Int64
        var length: Int64
        /// Nil for all together.
        var person: Int?
    }

    struct Visit {
        var start: Int64
        var length: Int64
        var visitor: UInt8
        var isMissed: Bool
    }

    let day: Int
    /// The first rising of the home.
    private(set) var begins: Int64
    private(set) var outings: [Outing] = []
    private(set) var visits: [Visit] = []
    /// The longest rest in a chair, that two people take together.
    private(set) var rest: (start: Int64, length: Int64) = (0, 0)
    /// When they leave for a holiday today.
    private(set) var leaves: Int64?
    /// When they come back from one today.
    private(set) var returns: Int64?
    private(set) var isAwayAllDay = false

    var isAwayAtTimes: Bool { leaves != nil || returns != nil || isAwayAllDay }

    init(home: HomeLife, day: Int) {
        self.day = day
        let people = home.character.residents.count
        begins = home.rise(0, day)
        if people > 1 { begins = min(begins, home.rise(1, day)) }
        planHoliday(home)
        if isAwayAllDay { return }
        var chance = Chance(home: home.seed, .plan, day)
        for _ in 0..<chance.count(thousandths: home.character.outings * 14 / 10) {
            let start = chance.around(13 * LifeLimits.hour, reach: 6 * LifeLimits.hour)
            let usual = home.character.outingMinutes * LifeLimits.minute
            // Half of the outings are near the usual, some are much longer.
            let isLong = chance.happens(perMille: 200)
            let length = isLong ? chance.within(usual * 2, usual * 4) : chance.within(usual * 2 / 5, usual * 3 / 2)
            let isJoint = people == 1 || chance.happens(perMille: 850)
            let person = isJoint ? nil : Int(chance.below(Int64(people)))
            outings.append(Outing(start: start, length: length, person: person))
        }
        planVisits(home, &chance)
        planRest(home, &chance)
    }

    /// The day's longest rest: after lunch or in the evening, now and then twice as long or longer.
    private mutating func planRest(_ home: HomeLife, _ chance: inout Chance) {
        let usual = home.character.residents[0].rest * LifeLimits.minute * 8 / 10
        let isLong = chance.happens(perMille: 140)
        let length = isLong ? chance.within(usual * 2, usual * 5) : chance.around(usual, reach: usual / 2)
        let middle = chance.happens(perMille: 550) ? 14 * LifeLimits.hour : 19 * LifeLimits.hour
        rest = (chance.around(middle, reach: 3 * LifeLimits.hour), length)
    }

    private mutating func planVisits(_ home: HomeLife, _ chance: inout Chance) {
        for (number, visitor) in home.character.visitors.enumerated() {
            switch visitor.role {
            case .carer:
                if day % 7 > 4, !visitor.comesAtWeekends { continue }
                for slot in visitor.slots {
                    let start = chance.around(slot * LifeLimits.minute, reach: 25 * LifeLimits.minute)
                    let length = chance.within(20 * LifeLimits.minute, 45 * LifeLimits.minute)
                    let isMissed = chance.happens(perMille: visitor.perMille)
                    visits.append(Visit(start: start, length: length, visitor: UInt8(number), isMissed: isMissed))
                }
            case .family:
                guard chance.happens(perMille: visitor.perMille * (day % 7 > 4 ? 2 : 1)) else { continue }
                let start = chance.around(15 * LifeLimits.hour, reach: 4 * LifeLimits.hour)
                let length = chance.within(LifeLimits.hour, 3 * LifeLimits.hour)
                visits.append(Visit(start: start, length: length, visitor: UInt8(number), isMissed: false))
            }
        }
    }

    /// A holiday lies within its block of days, so that a day knows of it without the days before.
    private mutating func planHoliday(_ home: HomeLife) {
        let (block, place) = day.quotientAndRemainder(dividingBy: LifeLimits.holidayBlock)
        var chance = Chance(home: home.seed, .holiday, block)
        guard chance.happens(perMille: home.character.holidaysPerMille) else { return }
        let length = Int(chance.within(1, 9))
        let first = Int(chance.below(Int64(LifeLimits.holidayBlock - length)))
        let leaving = chance.within(9 * LifeLimits.hour, 15 * LifeLimits.hour)
        let returning = chance.within(13 * LifeLimits.hour, 18 * LifeLimits.hour)
        if place == first { leaves = max(leaving, LifeLimits.latestRise + LifeLimits.hour) }
        if place == first + length { returns = returning }
        isAwayAllDay = place > first && place < first + length
    }

    /// Illnesses lie within blocks as holidays do.
    func isIll(_ person: Int, _ home: HomeLife) -> Bool {
        let (block, place) = day.quotientAndRemainder(dividingBy: LifeLimits.illnessBlock)
        var chance = Chance(home: home.seed, .illness, block, person: person)
        guard chance.happens(perMille: min(1_000, 80 * home.mishaps)) else { return false }
        let length = Int(chance.within(1, 4))
        let first = Int(chance.below(Int64(LifeLimits.illnessBlock - length)))
        return place >= first && place < first + length
    }
}
