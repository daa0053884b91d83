import GatewayCore
import GatewayTesting
import Testing

@testable import LedgerStore

/// A killed process leaves its files and nothing of its memory. Copies of the files, taken at many points
/// of a run, are opened as the next process would open them.
@Suite struct CrashImageTests {
    /// What must be in a restore once these many presses were recorded durably.
    private func check(_ snapshot: Snapshot, afterPresses presses: Int64, of name: String) {
        #expect(snapshot.ledger == name)
        #expect(snapshot.gateway.lastAlert >= presses)
        let numbers = snapshot.alerts.map(\.id.number)
        #expect(numbers == Array(1...max(presses, Int64(numbers.count))))
        #expect(snapshot.deliveries.count == numbers.count * 2)
    }

    @Test(.ownThread) func `every durable record is in every later crash image`() throws {
        try withFolder { folder in
            let ledger = try openLedger(folder)
            let name = try ledger.restore().ledger
            var number: Int64 = 0
            for point in 1...30 {
                for _ in 0..<Int64(point % 4 + 1) {
                    number += 1
                    try ledger.record(
                        LedgerSamples.measurement(number).filter { if case .gateway = $0 { false } else { true } },
                        at: LedgerSamples.mark(number), durably: false)
                    try ledger.record(
                        LedgerSamples.turn(number, ledger: name), at: LedgerSamples.mark(number), durably: true)
                }
                try withFolder { image in
                    try copyCrashImage(folder, to: image)
                    let copy = try openLedger(image)
                    let snapshot = try copy.restore()
                    check(snapshot, afterPresses: number, of: name)
                    #expect(copy.damage.isEmpty, "\(copy.damage.sentences)")
                    let rooms = snapshot.devices.first { $0.device == DeviceID("living-room-sensor-0") }
                    #expect(rooms?.latest == [LedgerSamples.temperature(number)])
                    #expect(try copy.newestMark() == LedgerSamples.mark(number))
                    let verdict = try copy.verifyStory()
                    #expect(verdict.isSound && verdict.entries == Int(number) * 4, "\(verdict.faults)")
                }
            }
        }
    }

    /// SQLite's file format, section 4.1 and 4.2: a header of 32 bytes with the page's size, then frames of 24 bytes
    /// and a page each.
    @Test(.ownThread) func `a log torn anywhere gives the records before the tear`() throws {
        try withFolder { folder in
            let ledger = try openLedger(folder)
            let name = try ledger.restore().ledger
            for number in 1...12 as ClosedRange<Int64> {
                try ledger.record(
                    LedgerSamples.turn(number, ledger: name), at: LedgerSamples.mark(number), durably: true)
            }
            let log = try bytes(of: ledger.files.log)
            // A whole number of frames: a page that is used may end with a zero.
            let pageBytes = log[8..<12].reduce(0) { $0 << 8 | Int($1) }
            let (headerBytes, frameBytes) = (32, 24 + pageBytes)
            let lastUsed = try #require(log.lastIndex { $0 != 0 })
            let used = headerBytes + ((lastUsed - headerBytes) / frameBytes + 1) * frameBytes
            var numbers = SeededNumbers(seed: 17)
            var last: Int64 = 0
            var ends = (0..<40).map { _ in Int.random(in: 32..<used, using: &numbers) }.sorted()
            ends.append(used)
            for end in ends {
                try withFolder { image in
                    try copyCrashImage(folder, to: image)
                    var torn = Array(log.prefix(end))
                    torn.append(contentsOf: (0..<64).map { _ in UInt8.random(in: 0...255, using: &numbers) })
                    try write(torn, to: image + "/ledger.db-wal")
                    let copy = try openLedger(image)
                    let snapshot = try copy.restore()
                    let presses = Int64(snapshot.alerts.count)
                    #expect(snapshot.gateway.lastAlert == presses)
                    #expect(presses >= last, "A longer log holds no fewer records.")
                    #expect(!copy.damage.wasSetAside)
                    #expect(try copy.verifyStory().isSound)
                    last = presses
                }
            }
            #expect(last == 12)
        }
    }
}
