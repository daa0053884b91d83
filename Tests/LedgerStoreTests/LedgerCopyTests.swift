import GatewayCore
import GatewayTesting
import Testing

@testable import LedgerStore

/// A ledger is read beside the gateway that writes it, and nothing of it is touched.
@Suite struct LedgerCopyTests {
    private func fill(_ ledger: SQLiteLedger, from first: Int64, to last: Int64) throws {
        for number in first..<last {
            let changes: [Change] = [.reading(LedgerSamples.temperature(number * 1_000))]
            try ledger.record(changes, at: LedgerSamples.mark(number * 1_000), durably: true)
        }
    }

    @Test func `what a gateway has on disk is read while it writes, again and again`() throws {
        try withFolder { folder in
            let ledger = try openLedger(folder)
            for round in 1...4 as ClosedRange<Int64> {
                try fill(ledger, from: (round - 1) * 50, to: round * 50)
                let before = names(in: folder)
                let copy = try LedgerCopy(of: folder)
                #expect(try copy.readings().count == Int(round) * 50)
                #expect(copy.damage == [])
                #expect(names(in: folder) == before)
            }
            // The gateway's own lock and log are as they were.
            try fill(ledger, from: 200, to: 210)
            #expect(try ledger.historyCount().readings == 210)
            #expect(try LedgerCopy(of: folder + "/ledger.db").readings().count == 210)
        }
    }

    @Test func `alerts come with it, the oldest first, open and closed`() throws {
        try withFolder { folder in
            let ledger = try openLedger(folder)
            let name = try ledger.restore().ledger
            let states: [AlertState] = [LedgerSamples.closed(1), .raised, LedgerSamples.closed(3)]
            for (number, state) in zip([1, 2, 3] as [Int64], states) {
                let alert = LedgerSamples.alert(number, ledger: name, state: state)
                try ledger.record([.alert(alert)], at: LedgerSamples.mark(number), durably: true)
            }
            let copied = try LedgerCopy(of: folder).alerts().map(\.id.number)
            #expect(copied == [1, 2, 3])
        }
    }

    @Test func `the copy is gone when nobody reads it any more`() throws {
        try withFolder { folder in
            let ledger = try openLedger(folder)
            try fill(ledger, from: 0, to: 3)
            var copy: LedgerCopy? = try LedgerCopy(of: folder)
            let place = try #require(copy?.folder)
            #expect(names(in: place).contains("ledger.db"))
            copy = nil
            #expect(names(in: place) == [])
        }
    }

    @Test func `what is no ledger is told from one, and refused`() throws {
        try withFolder { folder in
            #expect(LedgerCopy.database(at: folder) == nil)
            #expect(LedgerCopy.database(at: folder + "/nothing.db") == nil)
            #expect(throws: LedgerError.self) { _ = try LedgerCopy(of: folder + "/nothing.db") }
            let ledger = try openLedger(folder)
            try fill(ledger, from: 0, to: 1)
            #expect(LedgerCopy.database(at: folder) == folder + "/ledger.db")
        }
    }
}
