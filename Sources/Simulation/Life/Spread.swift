/// How something differs between homes: the tenth, fiftieth and ninetieth percentile.
package struct Spread: Hashable, Sendable {
    package var low: Int64
    package var middle: Int64
    package var high: Int64

    package init(_ low: Int64, _ middle: Int64, _ high: Int64) {
        precondition(low <= middle && middle <= high, "Percentiles are in order.")
        self.low = low
        self.middle = middle
        self.high = high
    }

    /// The value at a rank of 0..<1000, straight between the percentiles and, beyond them, as steep again.
    package func value(atRank rank: Int64) -> Int64 {
        let reach = rank - 500
        return middle + reach * (reach < 0 ? middle - low : high - middle) / 400
    }

    func draw(_ chance: inout Chance) -> Int64 { value(atRank: chance.below(1_000)) }
}
