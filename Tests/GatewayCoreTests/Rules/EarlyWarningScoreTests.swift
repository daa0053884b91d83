internal import GatewayCore
internal import Testing

/// Every band of NEWS2 at both of its ends, against the chart.
@Suite struct EarlyWarningScoreTests {
    /// Each band by its first and its last value, in the unit of the chart.
    private struct Band: Sendable {
        var values: [Double]
        var points: Int

        init(_ first: Double, _ last: Double, _ points: Int) {
            values = [first, last]
            self.points = points
        }
    }

    private static func check(
        _ bands: [Band], _ capability: Capability, scale: EarlyWarningScore.OxygenScale = .usual,
        breathesOxygen: Bool = false
    ) {
        for band in bands {
            for value in band.values {
                let points = Quantity(value).map {
                    EarlyWarningScore.points(capability, $0, scale: scale, breathesOxygen: breathesOxygen)
                }
                #expect(points == band.points, "\(capability) \(value)")
            }
        }
    }

    @Test func `respiration rate`() {
        Self.check(
            [Band(0, 8, 3), Band(9, 11, 1), Band(12, 20, 0), Band(21, 24, 2), Band(25, 150, 3)], .respiratoryRate)
    }

    @Test(arguments: [false, true])
    func `oxygen saturation on scale 1, on air as on oxygen`(_ breathesOxygen: Bool) {
        Self.check(
            [Band(0, 91, 3), Band(92, 93, 2), Band(94, 95, 1), Band(96, 100, 0)], .oxygenSaturation,
            breathesOxygen: breathesOxygen)
    }

    @Test func `oxygen saturation on scale 2, on air`() {
        Self.check(
            [Band(0, 83, 3), Band(84, 85, 2), Band(86, 87, 1), Band(88, 92, 0), Band(93, 100, 0)],
            .oxygenSaturation, scale: .hypercapnic)
    }

    @Test func `oxygen saturation on scale 2, on oxygen`() {
        Self.check(
            [
                Band(0, 83, 3), Band(84, 85, 2), Band(86, 87, 1), Band(88, 92, 0), Band(93, 94, 1), Band(95, 96, 2),
                Band(97, 100, 3),
            ], .oxygenSaturation, scale: .hypercapnic, breathesOxygen: true)
    }

    @Test func `air or oxygen, and consciousness`() {
        #expect(EarlyWarningScore.points(.supplementalOxygen, false) == 0)
        #expect(EarlyWarningScore.points(.supplementalOxygen, true) == 2)
        #expect(EarlyWarningScore.points(.consciousnessReduced, false) == 0)
        #expect(EarlyWarningScore.points(.consciousnessReduced, true) == 3)
    }

    @Test func `systolic pressure`() {
        Self.check(
            [Band(0, 90, 3), Band(91, 100, 2), Band(101, 110, 1), Band(111, 219, 0), Band(220, 400, 3)],
            .systolicPressure)
    }

    @Test func `pulse`() {
        Self.check(
            [
                Band(0, 40, 3), Band(41, 50, 1), Band(51, 90, 0), Band(91, 110, 1), Band(111, 130, 2),
                Band(131, 350, 3),
            ], .heartRate)
    }

    @Test func `temperature`() {
        Self.check(
            [
                Band(15, 35, 3), Band(35.1, 36, 1), Band(36.1, 38, 0), Band(38.1, 39, 1), Band(39.1, 50, 2),
            ], .bodyTemperature)
    }

    @Test(arguments: [
        (Capability.bodyTemperature, 38.04, 0), (.bodyTemperature, 38.05, 1), (.heartRate, 90.4, 0),
        (.heartRate, 90.5, 1), (.oxygenSaturation, 95.4, 1), (.oxygenSaturation, 95.5, 0),
    ])
    func `values between the steps are rounded to them`(_ capability: Capability, _ value: Double, _ points: Int) {
        #expect(Quantity(value).map { EarlyWarningScore.points(capability, $0) } == points)
    }

    @Test func `the score has seven inputs, and reaches twenty`() {
        #expect(EarlyWarningScore.inputs.count == 7)
        let worst = EarlyWarningScore.inputs.map { input in
            input.kind == .state
                ? EarlyWarningScore.points(input, true)
                : EarlyWarningScore.points(input, Quantity(thousandths: 16_000))
        }
        // 16 per minute, per cent, mmHg, per minute and degrees: all worst but respiration.
        #expect(worst.reduce(0, +) + 3 == 20)
    }
}
