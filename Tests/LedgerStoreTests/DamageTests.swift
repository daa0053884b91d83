import FoundationEssentials
import GRDB
import GatewayCore
import GatewayTesting
import Glibc
import Testing

@testable import LedgerStore

@Suite struct DamageTests {
    private func equal(_ left: Snapshot, _ right: Snapshot) -> Bool {
        let rules = { (snapshot: Snapshot) in
            snapshot.rules.map { ($0.id.name, $0.fingerprint, $0.state as? LedgerSamples.Memory) }
        }
        return left.ledger == right.ledger && left.alerts == right.alerts && left.deliveries == right.deliveries
            && left.devices == right.devices && left.gateway == right.gateway
            && rules(left).elementsEqual(rules(right)) { $0 == $1 }
    }

    /// A ledger closed with its log emptied into the database, so that every row is in one file.
    private func withClosedLedger(presses: Int64, _ body: (String, Snapshot) throws -> Void) throws {
        try withFolder { folder in
            try fill(folder, presses: presses)
            try withDatabase(folder) { _ = try $0.checkpoint(.truncate) }
            let snapshot = try openLedger(folder).restore()
            try withDatabase(folder) { _ = try $0.checkpoint(.truncate) }
            try makeEmptyLog(folder)
            try body(folder, snapshot)
        }
    }

    @Test(.ownThread) func `no flipped bit of the database goes unnoticed, and none stops the gateway`() throws {
        try withClosedLedger(presses: 30) { folder, original in
            let good = try bytes(of: folder + "/ledger.db")
            var numbers = SeededNumbers(seed: 2_026)
            var noticed = 0
            for _ in 0..<200 {
                var bad = good
                let place = Int.random(in: 0..<bad.count, using: &numbers)
                bad[place] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
                try withFolder { other in
                    try write(bad, to: other + "/ledger.db")
                    try makeEmptyLog(other)
                    let ledger = try openLedger(other)
                    let snapshot = try ledger.restore()
                    let story = try ledger.verifyStory()
                    if !ledger.damage.isEmpty || !story.isSound {
                        noticed += 1
                    } else {
                        #expect(equal(snapshot, original), "byte \(place)")
                        #expect(story.entries == 120, "byte \(place)")
                    }
                }
            }
            #expect(noticed > 100, "Most of the file is rows.")
        }
    }

    @Test(arguments: [LedgerTable.alert, .delivery, .rule, .device, .gateway, .story, .history])
    func `every flipped bit of a row's body is noticed and the rest restored`(_ table: LedgerTable) throws {
        try withClosedLedger(presses: 6) { folder, original in
            let row = try #require(try withDatabase(folder) { try RowReader.last(table, in: $0) })
            var numbers = SeededNumbers(seed: 7)
            for _ in 0..<12 {
                var body = row.body
                body[Int.random(in: 0..<body.count, using: &numbers)] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
                try withFolder { other in
                    try write(try bytes(of: folder + "/ledger.db"), to: other + "/ledger.db")
                    try withDatabase(other) { db in
                        try db.execute(
                            sql: "UPDATE \(table.rawValue) SET body = ? WHERE number = ?",
                            arguments: [Data(body), row.number])
                    }
                    try makeEmptyLog(other)
                    let ledger = try openLedger(other)
                    let snapshot = try ledger.restore()
                    let verdict = try ledger.verifyStory()
                    switch table {
                    case .story: #expect(!verdict.isSound)
                    case .history:
                        // Its readings are in a device row already; whoever asks for them does not get them.
                        let all = try ledger.history(
                            from: WallTime(milliseconds: .min), to: WallTime(milliseconds: .max))
                        #expect(all.count == 5)
                    case .gateway:
                        #expect(snapshot.ledger != original.ledger, "A new identity.")
                        #expect(snapshot.gateway.lastAlert == 6)
                        #expect(ledger.damage.quarantined == 1)
                    default:
                        #expect(ledger.damage.quarantined == 1)
                        #expect(snapshot.alerts.count == original.alerts.count - (table == .alert ? 1 : 0))
                        #expect(snapshot.deliveries.count == original.deliveries.count - (table == .delivery ? 1 : 0))
                        #expect(snapshot.rules.count == original.rules.count - (table == .rule ? 1 : 0))
                    }
                    if table != .story, table != .history {
                        let count = try ledger.openQueue().inDatabase {
                            try Int.fetchOne($0, sql: "SELECT count(*) FROM quarantine")
                        }
                        #expect(count == 1)
                    }
                }
            }
        }
    }

    @Test(.ownThread) func `a database with a zeroed page gives what is on the others`() throws {
        try withClosedLedger(presses: 40) { folder, original in
            let good = try bytes(of: folder + "/ledger.db")
            var recovered = 0
            let pages = good.count / 4_096
            for page in 1..<pages {
                var bad = good
                for index in page * 4_096..<(page + 1) * 4_096 { bad[index] = 0 }
                try withFolder { other in
                    try write(bad, to: other + "/ledger.db")
                    try makeEmptyLog(other)
                    let ledger = try openLedger(other)
                    let snapshot = try ledger.restore()
                    #expect(!ledger.damage.isEmpty, "page \(page)")
                    for alert in snapshot.alerts { #expect(original.alerts.contains(alert)) }
                    for delivery in snapshot.deliveries { #expect(original.deliveries.contains(delivery)) }
                    recovered += snapshot.alerts.count
                    #expect(names(in: other).contains("ledger-damaged-1.db"))
                    // The new ledger works, and counts on from what it found.
                    let next = snapshot.gateway.lastAlert + 1
                    try ledger.record(
                        [.alert(LedgerSamples.alert(next, ledger: snapshot.ledger))], at: LedgerSamples.mark(99),
                        durably: true)
                }
            }
            #expect(recovered > (pages - 1) * 40 * 8 / 10, "\(recovered) of \((pages - 1) * 40)")
        }
    }

    enum Ruin: CaseIterable {
        case garbage, emptied, removed, truncated, headGone
    }

    @Test(arguments: Ruin.allCases)
    func `a ruined database is set aside and a new one begun`(_ ruin: Ruin) throws {
        try withFolder { folder in
            try fill(folder, presses: 20)
            // As long as the log has all pages, the database can lose them; so it must not.
            try withDatabase(folder) { _ = try $0.checkpoint(.truncate) }
            if ruin == .emptied || ruin == .removed {
                try write(Array("the last pages".utf8), to: folder + "/ledger.db-wal")
            } else {
                try makeEmptyLog(folder)
            }
            let path = folder + "/ledger.db"
            let good = try bytes(of: path)
            switch ruin {
            case .garbage:
                var numbers = SeededNumbers(seed: 1)
                try write((0..<good.count).map { _ in UInt8.random(in: 0...255, using: &numbers) }, to: path)
            case .emptied: try write([], to: path)
            case .removed: unlink(path)
            case .truncated: try write(Array(good.prefix(4_096 * 5 + 100)), to: path)
            case .headGone: try write([UInt8](repeating: 0, count: 100) + good.dropFirst(100), to: path)
            }
            let ledger = try openLedger(folder)
            #expect(!ledger.damage.isEmpty)
            #expect(!ledger.damage.sentences.isEmpty)
            let snapshot = try ledger.restore()
            try ledger.record(
                LedgerSamples.turn(snapshot.gateway.lastAlert + 1, ledger: snapshot.ledger),
                at: LedgerSamples.mark(1), durably: true)
            #expect(names(in: folder).contains { $0.hasPrefix("ledger-damaged-1.db") })
        }
    }

    @Test func `a lost log is told`() throws {
        try withFolder { folder in
            try fill(folder, presses: 2)
            unlink(folder + "/ledger.db-wal")
            let ledger = try openLedger(folder)
            #expect(ledger.damage.sentences.contains { $0.contains("log") })
            #expect(try ledger.restore().alerts.count == 2)
        }
    }

    @Test func `ledgers set aside do not overwrite one another`() throws {
        try withFolder { folder in
            for round in 1...3 {
                try write(Array("this is no database, and never was one".utf8), to: folder + "/ledger.db")
                try makeEmptyLog(folder)
                _ = try openLedger(folder)
                #expect(names(in: folder).contains("ledger-damaged-\(round).db"))
            }
        }
    }
}
