import FoundationEssentials
import GRDB
import GatewayCore
import GatewayTesting
import Testing

@testable import LedgerStore

@Suite struct StoryTests {
    @Test func `an alert's story comes back whole, the pending entries too`() throws {
        try withFolder { folder in
            let ledger = try openLedger(folder)
            let name = try ledger.restore().ledger
            for number in 1...3 as ClosedRange<Int64> {
                try ledger.record(
                    LedgerSamples.turn(number, ledger: name), at: LedgerSamples.mark(number), durably: number < 3)
            }
            for alert in 1...3 as ClosedRange<Int64> {
                let expected = (0..<4).map { LedgerSamples.story(alert * 4 - 3 + $0, alert: alert, ledger: name) }
                #expect(try ledger.story(of: AlertID(ledger: name, number: alert)) == expected)
            }
            #expect(try ledger.story(of: AlertID(ledger: "other", number: 1)).isEmpty)
            #expect(try ledger.verifyStory() == StoryVerdict(entries: 8, faults: []))
        }
    }

    @Test func `of a long story the beginning and the end are read, and how much lies between`() throws {
        try withFolder { folder in
            let ledger = try openLedger(folder)
            let name = try ledger.restore().ledger
            let alert = AlertID(ledger: name, number: 1)
            for number in 1...20 as ClosedRange<Int64> {
                let entry = LedgerSamples.story(number, alert: 1, ledger: name)
                try ledger.record([.story(entry)], at: LedgerSamples.mark(number), durably: number < 20)
            }
            let short = try ledger.story(of: alert, ends: 3)
            #expect(short.entries.map(\.sequence) == [1, 2, 3, 17, 18, 19, 20])
            #expect(short.omitted == 13)
            for ends in [10, 19, 20, Int.max] {
                let whole = try ledger.story(of: alert, ends: ends)
                #expect(whole.entries.map(\.sequence) == Array(1...20))
                #expect(whole.omitted == 0)
            }
            #expect(try ledger.story(of: AlertID(ledger: name, number: 2), ends: 3).entries.isEmpty)
        }
    }

    /// Each changes the story as somebody with the file could; entry 9 is the one they aim at.
    enum Tampering: String, CaseIterable {
        case removeOne = "DELETE FROM story WHERE number = 9"
        case removeLast = "DELETE FROM story WHERE number = 40"
        case removeFirst = "DELETE FROM story WHERE number = 1"
        case changeText = """
            UPDATE story SET body = CAST(replace(CAST(body AS TEXT), 'daughter', 'neighbor') AS BLOB)
            WHERE number = 9
            """
        case swapChain = "UPDATE story SET chain = (SELECT chain FROM story WHERE number = 8) WHERE number = 9"
        case refile = "UPDATE story SET alert = 1 WHERE number = 9"
        case renumber = "UPDATE story SET number = 99 WHERE number = 40"
        case swapBodies = """
            UPDATE story SET body = (SELECT body FROM story AS other WHERE other.number = 10),
                checksum = (SELECT checksum FROM story AS other WHERE other.number = 10)
            WHERE number = 9
            """
        case changeChecksum = "UPDATE story SET checksum = checksum + 1 WHERE number = 9"
    }

    @Test(arguments: Tampering.allCases)
    func `a story that was tampered with is noticed`(_ tampering: Tampering) throws {
        try withFolder { folder in
            try fill(folder, presses: 10)
            #expect(try openLedger(folder).verifyStory() == StoryVerdict(entries: 40, faults: []))
            try withDatabase(folder) { try $0.execute(sql: tampering.rawValue) }
            let verdict = try openLedger(folder).verifyStory()
            #expect(!verdict.isSound)
        }
    }

    @Test func `a body with a right checksum of its own still breaks the chain`() throws {
        try withFolder { folder in
            try fill(folder, presses: 3)
            try withDatabase(folder) { db in
                let row = try #require(try RowReader.fetch(.story, number: 5, in: db))
                let text = String(decoding: row.body, as: UTF8.self).replacing("daughter", with: "neighbor")
                let body = Array(text.utf8)
                try db.execute(
                    sql: "UPDATE story SET body = ?, checksum = ? WHERE number = 5",
                    arguments: [Data(body), RowChecksum.of(.story, 5, body)])
            }
            let verdict = try openLedger(folder).verifyStory()
            #expect(verdict.faults.count == 1)
            #expect(verdict.faults.first?.contains("5") == true)
        }
    }
}
