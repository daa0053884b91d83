package import GatewayCore
import GRDB

extension SQLiteLedger {
    /// The readings that arrived between two times, both included, in the order they were recorded. Those
    /// that are pending are not among them.
    ///
    /// - Parameter limit: at most so many are given.
    package func history(
        from first: WallTime, to last: WallTime, limit: Int = .max
    ) throws(LedgerError) -> [Reading] {
        var readings: [Reading] = []
        guard first <= last else { return readings }
        do {
            try openQueue().inDatabase { db in
                let wanted = HistoryRun.days(first, last)
                for range in try runs(in: db, overlapping: wanted) where readings.count < limit {
                    try read(range, in: db, from: first, to: last, limit: limit, into: &readings)
                }
            }
        } catch {
            throw LedgerError(error, at: files.database)
        }
        return readings
    }

    /// How many readings and arrivals the history holds.
    package func historyCount() throws(LedgerError) -> (readings: Int, arrivals: Int) {
        do {
            return try openQueue().inDatabase { db in
                let sql = "SELECT coalesce(sum(readings), 0), coalesce(sum(arrivals), 0) FROM history"
                guard let row = try Row.fetchOne(db, sql: sql) else { return (0, 0) }
                let readings: DatabaseValue = row[0]
                let arrivals: DatabaseValue = row[1]
                return (Int.fromDatabaseValue(readings) ?? 0, Int.fromDatabaseValue(arrivals) ?? 0)
            }
        } catch {
            throw LedgerError(error, at: files.database)
        }
    }

    /// Ranges of block numbers that can hold readings of these days.
    private func runs(in db: Database, overlapping wanted: ClosedRange<Int64>) throws -> [Range<Int64>] {
        var found: [Range<Int64>] = []
        // A run that cannot be read is taken for one that may hold anything.
        var isWanted = true
        var begin = Int64.min
        try RowReader.forEach(.historyDay, in: db) { row in
            if isWanted, begin < row.number { found.append(begin..<row.number) }
            let run = row.isSound(in: .historyDay) ? try? BodyDecoder.decode(HistoryRun.self, from: row.body) : nil
            isWanted = run?.days.overlaps(wanted) ?? true
            begin = row.number
        }
        if isWanted { found.append(begin..<Int64.max) }
        return found
    }

    private func read(
        _ range: Range<Int64>, in db: Database, from first: WallTime, to last: WallTime, limit: Int,
        into readings: inout [Reading]
    ) throws {
        let sql = """
            SELECT number, body, checksum FROM history
            WHERE number >= ? AND number < ? AND last_wall >= ? AND first_wall <= ? ORDER BY number
            """
        let arguments: StatementArguments = [
            range.lowerBound, range.upperBound, first.milliseconds, last.milliseconds,
        ]
        let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
        while readings.count < limit, let row = try rows.next().map(RowReader.raw) {
            guard row.isSound(in: .history), let block = try? HistoryBlock(body: row.body) else { continue }
            let fitting = block.readings.filter { $0.moment.wall >= first && $0.moment.wall <= last }
            readings.append(contentsOf: fitting.prefix(limit - readings.count))
        }
    }

    // MARK: - Retirement

    /// Removes what has been kept long enough, at most `LedgerLimits.retiredRows` rows of each table: call
    /// it now and then while nothing happens. Does nothing while the clock cannot be trusted.
    ///
    /// - Returns: true when more is waiting to be removed.
    @discardableResult
    package func retire(at moment: Moment) throws(LedgerError) -> Bool {
        guard moment.quality != .unsynchronised, isRestored else { return false }
        do {
            var next = position
            let isMore = try openQueue().inDatabase { db in
                var isMore = false
                try db.inTransaction(.immediate) {
                    let writer = RowWriter(db: db)
                    let history = try retireHistory(db, writer, before: moment.wall - historyKept)
                    let past = moment.wall - LedgerLimits.closedAlertsKept
                    let alerts = try retireAlerts(db, writer, before: past)
                    let story = try retireStory(db, writer, before: past, &next)
                    isMore = history || alerts || story
                    return .commit
                }
                return isMore
            }
            position = next
            return isMore
        } catch {
            throw LedgerError(error, at: files.database)
        }
    }

    private func retireHistory(_ db: Database, _ writer: RowWriter, before past: WallTime) throws -> Bool {
        let sql = "SELECT number, last_wall FROM history WHERE number < ? ORDER BY number LIMIT ?"
        let rows = try Row.fetchAll(db, sql: sql, arguments: [position.replayFrom, LedgerLimits.retiredRows])
        var removed = 0
        for row in rows {
            let number: DatabaseValue = row[0]
            let last: DatabaseValue = row[1]
            guard let number = Int64.fromDatabaseValue(number), let last = Int64.fromDatabaseValue(last),
                last < past.milliseconds
            else { break }
            try writer.remove(.history, number)
            removed += 1
        }
        // Runs that end before the first block that is left.
        let runs = """
            DELETE FROM history_day WHERE number < (
                SELECT max(number) FROM history_day WHERE number <= (SELECT min(number) FROM history))
            """
        if removed > 0 { try db.execute(sql: runs) }
        return removed == LedgerLimits.retiredRows
    }

    private func retireAlerts(_ db: Database, _ writer: RowWriter, before past: WallTime) throws -> Bool {
        let sql = "SELECT number, body, checksum FROM closed_alert ORDER BY number LIMIT ?"
        let rows = try Row.fetchAll(db, sql: sql, arguments: [LedgerLimits.retiredRows]).map(RowReader.raw)
        var removed = 0
        for row in rows {
            if row.isSound(in: .closedAlert), let alert = try? BodyDecoder.decode(Alert.self, from: row.body) {
                if Self.ended(alert) >= past { break }
                try writer.remove(.closedAlert, row.number)
            } else {
                try writer.quarantine(.closedAlert, row)
            }
            removed += 1
        }
        return removed == LedgerLimits.retiredRows
    }

    private static func ended(_ alert: Alert) -> WallTime {
        switch alert.state {
        case .closed(let closure): max(closure.at.wall, alert.learned.wall)
        case .cancelled(let moment, _): max(moment.wall, alert.learned.wall)
        case .pending, .raised, .acknowledged: alert.learned.wall
        }
    }

    /// Only from the beginning, and the end of what is gone is kept, so that the chain holds.
    private func retireStory(
        _ db: Database, _ writer: RowWriter, before past: WallTime, _ next: inout LedgerPosition
    ) throws -> Bool {
        let sql = "SELECT number, body, checksum, chain FROM story ORDER BY number LIMIT ?"
        var removed = 0
        for row in try Row.fetchAll(db, sql: sql, arguments: [LedgerLimits.retiredRows]) {
            let raw = RowReader.raw(row)
            guard let entry = try? BodyDecoder.decode(StoryEntry.self, from: raw.body), entry.moment.wall < past,
                try RowReader.fetch(.alert, number: entry.alert.number, in: db) == nil
            else { break }
            let chain: DatabaseValue = row[3]
            next.storyAnchor = StoryChain(sequence: raw.number, hash: RowReader.bytes(chain))
            try writer.remove(.story, raw.number)
            removed += 1
        }
        if removed > 0 {
            let body = try encoder.encode(next.row)
            try writer.put(
                .gateway, RawRow(number: 1, body: body, checksum: RowChecksum.of(.gateway, 1, body)))
            next.hasRow = true
        }
        return removed == LedgerLimits.retiredRows
    }
}
