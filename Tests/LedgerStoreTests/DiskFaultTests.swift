import GRDB
import GatewayCore
import GatewayTesting
import Glibc
import Testing

@testable import LedgerStore

@Suite struct DiskFaultTests {
    /// Takes the right to write from the open log: every write answers with an error while reads go on, as
    /// on a card that has gone read-only.
    private func withUnwritableLog(of ledger: SQLiteLedger, _ body: () throws -> Void) throws {
        let log = try #require(try descriptor(of: ledger.files.log))
        let kept = dup(log)
        let other = open(ledger.files.log, O_RDONLY)
        #expect(kept >= 0 && other >= 0)
        #expect(dup2(other, log) == log)
        defer {
            // After an error the ledger closes its files; then there is nothing to put back.
            if link(of: log) == ledger.files.log, fcntl(log, F_GETFL) & O_ACCMODE == O_RDONLY { dup2(kept, log) }
            close(kept)
            close(other)
        }
        try body()
    }

    /// Which of this process's descriptors a file is open on.
    private func descriptor(of path: String) throws -> Int32? {
        names(in: "/proc/self/fd").compactMap(Int32.init).first { link(of: $0) == path }
    }

    private func link(of descriptor: Int32) -> String? {
        var buffer = [CChar](repeating: 0, count: 4_096)
        guard readlink("/proc/self/fd/\(descriptor)", &buffer, buffer.count - 1) > 0 else { return nil }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    @Test func `a full database is told, and what was pending is written when there is room`() throws {
        try withFolder { folder in
            var ledger: SQLiteLedger? = try openLedger(folder)
            let name = try #require(try ledger?.restore().ledger)
            try ledger?.record(LedgerSamples.turn(1, ledger: name), at: LedgerSamples.mark(1), durably: true)
            let queue = try #require(try ledger?.openQueue())
            try queue.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = 1") }
            var number: Int64 = 1
            var failure: LedgerError?
            while failure == nil, number < 500 {
                number += 1
                do {
                    try ledger?.record(
                        LedgerSamples.turn(number, ledger: name), at: LedgerSamples.mark(number), durably: true)
                } catch let error as LedgerError {
                    failure = error
                }
            }
            #expect(failure?.kind == .full)
            #expect(ledger?.isReserveHeld == false, "The reserve is given away first.")
            #expect(ledger?.damage.sentences.contains { $0.contains("full") } == true)
            #expect(ledger?.pendingChanges ?? 0 > 0)
            #expect(throws: LedgerError.self) {
                try ledger?.record(
                    LedgerSamples.turn(number + 1, ledger: name), at: LedgerSamples.mark(number + 1), durably: true)
            }
            try queue.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = 100000") }
            try ledger?.flush(at: LedgerSamples.mark(number + 2))
            #expect(ledger?.pendingChanges == 0)
            #expect(ledger?.isReserveHeld == true, "The reserve is taken again once there is room.")
            ledger = nil
            let again = try openLedger(folder)
            #expect(try again.restore().alerts.count == Int(number) + 1)
            #expect(try again.verifyStory() == StoryVerdict(entries: (Int(number) + 1) * 4, faults: []))
        }
    }

    @Test func `after a disk error the ledger is opened and checked anew, and has everything`() throws {
        try withFolder { folder in
            let ledger = try openLedger(folder)
            let name = try ledger.restore().ledger
            try ledger.record(LedgerSamples.turn(1, ledger: name), at: LedgerSamples.mark(1), durably: true)
            for round in 1...5 as ClosedRange<Int64> {
                try withUnwritableLog(of: ledger) {
                    let error = #expect(throws: LedgerError.self) {
                        try ledger.record(
                            LedgerSamples.turn(round * 2, ledger: name), at: LedgerSamples.mark(round * 2),
                            durably: true)
                    }
                    #expect(error?.kind == .io)
                    #expect(ledger.pendingChanges > 0)
                }
                try ledger.record(
                    LedgerSamples.turn(round * 2 + 1, ledger: name), at: LedgerSamples.mark(round * 2 + 1),
                    durably: true)
                #expect(ledger.pendingChanges == 0)
                #expect(try ledger.historyCount().readings == Int(round) * 2 + 1)
            }
            #expect(try ledger.verifyStory() == StoryVerdict(entries: 44, faults: []))
            try withFolder { image in
                try copyCrashImage(folder, to: image)
                let snapshot = try openLedger(image).restore()
                #expect(snapshot.alerts.count == 11)
                #expect(snapshot.deliveries.count == 22)
                #expect(snapshot.ledger == name)
            }
        }
    }

    @Test func `history gives way before memory does, and the pictures stay right`() throws {
        try withFolder { folder in
            var ledger: SQLiteLedger? = try openLedger(folder)
            let name = try #require(try ledger?.restore().ledger)
            let queue = try #require(try ledger?.openQueue())
            try queue.inDatabase { db in
                try db.execute(
                    sql: "CREATE TEMP TRIGGER full BEFORE INSERT ON history BEGIN SELECT RAISE(FAIL, 'no'); END")
            }
            var state = DeviceState(device: LedgerSamples.temperature(0).device)
            let count = Int64(LedgerLimits.pendingReadingsWithoutDisk) + 3_000
            for number in 0..<count {
                state.take(LedgerSamples.temperature(number))
                try? ledger?.record(
                    [.reading(LedgerSamples.temperature(number)), .device(state)], at: LedgerSamples.mark(number),
                    durably: false)
            }
            #expect(ledger?.damage.lostReadings ?? 0 >= LedgerLimits.pendingReadingsWithoutDisk)
            try queue.inDatabase { try $0.execute(sql: "DROP TRIGGER temp.full") }
            try ledger?.record(LedgerSamples.turn(1, ledger: name), at: LedgerSamples.mark(count), durably: true)
            ledger = nil
            let snapshot = try openLedger(folder).restore()
            #expect(snapshot.devices.contains(state))
            #expect(snapshot.alerts.count == 1)
        }
    }

    @Test(.enabled(if: geteuid() == 0, "Mounting needs root."))
    func `on a file system that fills up, calls for help are still recorded`() throws {
        try withFolder { folder in
            let disk = folder + "/disk"
            mkdir(disk, 0o700)
            guard mount("tmpfs", disk, "tmpfs", 0, "size=20m") == 0 else { return }
            defer {
                umount2(disk, Int32(MNT_DETACH))
                rmdir(disk)
            }
            let ledger = try openLedger(disk)
            let name = try ledger.restore().ledger
            #expect(ledger.isReserveHeld)
            // Somebody else takes all there is.
            let other = try OwnedFile(disk + "/other", flags: O_RDWR | O_CREAT)
            #expect(throws: LedgerError.self) { try other.grow(to: 100_000_000) }
            for number in 1...100 as ClosedRange<Int64> {
                try ledger.record(
                    LedgerSamples.turn(number, ledger: name), at: LedgerSamples.mark(number), durably: true)
            }
            #expect(try ledger.restore().alerts.count == 100)
        }
    }
}
