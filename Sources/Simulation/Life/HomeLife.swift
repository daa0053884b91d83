/// The life in one simulated home, day by day, from a seed.
///
/// Each day is made by itself from the seed and its number, so that any day can be had without those before
/// it, and the same seed gives the same days on any machine.
package struct HomeLife: Sendable {
    package let seed: UInt64
    package let character: HomeCharacter
    /// How many times as often as usual people fall, wander, forget the stove and fall ill.
    package let mishaps: Int64
    package let detail: LifeDetail

    package init(seed: UInt64, mishaps: Int64 = 1, detail: LifeDetail = .everyMovement) {
        precondition((0...1_000).contains(mishaps), "Mishaps are multiplied by 0 to 1000.")
        self.seed = seed
        self.mishaps = mishaps
        self.detail = detail
        character = HomeCharacter(seed: seed)
    }

    /// What happens from the day's first rising to the next day's, in order of time. Day 0 is a Monday.
    package func day(_ number: Int) -> [LifeEvent] {
        precondition(number >= 0, "Days count from 0.")
        let plan = DayPlan(home: self, day: number)
        if plan.isAwayAllDay { return [] }
        var events: [LifeEvent] = []
        for person in character.residents.indices {
            var life = ResidentDay(home: self, plan: plan, person: person)
            life.live()
            events = Self.merged(events, life.events)
        }
        if character.hasPet, !plan.isAwayAtTimes { events = Self.merged(events, petDay(number, from: plan.begins)) }
        return events
    }

    /// When a person rises on a day, milliseconds after its midnight.
    func rise(_ person: Int, _ day: Int) -> Int64 {
        let resident = character.residents[person]
        var chance = Chance(home: seed, .rise, day, person: person)
        // See `Chance.around` for the factor: the spread is the tenth to the ninetieth percentile.
        let minute = chance.around(resident.rise - 12, reach: resident.riseSpread * 1_000 / 553)
        let rise = minute * LifeLimits.minute + chance.below(LifeLimits.minute)
        return min(max(rise, LifeLimits.earliestRise), LifeLimits.latestRise)
    }

    /// A pet walks about at all hours, more by day.
    private func petDay(_ day: Int, from begins: Int64) -> [LifeEvent] {
        var chance = Chance(home: seed, .pet, day)
        var events: [LifeEvent] = []
        var time = begins
        let end = LifeLimits.day + LifeLimits.earliestRise - LifeLimits.minute
        let rooms: [LifeRoom] = [.lounge, .hallway, .kitchen, .lounge]
        while true {
            let isNight = time > 23 * LifeLimits.hour
            time += LifeLimits.minute + chance.wait(mean: (isNight ? 90 : 40) * LifeLimits.minute)
            if time >= end { return events }
            events.append(
                LifeEvent(milliseconds: time, person: 0, what: .petMoves(rooms[Int(chance.below(4))])))
        }
    }

    /// Two lists in order of time as one; what is at the same time keeps the first list's before.
    static func merged(_ first: [LifeEvent], _ second: [LifeEvent]) -> [LifeEvent] {
        if first.isEmpty { return second }
        if second.isEmpty { return first }
        var merged: [LifeEvent] = []
        merged.reserveCapacity(first.count + second.count)
        var place = 0
        for event in first {
            while place < second.count, second[place].milliseconds < event.milliseconds {
                merged.append(second[place])
                place += 1
            }
            merged.append(event)
        }
        merged.append(contentsOf: second[place...])
        return merged
    }
}
