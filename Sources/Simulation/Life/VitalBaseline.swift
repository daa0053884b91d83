/// A person's own usual vital signs, in thousandths of the units.
package struct VitalBaseline: Hashable, Sendable {
    /// In the order of `VitalSign`.
    private var usual: [Int64]

    init(_ chance: inout Chance) {
        usual = [
            DailyRhythm.heartRate, DailyRhythm.systolic, DailyRhythm.diastolic, DailyRhythm.bodyTemperature,
            DailyRhythm.oxygenSaturation, DailyRhythm.respirationRate, DailyRhythm.weight,
        ].map { $0.draw(&chance) }
    }

    package subscript(sign: VitalSign) -> Int64 { usual[Int(sign.rawValue)] }

    /// One measurement: around the usual, changed by an illness, and now and then what no body can have, as the
    /// data set holds it (42.96 Cel beside 36.5, a diastolic pressure of 194).
    func measure(_ sign: VitalSign, isIll: Bool, _ chance: inout Chance) -> Int64 {
        // Half the distance from the tenth to the ninetieth percentile is 0.55 of the reach of `around`.
        let reach = DailyRhythm.vitalReach[Int(sign.rawValue)] * 1_000 / 553
        var value = chance.around(self[sign], reach: reach)
        if isIll { value += Self.illness(sign) }
        if chance.happens(perMille: 4) { value = value * 14 / 10 }
        if sign == .oxygenSaturation { value = min(value, 100_000) }
        return value
    }

    private static func illness(_ sign: VitalSign) -> Int64 {
        switch sign {
        case .heartRate: 16_000
        case .bodyTemperature: 1_600
        case .oxygenSaturation: -3_500
        case .respirationRate: 6_000
        case .systolic, .diastolic, .weight: 0
        }
    }
}
