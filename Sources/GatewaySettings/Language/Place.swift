/// Where something stands in the sources of one reading.
struct Place: Hashable, Sendable {
    /// Index of the source in the problem log.
    var source: Int
    /// Counted from 1.
    var line: Int
    /// Counted in Unicode scalars from 1.
    var column: Int
    var length: Int
}
