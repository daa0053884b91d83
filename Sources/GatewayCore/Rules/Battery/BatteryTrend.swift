/// How a battery's charge falls from day to day, as a straight line through its daily minima.
///
/// Days are counted on the boot-time line, so no clock step makes two of one. All arithmetic is in whole
/// numbers, so that every machine foretells the same.
package struct BatteryTrend: Hashable, Codable, Sendable {
    package struct Sample: Hashable, Codable, Sendable {
        /// Days since the line began.
        package var day: Int64
        /// The lowest charge of that day, in thousandths of a percent.
        package var lowest: Int64
    }

    /// Oldest first, one for each day on which it was heard.
    package private(set) var samples: [Sample] = []

    package init() {}

    /// A month shows the fall of a battery that lasts a year, and forgets the one before.
    static let longestSpan: Int64 = 32
    /// Fewer days than these make no line.
    static let fewestSamples = 4
    static let shortestSpan: Int64 = 7
    /// A charge that rises by so much within a day was not measured better: the battery is another one.
    static let replacedRise: Int64 = 20_000
    /// Above it nothing is foretold: many sensors know four levels only, and the first step down is steep.
    static let foretoldBelow: Int64 = 50_000

    /// Takes a live measurement.
    package mutating func take(_ charge: Int64, at time: BootTime) {
        let day = time.nanoseconds.flooredQuotient(by: Duration.days(1).nanoseconds)
        if let last = samples.last, charge - last.lowest >= Self.replacedRise { samples = [] }
        samples.removeAll { $0.day <= day - Self.longestSpan || $0.day > day }
        if let last = samples.last, last.day == day {
            samples[samples.count - 1].lowest = min(last.lowest, charge)
        } else {
            samples.append(Sample(day: day, lowest: charge))
        }
    }

    /// In how many days it will be empty, by least squares; nil where that cannot be said, or it does not
    /// fall.
    package var daysLeft: Int64? {
        guard let first = samples.first, let last = samples.last, samples.count >= Self.fewestSamples,
            last.day - first.day >= Self.shortestSpan, last.lowest < Self.foretoldBelow
        else { return nil }
        // At most 32 samples, days below 32 and charges up to 100 000: far within 64 bits.
        var (sumX, sumY, sumXX, sumXY): (Int64, Int64, Int64, Int64) = (0, 0, 0, 0)
        for sample in samples {
            let x = sample.day - first.day
            sumX += x
            sumY += sample.lowest
            sumXX += x * x
            sumXY += x * sample.lowest
        }
        let count = Int64(samples.count)
        let fall = sumX * sumY - count * sumXY
        guard fall > 0 else { return nil }
        let spread = count * sumXX - sumX * sumX
        // The line's own value on the last day; the last sample alone may be a cold night's.
        let level = sumY * spread - fall * (count * (last.day - first.day) - sumX)
        return max(0, level / (count * fall))
    }
}
