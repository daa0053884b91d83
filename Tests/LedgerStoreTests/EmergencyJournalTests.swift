import GatewayCore
import GatewayTesting
import Glibc
import Testing

@testable import LedgerStore

@Suite struct EmergencyJournalTests {
    private func changes(_ number: Int64) -> [Change] { LedgerSamples.turn(number, ledger: "k3f9") }

    private func record(_ number: Int64) -> JournalRecord {
        JournalRecord(changes(number), at: LedgerSamples.mark(number))
    }

    private func written(_ path: String, _ numbers: ClosedRange<Int64>, size: Int = 65_536) throws {
        let journal = try EmergencyJournal(path: path, size: size)
        for number in numbers { try journal.append(changes(number), at: LedgerSamples.mark(number)) }
    }

    @Test func `records come back in order, over openings and clearings`() throws {
        try withFolder { folder in
            let path = folder + "/emergency.journal"
            try written(path, 1...3)
            let journal = try EmergencyJournal(path: path, size: 65_536)
            #expect(journal.records == (1...3).map(record))
            try journal.append(changes(4), at: LedgerSamples.mark(4))
            #expect(journal.records == (1...4).map(record))
            try journal.clear()
            #expect(journal.isEmpty && journal.records.isEmpty)
            // As long as the record that was there: what follows it must not come back.
            try journal.append(changes(5), at: LedgerSamples.mark(5))
            #expect(journal.records == [record(5)])
            #expect(try EmergencyJournal(path: path, size: 65_536).records == [record(5)])
            #expect(journal.damage.isEmpty)
        }
    }

    @Test func `a journal without room says so and keeps what it has`() throws {
        try withFolder { folder in
            let journal = try EmergencyJournal(path: folder + "/j", size: 16_384)
            var kept: Int64 = 0
            let error = #expect(throws: LedgerError.self) {
                for number in 1...100 as ClosedRange<Int64> {
                    try journal.append(changes(number), at: LedgerSamples.mark(number))
                    kept = number
                }
            }
            #expect(error?.kind == .full)
            #expect(kept > 1)
            #expect(journal.records == (1...kept).map(record))
        }
    }

    @Test(.ownThread) func `torn at any byte it gives every whole record before the tear`() throws {
        try withFolder { folder in
            let path = folder + "/j"
            let size = 16_384
            try written(path, 1...2, size: size)
            let good = try bytes(of: path)
            let used = try #require(good.lastIndex { $0 != 0 }) + 1
            let first = 512 + 32 + (try BodyEncoder().encode(record(1))).count
            for tear in 512..<used {
                // The bytes from the tear on were never written.
                try write(Array(good.prefix(tear)) + [UInt8](repeating: 0, count: size - tear), to: path)
                let journal = try EmergencyJournal(path: path, size: size)
                let expected = tear >= first ? [record(1)] : []
                // A tear in front of zeros that belong to the record loses nothing.
                let whole = tear == used ? [record(1), record(2)] : expected
                #expect(journal.records == whole, "torn at \(tear)")
            }
            for length in stride(from: 0, to: used, by: 97) {
                try write(Array(good.prefix(length)), to: path)
                let journal = try EmergencyJournal(path: path, size: size)
                #expect(journal.records == (length >= first ? [record(1)] : []), "cut at \(length)")
                try journal.append(changes(9), at: LedgerSamples.mark(9))
                #expect(journal.records.last == record(9))
            }
        }
    }

    @Test func `no flipped bit gives a record that was not written`() throws {
        try withFolder { folder in
            let path = folder + "/j"
            try written(path, 1...3, size: 16_384)
            let good = try bytes(of: path)
            let used = try #require(good.lastIndex { $0 != 0 }) + 1
            var numbers = SeededNumbers(seed: 3)
            for _ in 0..<300 {
                var bad = good
                bad[Int.random(in: 0..<used, using: &numbers)] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
                try write(bad, to: path)
                let records = try EmergencyJournal(path: path, size: 16_384).records
                #expect(records == (1...3).map(record).prefix(records.count).map { $0 })
            }
        }
    }

    @Test func `the ledger takes over what the journal kept, and then clears it`() throws {
        try withFolder { folder in
            let path = folder + "/emergency.journal"
            do {
                let ledger = try openLedger(folder)
                let snapshot = try ledger.restore()
                try ledger.record(
                    LedgerSamples.turn(1, ledger: snapshot.ledger), at: LedgerSamples.mark(1), durably: true)
                let journal = try EmergencyJournal(path: path)
                // Older than the ledger: a record that it has meanwhile.
                try journal.append(
                    [.alert(LedgerSamples.alert(1, ledger: snapshot.ledger, state: LedgerSamples.closed(1)))],
                    at: LedgerSamples.mark(0))
                var changes = LedgerSamples.turn(2, ledger: snapshot.ledger)
                changes.append(.settled(DeliveryID(ledger: snapshot.ledger, number: 1)))
                try journal.append(changes, at: LedgerSamples.mark(2))
            }
            for round in 1...2 {
                let journal = try EmergencyJournal(path: path)
                let ledger = try openLedger(folder, journal: journal)
                #expect(try ledger.newestMark() == LedgerSamples.mark(2))
                let snapshot = try ledger.restore()
                #expect(snapshot.alerts.map(\.id.number) == [1, 2])
                #expect(snapshot.alerts.count { $0.isOpen } == 2)
                #expect(snapshot.deliveries.map(\.id.number) == [2, 3, 4])
                #expect(snapshot.gateway.lastAlert == 2)
                // A crash before the next commit: the journal still has it.
                #expect(journal.isEmpty == false)
                if round == 2 {
                    try ledger.flush(at: LedgerSamples.mark(3))
                    #expect(journal.isEmpty)
                }
            }
            let journal = try EmergencyJournal(path: path)
            let ledger = try openLedger(folder, journal: journal)
            let snapshot = try ledger.restore()
            #expect(snapshot.alerts.map(\.id.number) == [1, 2])
            #expect(snapshot.deliveries.map(\.id.number) == [2, 3, 4])
            #expect(try ledger.verifyStory() == StoryVerdict(entries: 8, faults: []))
        }
    }
}
