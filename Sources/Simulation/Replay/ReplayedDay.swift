/// How much was going on in a home on one day.
package struct ReplayedDay: Hashable, Sendable {
    /// Days since 1970-01-01 in the home's zone.
    package var day: Int
    /// Signs of activity in each hour of the home's clocks.
    package var hours = [Int](repeating: 0, count: 24)

    package var total: Int { hours.reduce(0, +) }
}
