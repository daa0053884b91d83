import GRDB
import GatewayCore
import GatewayTesting
import Glibc
import Testing

@testable import LedgerStore

/// A folder of its own for one test, gone afterwards.
func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    var template = Array((root + "/pullcord-ledger-XXXXXX").utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
        buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    let path = try #require(made)
    defer {
        for name in names(in: path) { unlink(path + "/" + name) }
        rmdir(path)
    }
    return try body(path)
}

/// In memory where there is room: these tests open thousands of ledgers and need no real flushes.
private let root: String = {
    var status = statvfs()
    let isRoomy = statvfs("/dev/shm", &status) == 0 && UInt64(status.f_bavail) * UInt64(status.f_frsize) > 268_435_456
    return isRoomy && access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
}()

func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
}

func openLedger(_ folder: String, journal: EmergencyJournal? = nil) throws -> SQLiteLedger {
    try SQLiteLedger(folder: folder, journal: journal, stateType: LedgerSamples.stateType(ofKind:))
}

/// Opens the ledger's database as anybody with the file could, to look and to tamper.
func withDatabase<Result>(_ folder: String, _ body: (Database) throws -> Result) throws -> Result {
    let queue = try DatabaseQueue(path: folder + "/ledger.db")
    defer { try? queue.close() }
    return try queue.writeWithoutTransaction(body)
}

func bytes(of path: String) throws -> [UInt8] {
    let file = try OwnedFile(path, flags: O_RDONLY)
    return try file.read(Int(try file.size()), at: 0)
}

func write(_ bytes: [UInt8], to path: String) throws {
    let file = try OwnedFile(path, flags: O_RDWR | O_CREAT | O_TRUNC)
    try file.write(bytes, at: 0)
}

/// A log of full size with nothing in it, as after its pages have moved into the database; without blocks
/// of its own, so that making many costs nothing.
func makeEmptyLog(_ folder: String) throws {
    let file = try OwnedFile(folder + "/ledger.db-wal", flags: O_RDWR | O_CREAT | O_TRUNC)
    #expect(ftruncate(file.descriptor, off_t(LedgerLimits.logBytes)) == 0)
}

/// What a process that was killed here would have left: its files as they are, without its memory.
func copyCrashImage(_ folder: String, to other: String) throws {
    for name in ["ledger.db-wal", "ledger.db", "reserve.bin"] where names(in: folder).contains(name) {
        try write(try bytes(of: folder + "/" + name), to: other + "/" + name)
    }
}

/// Fills a ledger with so many presses and some readings, and closes it.
func fill(_ folder: String, presses: Int64) throws {
    let ledger = try openLedger(folder)
    let name = try ledger.restore().ledger
    for number in 1...presses {
        try ledger.record(LedgerSamples.turn(number, ledger: name), at: LedgerSamples.mark(number), durably: true)
        try ledger.record(
            [.rule(LedgerSamples.rule("rule-\(number % 5)", since: number))], at: LedgerSamples.mark(number),
            durably: false)
    }
    try ledger.close(at: LedgerSamples.mark(presses + 1))
}

/// The same numbers on every machine and in every run.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
