import FoundationEssentials
import GRDB
import GatewayCore
import GatewayTesting
import Testing

@testable import LedgerStore

@Suite struct MigrationTests {
    @Test func `a ledger of the first schema is brought up to date with all it holds`() throws {
        try withFolder { folder in
            let reading = LedgerSamples.temperature(1)
            do {
                let queue = try DatabaseQueue(path: folder + "/ledger.db")
                try LedgerSchema.migrator.migrate(queue, upTo: "1 tables")
                try queue.inDatabase { db in
                    try db.execute(sql: "PRAGMA user_version = 1")
                    try db.execute(sql: "PRAGMA application_id = \(LedgerSchema.applicationID)")
                    var position = LedgerPosition(ledger: "k3f9")
                    position.state = LedgerSamples.gateway(7)
                    let body = try BodyEncoder().encode(position.row)
                    try RowWriter(db: db).put(
                        .gateway, RawRow(number: 1, body: body, checksum: RowChecksum.of(.gateway, 1, body)))
                    var block = ReadingBlockWriter()
                    block.append(reading)
                    let history = HistoryBlock.body(mark: LedgerSamples.mark(1), block: block.finished())
                    try RowWriter(db: db).put(
                        history: RawRow(number: 0, body: history, checksum: RowChecksum.of(.history, 0, history)),
                        of: block)
                }
                try queue.close()
                try makeEmptyLog(folder)
            }
            let ledger = try openLedger(folder)
            let snapshot = try ledger.restore()
            #expect(ledger.damage.isEmpty, "\(ledger.damage.sentences)")
            #expect(snapshot.ledger == "k3f9")
            #expect(snapshot.gateway == LedgerSamples.gateway(7))
            #expect(snapshot.devices.map(\.latest) == [[reading]])
            #expect(try ledger.newestMark() == LedgerSamples.mark(1))
            #expect(try ledger.history(from: reading.moment.wall, to: reading.moment.wall) == [reading])
            let version = try ledger.openQueue().inDatabase { try Int64.fetchOne($0, sql: "PRAGMA user_version") }
            #expect(version == LedgerSchema.version)
        }
    }

    @Test func `a newer version's ledger is refused and left as it is`() throws {
        try withFolder { folder in
            try fill(folder, presses: 2)
            try withDatabase(folder) { db in
                try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('3 something new')")
                try db.execute(sql: "PRAGMA user_version = 3")
            }
            try makeEmptyLog(folder)
            let error = #expect(throws: LedgerError.self) { try openLedger(folder) }
            #expect(error?.kind == .tooNew)
            #expect(names(in: folder).contains { $0.contains("damaged") } == false)
            let alerts = try withDatabase(folder) { try Int.fetchOne($0, sql: "SELECT count(*) FROM alert") }
            #expect(alerts == 2)
        }
    }

    @Test(arguments: ["PRAGMA user_version = 9", "PRAGMA application_id = 5"])
    func `a header that rotted does not keep the gateway from starting`(_ sql: String) throws {
        try withFolder { folder in
            try fill(folder, presses: 2)
            try withDatabase(folder) { try $0.execute(sql: sql) }
            try makeEmptyLog(folder)
            let ledger = try openLedger(folder)
            #expect(try ledger.restore().alerts.count == 2)
            #expect(ledger.damage.sentences.contains { $0.contains("header") })
        }
    }

    @Test func `another program's database is refused and left as it is`() throws {
        try withFolder { folder in
            try withDatabase(folder) { try $0.execute(sql: "CREATE TABLE recipes (name TEXT)") }
            let error = #expect(throws: LedgerError.self) { try openLedger(folder) }
            #expect(error?.kind == .other)
            let tables = try withDatabase(folder) { try $0.tableExists("recipes") }
            #expect(tables)
        }
    }
}
