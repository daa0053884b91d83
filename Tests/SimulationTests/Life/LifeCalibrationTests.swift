internal import GatewayTesting
internal import Simulation
internal import Testing

/// Simulated homes are as different from each other, and as like real ones, as the table says.
@Suite(.ownThread) struct LifeCalibrationTests {
    /// The same population for every case: 120 homes of 30 days, with everything that goes wrong.
    private static let homes: [HomeMeasure] = (1...120).map { HomeMeasure(HomeLife(seed: $0), days: 0..<30) }

    /// The median home may differ by so much per mille; the outer homes by twice that, or a quarter of the median.
    @Test(arguments: cases)
    fileprivate func `the homes are spread as real ones are`(_ name: String, _ spread: Spread, _ perMille: Int64) {
        let values = Self.homes.compactMap { $0.values[name] }
        let found = [10, 50, 90].compactMap { HomeMeasure.percentile(values, $0) }
        let text: Comment = "\(name) \(found), real \(spread)"
        #expect(found.count == 3 && values.count > 60, text)
        guard found.count == 3 else { return }
        #expect(abs(found[1] - spread.middle) <= spread.middle * perMille / 1_000, text)
        #expect(abs(found[0] - spread.low) <= max(spread.low * perMille / 500, spread.middle / 4), text)
        #expect(abs(found[2] - spread.high) <= max(spread.high * perMille / 500, spread.middle / 4), text)
    }

    fileprivate static let cases: [(String, Spread, Int64)] = [
        ("firings", DailyRhythm.firings, 100), ("rise", DailyRhythm.rise, 40),
        ("rise spread", DailyRhythm.riseSpread, 200), ("retire", DailyRhythm.retire, 40),
        ("night visits", DailyRhythm.nightVisits, 250), ("front door", DailyRhythm.frontDoor, 200),
        ("back door", DailyRhythm.backDoor, 250), ("fridge", DailyRhythm.fridge, 200),
        ("outings", DailyRhythm.outings, 250), ("outing minutes", DailyRhythm.outingMinutes, 250),
        ("silence", DailyRhythm.silence, 150), ("long silence", DailyRhythm.longSilence, 250),
    ]

    @Test(arguments: 0..<24)
    func `an hour has its share of the day's movement`(_ hour: Int) {
        let share = HomeMeasure.percentile(Self.homes.map { $0.hours[hour] }, 50) ?? 0
        let real = DailyRhythm.hours[hour]
        #expect(abs(share - real) <= 6 + real / 4, "\(share) per mille of the firings, in real homes \(real)")
    }

    @Test func `outings are as long as real ones`() {
        let outings = Self.homes.flatMap(\.outings)
        let found = [10, 50, 90].compactMap { HomeMeasure.percentile(outings, $0) }
        // All outings of all real homes: 18, 49 and 189 minutes.
        #expect((15...25).contains(found[0]) && (40...60).contains(found[1]) && (120...210).contains(found[2]), "\(found)")
    }

    @Test(arguments: places)
    fileprivate func `a room has its share of the movement`(_ place: DayMeasure.Place, _ real: Int64) {
        let share = HomeMeasure.percentile(Self.homes.map { $0.places[place] ?? 0 }, 50) ?? 0
        #expect(abs(share - real) <= 35 + real / 4, "\(share) per mille of the firings, in real homes \(real)")
    }

    /// The median homes' shares, per mille.
    fileprivate static let places: [(DayMeasure.Place, Int64)] = [
        (.bedroom, 122), (.bathroom, 78), (.kitchen, 184), (.lounge, 209), (.hallway, 206), (.fridge, 123),
        (.frontDoor, 49), (.backDoor, 24),
    ]
}
