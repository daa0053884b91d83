import GRDB
import GatewayCore
import GatewayTesting
import Glibc
import Testing

@testable import LedgerStore

@Suite struct SQLiteLedgerTests {
    @Test(arguments: LedgerConformance.Promise.allCases)
    func `it keeps what every ledger promises`(_ promise: LedgerConformance.Promise) throws {
        try withFolder { folder in
            try LedgerConformance { try openLedger(folder) }.check(promise)
        }
    }

    @Test func `its files are for their owner alone and the log is grown in advance`() throws {
        try withFolder { folder in
            let inner = folder + "/state"
            defer {
                for name in names(in: inner) { unlink(inner + "/" + name) }
                rmdir(inner)
            }
            let ledger = try openLedger(inner)
            var status = stat()
            #expect(stat(inner, &status) == 0 && status.st_mode & 0o777 == 0o700)
            for name in ["ledger.db", "ledger.db-wal", "reserve.bin"] {
                #expect(stat(inner + "/" + name, &status) == 0, "\(name)")
                #expect(status.st_mode & 0o777 == 0o600, "\(name)")
            }
            #expect(names(in: inner).contains("ledger.db-shm") == false)
            #expect(ledger.files.size(of: ledger.files.log) == LedgerLimits.logBytes)
            #expect(ledger.isReserveHeld)
            try ledger.record(LedgerSamples.turn(1, ledger: "x"), at: LedgerSamples.mark(1), durably: true)
            #expect(ledger.files.size(of: ledger.files.log) == LedgerLimits.logBytes)
            try ledger.close(at: LedgerSamples.mark(2))
            #expect(ledger.files.size(of: ledger.files.log) == LedgerLimits.logBytes)
            #expect(ledger.damage.isEmpty, "\(ledger.damage.sentences)")
        }
    }

    @Test func `the log stays small under many commits`() throws {
        try withFolder { folder in
            let ledger = try openLedger(folder)
            let name = try ledger.restore().ledger
            for number in 1...400 as ClosedRange<Int64> {
                try ledger.record(
                    LedgerSamples.turn(number, ledger: name), at: LedgerSamples.mark(number), durably: true)
            }
            let size = try #require(ledger.files.size(of: ledger.files.log))
            #expect(size <= 8_388_608)
            #expect(size >= LedgerLimits.logBytes)
        }
    }

    @Test func `a second gateway is refused and the first goes on`() throws {
        try withFolder { folder in
            let first = try openLedger(folder)
            let name = try first.restore().ledger
            let error = #expect(throws: LedgerError.self) { try openLedger(folder) }
            #expect(error?.kind == .locked)
            #expect(error?.description.contains(folder) == true)
            try first.record(LedgerSamples.turn(1, ledger: name), at: LedgerSamples.mark(1), durably: true)
        }
    }

    @Test func `another program's hold on the database is told as such`() throws {
        try withFolder { folder in
            try fill(folder, presses: 1)
            try withDatabase(folder) { db in
                try db.execute(sql: "BEGIN EXCLUSIVE")
                let error = #expect(throws: LedgerError.self) { try openLedger(folder) }
                #expect(error?.kind == .locked)
                try db.execute(sql: "ROLLBACK")
            }
            #expect(try openLedger(folder).restore().alerts.count == 1)
        }
    }

    @Test func `a folder that cannot be written is told`() throws {
        let error = #expect(throws: LedgerError.self) { try openLedger("/proc/pullcord") }
        #expect(error?.kind == .io)
    }

    @Test func `alerts come newest first, the pending ones too`() throws {
        try withFolder { folder in
            let ledger = try openLedger(folder)
            let name = try ledger.restore().ledger
            for number in 1...5 as ClosedRange<Int64> {
                let state = number < 4 ? LedgerSamples.closed(number) : .raised
                try ledger.record(
                    [.alert(LedgerSamples.alert(number, ledger: name, state: state))],
                    at: LedgerSamples.mark(number), durably: number < 5)
            }
            #expect(try ledger.alerts(limit: 3).map(\.id.number) == [5, 4, 3])
            #expect(try ledger.alerts(limit: 100).map(\.id.number) == [5, 4, 3, 2, 1])
        }
    }

    @Test func `one alert is found by its id, open, over or pending, and by no other`() throws {
        try withFolder { folder in
            let ledger = try openLedger(folder)
            let name = try ledger.restore().ledger
            for number in 1...3 as ClosedRange<Int64> {
                let state = number == 1 ? LedgerSamples.closed(number) : .raised
                try ledger.record(
                    [.alert(LedgerSamples.alert(number, ledger: name, state: state))],
                    at: LedgerSamples.mark(number), durably: number < 3)
            }
            for number in 1...3 as ClosedRange<Int64> {
                let id = AlertID(ledger: name, number: number)
                #expect(try ledger.alert(id)?.id == id)
                #expect(try ledger.alert(AlertID(ledger: "other", number: number)) == nil)
            }
            #expect(try ledger.alert(AlertID(ledger: name, number: 1))?.state.name == "closed")
            #expect(try ledger.alert(AlertID(ledger: name, number: 4)) == nil)
        }
    }

    @Test func `good settings are kept by name and replaced`() throws {
        try withFolder { folder in
            do {
                let ledger = try openLedger(folder)
                #expect(try ledger.keptSettings() == nil)
                try ledger.keepSettings("version: 1\nhome: é\n", digest: "a1")
                try ledger.keepSettings("version: 1\n", digest: "b2", name: "other")
                try ledger.keepSettings("version: 1\nhome: f\n", digest: "a2")
            }
            let ledger = try openLedger(folder)
            #expect(try ledger.keptSettings() == KeptSettings(text: "version: 1\nhome: f\n", digest: "a2"))
            #expect(try ledger.keptSettings(name: "other") == KeptSettings(text: "version: 1\n", digest: "b2"))
            let tooLong = String(repeating: "x", count: LedgerLimits.settingsBytes + 1)
            #expect(throws: LedgerError.self) { try ledger.keepSettings(tooLong, digest: "c") }
        }
    }

    @Test func `a rule of a kind that is no more is forgotten and told`() throws {
        try withFolder { folder in
            do {
                let ledger = try openLedger(folder)
                try ledger.record(
                    [.rule(LedgerSamples.rule("door", since: 1))], at: LedgerSamples.mark(1), durably: true)
            }
            let ledger = try SQLiteLedger(folder: folder, stateType: { _ in nil })
            #expect(try ledger.restore().rules.isEmpty)
            #expect(ledger.damage.quarantined == 0)
            #expect(ledger.damage.sentences.contains { $0.contains("door") })
        }
    }
}
