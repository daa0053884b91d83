extension Chance {
    /// What a stream of a life's chance is for, so that one does not follow another.
    enum Purpose: Int64 {
        case character, rise, holiday, illness, plan, day, pet
    }

    /// The chance of one purpose in one home: of a day or block of days, and of one person.
    init(home: UInt64, _ purpose: Purpose, _ number: Int = 0, person: Int = 0) {
        let seed = Chance.fixed(home, purpose.rawValue, Int64(number), Int64(person), below: .max)
        self.init(seed: UInt64(seed))
    }

    /// A wait of that mean as between independent happenings: many short ones, few long ones.
    mutating func wait(mean: Int64) -> Int64 {
        mean * Self.waits[Int(next() >> 58)] / 1_000
    }

    mutating func within(_ low: Int64, _ high: Int64) -> Int64 { low + below(high - low + 1) }

    /// Around a middle, seldom far from it: nine of ten are within 0.68 of the reach.
    mutating func around(_ middle: Int64, reach: Int64) -> Int64 {
        guard reach > 0 else { return middle }
        return middle - reach + below(reach + 1) + below(reach + 1)
    }

    /// How often something happens today that happens so many thousandth times a day.
    mutating func count(thousandths: Int64) -> Int64 {
        guard thousandths > 0 else { return 0 }
        let tosses = thousandths / 500 + 1
        var count: Int64 = 0
        for _ in 0..<tosses where below(tosses * 1_000) < thousandths { count += 1 }
        return count
    }

    /// The quantiles of the exponential distribution with mean 1000, at the middle of each 64th.
    private static let waits: [Int64] = [
        8, 24, 40, 56, 73, 90, 107, 125, 143, 161, 179, 198, 217, 237, 257, 277, 298, 319, 341, 363, 386,
        409, 433, 458, 483, 508, 535, 562, 589, 618, 647, 678, 709, 741, 774, 809, 845, 882, 920, 960, 1_002,
        1_045, 1_091, 1_138, 1_188, 1_241, 1_297, 1_356, 1_418, 1_485, 1_556, 1_633, 1_717, 1_808, 1_908,
        2_019, 2_144, 2_287, 2_454, 2_655, 2_906, 3_243, 3_753, 4_852,
    ]
}
