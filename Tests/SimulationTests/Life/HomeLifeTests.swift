internal import GatewayCore
internal import Simulation
internal import Testing

/// What holds of any simulated life.
@Suite struct HomeLifeTests {
    @Test func `the same seed is the same days, in any order`() {
        let first = HomeLife(seed: 5)
        let second = HomeLife(seed: 5)
        let forward = (0..<20).map { first.day($0) }
        let backward = (0..<20).reversed().map { second.day($0) }
        #expect(forward == backward.reversed())
        #expect(first.character == second.character)
        #expect(HomeLife(seed: 6).day(3) != forward[3])
    }

    @Test func `days of different homes and of one home differ`() {
        let days = (1...30).map { HomeLife(seed: $0).day(1).map(\.milliseconds) }
        #expect(Set(days).count == days.count)
        let home = HomeLife(seed: 9)
        #expect(Set((0..<30).map { home.day($0).map(\.milliseconds) }.filter { !$0.isEmpty }).count > 15)
    }

    @Test(arguments: 1...40)
    func `a person's events are in order and lead from one into the next`(_ seed: Int) {
        let home = HomeLife(seed: UInt64(seed), mishaps: 40)
        for person in home.character.residents.indices {
            var state = PersonState()
            for day in 0..<60 {
                for event in home.day(day) where Int(event.person) == person {
                    state.take(event, day: day)
                }
            }
            #expect(state.wrong.isEmpty, "seed \(seed): \(state.wrong.prefix(5))")
        }
    }

    @Test func `a home's day is in order of time`() {
        for seed in 1...30 {
            for day in 0..<20 {
                let times = HomeLife(seed: UInt64(seed)).day(day).map(\.milliseconds)
                #expect(times == times.sorted())
                #expect(times.allSatisfy { $0 >= 4 * 3_600_000 && $0 <= 36 * 3_600_000 })
            }
        }
    }

    @Test func `everything that can happen happens to somebody`() {
        var seen: Set<String> = []
        for seed in 1...60 where !seen.isSuperset(of: Self.names) {
            let home = HomeLife(seed: UInt64(seed), mishaps: 20)
            for day in 0..<30 {
                for event in home.day(day) {
                    // Most events are movements, and to name them all takes long.
                    if case .movesIn = event.what, seen.contains("movesIn") { continue }
                    seen.insert(Self.name(event.what))
                }
            }
        }
        for name in Self.names { #expect(seen.contains(name), "\(name)") }
    }

    @Test func `with less detail only movements on the spot are left out`() {
        var all = 0
        var few = 0
        for seed in 1...20 {
            for day in 0..<10 {
                let full = HomeLife(seed: UInt64(seed)).day(day)
                let short = HomeLife(seed: UInt64(seed), detail: .changesOfRoom).day(day)
                all += full.count
                few += short.count
                func others(_ events: [LifeEvent]) -> [LifeEvent] {
                    events.filter { if case .movesIn = $0.what { false } else { true } }
                }
                #expect(others(full) == others(short))
                #expect(Set(short).isSubset(of: Set(full)))
            }
        }
        #expect(few * 100 < all * 65, "\(few) of \(all)")
    }

    @Test func `without mishaps nobody falls, wanders or falls ill`() {
        for seed in 1...40 {
            let home = HomeLife(seed: UInt64(seed), mishaps: 0)
            for day in 0..<30 {
                for event in home.day(day) {
                    switch event.what {
                    case .falls, .wandersOut, .wakesIll, .pressesPendant: Issue.record("seed \(seed), day \(day)")
                    default: break
                    }
                }
            }
        }
    }

    @Test func `an ill person moves about far less`() {
        var ill: [Int] = []
        var well: [Int] = []
        for seed in 1...60 {
            let home = HomeLife(seed: UInt64(seed), mishaps: 8)
            guard home.character.residents.count == 1 else { continue }
            for day in 0..<60 {
                let events = home.day(day)
                let movements = events.count { if case .movesIn = $0.what { true } else { false } }
                if events.contains(where: { $0.what == .wakesIll }) { ill.append(movements) } else { well.append(movements) }
            }
        }
        #expect(ill.count > 50)
        #expect(ill.reduce(0, +) / ill.count * 3 < well.reduce(0, +) / well.count * 2)
    }

    @Test func `some lives slow down over the months, none stops`() {
        let changes = (1...200).map { HomeCharacter(seed: $0).activity(onDay: 90) }
        #expect(changes.contains { $0 < 800 })
        #expect(changes.contains { $0 > 1_000 })
        #expect((1...200).allSatisfy { HomeCharacter(seed: $0).activity(onDay: 20_000) >= 400 })
    }

    @Test func `measured values are plausible but for the few that no body can have`() {
        var temperatures: [Int64] = []
        for seed in 1...60 {
            for day in 0..<30 {
                for event in HomeLife(seed: UInt64(seed), mishaps: 0).day(day) {
                    if case .measures(.bodyTemperature, let value) = event.what { temperatures.append(value) }
                    if case .measures(.oxygenSaturation, let value) = event.what { #expect(value <= 100_000) }
                }
            }
        }
        let plausible = temperatures.count { (34_500...38_500).contains($0) }
        #expect(temperatures.count > 500)
        #expect(plausible * 1_000 / temperatures.count > 985)
        #expect(plausible < temperatures.count)
    }

    private static func name(_ what: LifeHappening) -> String {
        String("\(what)".prefix { $0 != "(" })
    }

    private static let names = [
        "movesIn", "entersBed", "leavesBed", "sitsDown", "getsUp", "opens", "closes", "kettle", "stove",
        "takesMedicine", "missesMedicine", "goesOut", "comesHome", "visitorArrives", "visitorLeaves",
        "visitorStaysAway", "falls", "pressesPendant", "standsUpAgain", "wandersOut", "measures", "wakesIll",
        "petMoves",
    ]
}
