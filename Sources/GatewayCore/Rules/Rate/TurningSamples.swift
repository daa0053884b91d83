/// The samples from which a later one can have risen most: each is lower than all that came after it.
///
/// Of samples closer together than a fraction of the time in question only the lowest stays, so that memory is
/// bounded whatever a device sends. For that they are kept a fraction longer: every rise within the time is
/// found, and one may be found that took 1/64 of it longer.
package struct TurningSamples: Hashable, Codable, Sendable {
    private struct Sample: Hashable, Codable, Sendable {
        var time: BootTime
        var value: Quantity
    }

    /// Rising in time and in value.
    private var kept: [Sample] = []
    private var newest: Sample?

    package init() {}

    /// Into how many parts the time is divided, with one sample kept of each. A sample takes some 40 bytes on
    /// record, and a 64th of the time is finer than the interval at which most sensors report.
    package static let parts: Int64 = 64

    /// How much lower than the newest the lowest of the time was; zero when nothing is known.
    package var rise: Quantity {
        guard let newest, let lowest = kept.first else { return Quantity(thousandths: 0) }
        return max(Quantity(thousandths: 0), newest.value - lowest.value)
    }

    package var lowestTime: BootTime? { kept.first?.time }
    package var count: Int { kept.count }

    package mutating func take(_ value: Quantity, at time: BootTime, within: Duration) {
        // What arrives out of order belongs before what is known; it changes nothing now.
        if let newest, time < newest.time { return }
        expire(at: time, within: within)
        let sample = Sample(time: time, value: value)
        newest = sample
        while let last = kept.last, last.value >= value { kept.removeLast() }
        if let last = kept.last, time - last.time < within / Self.parts { return }
        kept.append(sample)
    }

    package mutating func expire(at now: BootTime, within: Duration) {
        let horizon = now - within - within / Self.parts
        let old = kept.prefix { $0.time < horizon }.count
        if old > 0 { kept.removeFirst(old) }
    }

    /// When the lowest will lie too far back.
    package func nextExpiry(within: Duration) -> BootTime? {
        kept.first.map { $0.time + within + within / Self.parts + .milliseconds(1) }
    }

    package mutating func forget() {
        kept = []
        newest = nil
    }
}
