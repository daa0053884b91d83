/// What days at home look like, as 23 homes of the TIHM data set show it over 1,065 valid days.
///
/// Origin: F. Palermo, Y. Chen, A. Capstick, N. Fletcher-Lloyd, C. Walsh, S. Kouchaki, J. True, O. Balazikova,
/// E. Soreq, G. Scott, H. Rostill, R. Nilforooshan, P. Barnaghi, "TIHM: An open dataset for remote healthcare
/// monitoring in dementia", Scientific Data 10, 606 (2023), doi 10.1038/s41597-023-02519-y; the data are
/// licensed CC BY 4.0 and thanks go to Surrey and Borders Partnership NHS Foundation Trust and Howz. The numbers
/// here are this project's own summary of them: `Benchmarks/calibrate-lives` prints them, and docs/CALIBRATION.md
/// says how each is defined.
package enum DailyRhythm {
    // MARK: - Measured, between homes

    /// Firings of all sensors on a home's median day.
    package static let firings = Spread(273, 357, 456)
    /// How much the last third of a home's days differs from the first, per mille.
    package static let drift = Spread(-157, 6, 80)
    /// The minute of the day of the first sign in the kitchen, the lounge or at a door.
    package static let rise = Spread(385, 457, 526)
    /// Half of what lies between a home's early and late mornings (tenth and ninetieth percentile), minutes.
    package static let riseSpread = Spread(27, 81, 147)
    /// The minute of the day of the last such sign; after 1440 the night has begun.
    package static let retire = Spread(1_318, 1_379, 1_544)
    package static let retireSpread = Spread(34, 69, 186)
    /// Visits to the bathroom between evening and morning, thousandths a night.
    package static let nightVisits = Spread(0, 1_227, 3_718)
    /// Uses, thousandths a day; openings within five minutes are one use.
    package static let frontDoor = Spread(2_030, 6_295, 14_023)
    package static let backDoor = Spread(318, 3_739, 9_648)
    package static let fridge = Spread(5_931, 12_750, 16_348)
    /// Door, nobody for a quarter of an hour or more, door; thousandths a day.
    package static let outings = Spread(181, 791, 2_030)
    /// A home's median outing, minutes.
    package static let outingMinutes = Spread(29, 47, 101)
    /// The longest time without a firing from 08:00 to 22:00 on a home's median day, minutes.
    package static let silence = Spread(62, 98, 161)
    /// The same on one day in ten.
    package static let longSilence = Spread(122, 209, 525)

    /// The median home's firings by hour of the day, per mille.
    package static let hours: [Int64] = [
        6, 3, 3, 4, 3, 5, 12, 31, 67, 82, 70, 66, 66, 63, 52, 49, 48, 65, 67, 54, 36, 41, 33, 14,
    ]

    // MARK: - Vital signs, in thousandths of their units, between homes

    package static let heartRate = Spread(65_000, 73_000, 83_000)
    package static let systolic = Spread(111_000, 138_000, 149_000)
    package static let diastolic = Spread(64_000, 74_000, 84_000)
    package static let bodyTemperature = Spread(36_138, 36_512, 36_909)
    package static let weight = Spread(53_800, 65_800, 86_600)
    /// Not in the data set: common values of older people at rest.
    package static let oxygenSaturation = Spread(94_500, 96_200, 97_800)
    package static let respirationRate = Spread(13_000, 15_500, 18_500)
    /// Half of what lies between a home's low and high values.
    package static let vitalReach: [Int64] = [8_000, 16_500, 9_000, 399, 900, 1_500, 849]

    // MARK: - Derived from them

    /// How busy somebody is who is up at that hour, per mille of a day's firings an hour: `hours`, and for the
    /// night and the edges of the day, when most of the homes sleep, what those show that do not.
    static let busyness: [Int64] = [
        24, 20, 20, 20, 28, 36, 40, 46, 80, 84, 72, 67, 66, 68, 62, 60, 56, 68, 70, 58, 42, 46, 42, 30,
    ]

    /// Which room is chosen for a stay, per mille, in the order of `LifeRoom` without the hallway; by quarter of
    /// the waking day: to 10, to 14, to 19, and after.
    static let rooms: [[Int64]] = [
        [270, 190, 280, 260], [170, 120, 330, 380], [130, 110, 310, 450], [240, 180, 200, 380],
    ]
}
