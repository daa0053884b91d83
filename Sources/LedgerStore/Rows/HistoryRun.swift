import GatewayCore

/// From one block of the history on, its blocks lie within these days; until the next run begins.
///
/// An index on each block's time would cost a page more at every flush. A run costs a row or three a day.
struct HistoryRun: Codable, Hashable, Sendable {
    /// The ordinal of the first reading of the run's first block.
    var number: Int64
    /// Days since 1970-01-01, in UTC.
    var days: ClosedRange<Int64>

    static func days(_ first: WallTime, _ last: WallTime) -> ClosedRange<Int64> {
        let low = day(first)
        return low...max(low, day(last))
    }

    private static func day(_ wall: WallTime) -> Int64 {
        let (quotient, remainder) = wall.milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
        return remainder < 0 ? quotient - 1 : quotient
    }

    func row() throws -> RawRow {
        let body = try BodyEncoder().encode(self)
        return RawRow(number: number, body: body, checksum: RowChecksum.of(.historyDay, number, body))
    }
}
