/// The National Early Warning Score 2: points for how far each of seven observations is from what is usual
/// in adults.
///
/// Royal College of Physicians, National Early Warning Score (NEWS) 2, updated report of a working party,
/// London 2017, chart 1. Verified against Thorax (the two oxygen scales) and Postgraduate Medical Journal
/// (the other observations, which NEWS2 left as they were in NEWS).
package enum EarlyWarningScore {
    /// Which oxygen scale is used.
    package enum OxygenScale: Hashable, Sendable {
        /// Scale 1, for most people.
        case usual
        /// Scale 2, for hypercapnic respiratory failure with a prescribed target of 88–92 %, and only where a
        /// clinician directs it.
        case hypercapnic
    }

    /// The observations in the order of the chart.
    package static let inputs: [Capability] = [
        .respiratoryRate, .oxygenSaturation, .supplementalOxygen, .systolicPressure, .heartRate,
        .consciousnessReduced, .bodyTemperature,
    ]

    /// The points of a measured number.
    ///
    /// - Precondition: the capability is one of the numbers among `inputs`.
    package static func points(
        _ capability: Capability, _ value: Quantity, scale: OxygenScale = .usual, breathesOxygen: Bool = false
    ) -> Int {
        let whole = rounded(value, to: 1_000)
        switch capability {
        case .respiratoryRate: return points(whole, [(8, 3), (11, 1), (20, 0), (24, 2)], beyond: 3)
        case .oxygenSaturation:
            if scale == .usual { return points(whole, [(91, 3), (93, 2), (95, 1)], beyond: 0) }
            // Above the target range it is the oxygen given that harms, not a good value on air.
            let above: [(Int64, Int)] = breathesOxygen ? [(94, 1), (96, 2)] : []
            return points(
                whole, [(83, 3), (85, 2), (87, 1), (92, 0)] + above, beyond: breathesOxygen ? 3 : 0)
        case .systolicPressure: return points(whole, [(90, 3), (100, 2), (110, 1), (219, 0)], beyond: 3)
        case .heartRate: return points(whole, [(40, 3), (50, 1), (90, 0), (110, 1), (130, 2)], beyond: 3)
        case .bodyTemperature:
            // The chart's steps are tenths of a degree.
            return points(rounded(value, to: 100), [(350, 3), (360, 1), (380, 0), (390, 1)], beyond: 2)
        default: preconditionFailure("\(capability) has no numbers in the score.")
        }
    }

    /// The points of breathing oxygen beyond that of the air, and of being other than alert (C, V, P or U).
    ///
    /// - Precondition: the capability is one of the two states among `inputs`.
    package static func points(_ capability: Capability, _ isSo: Bool) -> Int {
        switch capability {
        case .supplementalOxygen: return isSo ? 2 : 0
        case .consciousnessReduced: return isSo ? 3 : 0
        default: preconditionFailure("\(capability) is no state in the score.")
        }
    }

    /// The points of the first band whose upper end is not exceeded.
    private static func points(_ value: Int64, _ bands: [(upTo: Int64, points: Int)], beyond: Int) -> Int {
        bands.first { value <= $0.upTo }?.points ?? beyond
    }

    /// To the chart's steps, half away from zero. Vital signs are not negative.
    private static func rounded(_ value: Quantity, to step: Int64) -> Int64 {
        (value.thousandths + step / 2) / step
    }
}
