/// How one simulated person lives: drawn once from the seed.
package struct ResidentCharacter: Hashable, Sendable {
    /// Minutes of the day.
    package var rise: Int64
    package var riseSpread: Int64
    package var retire: Int64
    package var retireSpread: Int64
    /// The part of the home's movement that is theirs, per mille.
    package var share: Int64
    /// Thousandths a night.
    package var nightVisits: Int64
    /// Minutes of the longest rest of an ordinary day.
    package var rest: Int64
    /// Minutes of the day at which medicine is due.
    package var medicines: [Int64]
    package var missesMedicinePerMille: Int64
    package var forgetsStovePerMille: Int64
    /// Falls in a hundred thousand days.
    package var falls: Int64
    /// Nights of wandering in a hundred thousand.
    package var wanders: Int64
    /// Falls after which the pendant is at hand, per mille.
    package var wearsPendantPerMille: Int64
    /// Days between measurements of the vital signs; 0 for never.
    package var measuresEvery: Int64
    package var vitals: VitalBaseline

    /// - Parameters:
    ///   - share: of the home's movement, per mille.
    ///   - rest: minutes of the longest rest.
    init(share: Int64, rest: Int64, nightVisits: Int64, _ chance: inout Chance) {
        let lateness = chance.below(1_000)
        // Who rises late often goes to bed late, but not always.
        let laterLateness = chance.happens(perMille: 400) ? lateness : chance.below(1_000)
        rise = DailyRhythm.rise.value(atRank: lateness)
        retire = DailyRhythm.retire.value(atRank: laterLateness)
        riseSpread = max(10, DailyRhythm.riseSpread.draw(&chance))
        retireSpread = max(10, DailyRhythm.retireSpread.draw(&chance))
        self.share = share
        self.rest = rest
        self.nightVisits = nightVisits
        let isForgetful = chance.happens(perMille: 300)
        medicines = chance.happens(perMille: 700) ? [510, 1_230] : chance.happens(perMille: 500) ? [510] : []
        missesMedicinePerMille = isForgetful ? chance.within(60, 200) : chance.within(0, 30)
        forgetsStovePerMille = isForgetful ? chance.within(5, 30) : chance.within(0, 2)
        // A third of those over 65 fall in a year, half of those over 80; some fall often.
        falls = chance.happens(perMille: 100) ? 1_500 : chance.within(60, 250)
        wanders = isForgetful && chance.happens(perMille: 400) ? chance.within(300, 3_000) : 0
        wearsPendantPerMille = chance.within(200, 900)
        measuresEvery = chance.happens(perMille: 750) ? chance.within(1, 3) : 0
        vitals = VitalBaseline(&chance)
    }
}
