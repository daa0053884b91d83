/// A life that once broke a promise, and what it taught.
struct RegressionSeed: Sendable, CustomStringConvertible {
    var seed: UInt64
    var days: Int
    var story: String

    var description: String { "seed \(seed): \(story)" }
}
