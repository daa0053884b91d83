import GRDB
import GatewayCore
import GatewayTesting
import Testing

@testable import LedgerStore

@Suite struct HistoryTests {
    @Test func `the readings of a time come back in order, over days and clock steps`() throws {
        try withFolder { folder in
            let ledger = try openLedger(folder)
            var all: [Reading] = []
            // Four days, in between a day with the clock at 1970, then the days go on.
            for block in 0..<120 as Range<Int64> {
                for item in 0..<5 as Range<Int64> {
                    var reading = LedgerSamples.temperature(block * 3_000_000 + item * 1_000, device: item % 3)
                    if (40..<50).contains(block) {
                        reading.moment.wall = WallTime(milliseconds: block * 10_000 + item)
                        reading.moment.quality = .unsynchronised
                    }
                    all.append(reading)
                    try ledger.record([.reading(reading)], at: LedgerSamples.mark(block), durably: false)
                }
                try ledger.flush(at: LedgerSamples.mark(block))
            }
            let start = LedgerSamples.moment(0).wall
            let ranges: [(WallTime, WallTime)] = [
                (start, start + .days(9)), (start + .hours(5), start + .hours(7)),
                (WallTime(milliseconds: 0), WallTime(milliseconds: 450_000)),
                (WallTime(milliseconds: .min), WallTime(milliseconds: .max)),
                (start + .days(30), start + .days(31)), (start, start), (start + .days(2), start),
            ]
            for (first, last) in ranges {
                let expected = all.filter { $0.moment.wall >= first && $0.moment.wall <= last }
                #expect(try ledger.history(from: first, to: last) == expected)
            }
            #expect(try ledger.history(from: start, to: start + .days(9), limit: 7) == Array(all.prefix(7)))
            let count = try ledger.historyCount()
            #expect(count.readings == all.count)
            #expect(count.arrivals == all.count)
            let runs = try ledger.openQueue().inDatabase { db in
                try Int.fetchOne(db, sql: "SELECT count(*) FROM history_day")
            }
            #expect(runs ?? 0 < 20)
        }
    }

    @Test func `the ledger writes by itself before memory fills`() throws {
        try withFolder { folder in
            let ledger = try openLedger(folder)
            _ = try ledger.restore()
            for number in 0..<100_000 as Range<Int64> {
                let reading = LedgerSamples.temperature(number, device: number % 50)
                try ledger.record([.reading(reading)], at: LedgerSamples.mark(number), durably: false)
                #expect(ledger.pendingChanges <= LedgerLimits.pendingReadings)
            }
            try ledger.flush(at: LedgerSamples.mark(100_000))
            #expect(try ledger.historyCount().readings == 100_000)
        }
    }

    @Test func `device rows are written seldom, and a start replays the rest exactly`() throws {
        try withFolder { folder in
            var expected: [DeviceID: DeviceState] = [:]
            var ledger: SQLiteLedger? = try openLedger(folder)
            var numbers = SeededNumbers(seed: 4)
            var rowsWritten = 0
            for number in 1...600 as ClosedRange<Int64> {
                var reading = LedgerSamples.temperature(number * 10_000, device: number % 7)
                if number % 5 == 0 { reading.capability = .humidity }
                if number % 9 == 0 { reading.freshness = .retained }
                var state = expected[reading.device] ?? DeviceState(device: reading.device)
                // A copy that the engine did not take is in the history, and in no picture.
                if !(reading.freshness == .retained && Bool.random(using: &numbers)) { state.take(reading) }
                expected[reading.device] = state
                try ledger?.record(
                    [.reading(reading), .device(state)], at: LedgerSamples.mark(number * 10_000), durably: false)
                if number % 3 == 0 { try ledger?.flush(at: LedgerSamples.mark(number * 10_000)) }
                if number % 60 == 0 {
                    ledger = nil
                    ledger = try openLedger(folder)
                    #expect(try ledger?.restore().devices == expected.values.sorted { $0.device < $1.device })
                }
                if let position = ledger?.position, position.replayFrom == position.nextReading { rowsWritten += 1 }
            }
            #expect(rowsWritten > 0)
            try ledger?.close(at: LedgerSamples.mark(6_000_001))
            ledger = nil
            ledger = try openLedger(folder)
            #expect(try ledger?.restore().devices == expected.values.sorted { $0.device < $1.device })
            #expect(ledger?.position.replayFrom == ledger?.position.nextReading)
        }
    }

    @Test func `retirement keeps open alerts, the chain and what a start needs`() throws {
        try withFolder { folder in
            var ledger: SQLiteLedger? = try SQLiteLedger(
                folder: folder, historyKept: .days(2), stateType: LedgerSamples.stateType(ofKind:))
            let name = try #require(try ledger?.restore().ledger)
            let blocks = LedgerLimits.retiredRows + 40
            for number in 1...Int64(blocks) {
                try ledger?.record(
                    [.reading(LedgerSamples.temperature(number))], at: LedgerSamples.mark(number), durably: true)
            }
            for number in 1...4 as ClosedRange<Int64> {
                var changes = LedgerSamples.turn(number, ledger: name)
                if number != 3 {
                    changes.append(
                        .alert(LedgerSamples.alert(number, ledger: name, state: LedgerSamples.closed(number))))
                }
                try ledger?.record(changes, at: LedgerSamples.mark(number), durably: true)
            }
            try ledger?.close(at: LedgerSamples.mark(5))
            ledger = nil
            let again = try SQLiteLedger(
                folder: folder, historyKept: .days(2), stateType: LedgerSamples.stateType(ofKind:))
            let before = try again.restore()
            var later = LedgerSamples.moment(0)
            later.wall = later.wall + .days(500)
            later.quality = .unsynchronised
            #expect(try again.retire(at: later) == false, "A clock that is not believed removes nothing.")
            #expect(try again.historyCount().readings == blocks + 4)
            later.quality = .synchronised
            #expect(try again.retire(at: later) == true)
            #expect(try again.historyCount().readings == 44)
            #expect(try again.retire(at: later) == false)
            #expect(try again.historyCount().readings == 0)
            #expect(try again.alerts(limit: 10).map(\.id.number) == [3])
            // Entries of the open alert 3 stay, and so does all that came after them.
            #expect(try again.verifyStory() == StoryVerdict(entries: 8, faults: []))
            #expect(try again.story(of: AlertID(ledger: name, number: 3)).count == 4)
            try again.record(
                [.story(LedgerSamples.story(17, alert: 3, ledger: name))], at: LedgerSamples.mark(9), durably: true)
            #expect(try again.verifyStory() == StoryVerdict(entries: 9, faults: []))
            #expect(before.devices.isEmpty == false)
        }
    }
}
