package import GatewayCore
import Glibc

/// Where emergencies go while SQLite cannot write: full disk, disk error, damage.
///
/// Independent of SQLite: a file of fixed size whose blocks were given in advance, records one after the
/// other, each written through to the disk (`O_DSYNC`) and with a checksum. A record that was torn ends
/// the journal; those before it count. It may lie on another disk than the ledger.
///
/// The first 512 bytes hold the generation. `clear` begins the next one, and a record of another generation
/// is not read, so that what was cleared cannot come back.
///
/// Not `Sendable`: used by the thread that uses the ledger.
package final class EmergencyJournal {
    /// What was found that is not as it was written.
    package private(set) var damage: [String] = []

    private let file: OwnedFile
    private let size: Int64
    private var generation: Int64 = 1
    private var next: Int64 = 0
    private var end: Int64 = EmergencyJournal.headBytes

    private static let headBytes: Int64 = 512
    private static let recordHeadBytes = 32
    private static let magic: [UInt8] = Array("PCJ1".utf8)
    private static let domain = "journal"

    /// Opens or makes the journal.
    ///
    /// - Throws: `io`, or `full` when there is no room to make it.
    package convenience init(path: String) throws(LedgerError) {
        try self.init(path: path, size: LedgerLimits.journalBytes)
    }

    init(path: String, size: Int) throws(LedgerError) {
        file = try OwnedFile(path, flags: O_RDWR | O_CREAT | O_DSYNC)
        self.size = Int64(size)
        let isNew = try file.size() == 0
        try file.grow(to: self.size)
        if isNew {
            try writeHead()
        } else {
            try readHead()
        }
        _ = try scan()
    }

    package var isEmpty: Bool { next == 0 }

    /// What it holds, oldest first.
    package var records: [JournalRecord] { (try? scan()) ?? [] }

    /// Keeps what of these changes tells people. On disk when it returns.
    ///
    /// - Throws: `full` when there is no room left, `io` when this disk fails too.
    package func append(_ changes: [Change], at mark: TimeMark) throws(LedgerError) {
        let body: [UInt8]
        do {
            body = try BodyEncoder().encode(JournalRecord(changes, at: mark))
        } catch {
            throw LedgerError(.other, "A record for the emergency journal cannot be written: \(error).")
        }
        let bytes = head(of: body, number: next) + body
        guard end + Int64(bytes.count) <= size else {
            throw LedgerError(.full, "The emergency journal \(file.path) is full.")
        }
        try file.write(bytes, at: end)
        end += Int64(bytes.count)
        next += 1
    }

    /// Forgets everything: the ledger has it.
    package func clear() throws(LedgerError) {
        generation += 1
        try writeHead()
        next = 0
        end = Self.headBytes
    }

    // MARK: - Layout

    /// Magic (4), body length (4), generation (8), number (8), checksum (8); little-endian.
    private func head(of body: [UInt8], number: Int64) -> [UInt8] {
        var head = Self.magic
        head.append(littleEndian: UInt64(body.count), bytes: 4)
        head.append(littleEndian: UInt64(bitPattern: generation), bytes: 8)
        head.append(littleEndian: UInt64(bitPattern: number), bytes: 8)
        head.append(littleEndian: UInt64(bitPattern: checksum(of: body, number: number)), bytes: 8)
        return head
    }

    private func checksum(of body: [UInt8], number: Int64) -> Int64 {
        RowChecksum.of("\(Self.domain) \(generation)", number, body)
    }

    private func writeHead() throws(LedgerError) {
        var head = Self.magic
        head.append(littleEndian: UInt64(bitPattern: generation), bytes: 8)
        let checksum = RowChecksum.of(Self.domain, generation, [])
        head.append(littleEndian: UInt64(bitPattern: checksum), bytes: 8)
        try file.write(head, at: 0)
    }

    private func readHead() throws(LedgerError) {
        let head = try file.read(20, at: 0)
        let written = Int64(bitPattern: head.littleEndian(at: 4, bytes: 8))
        let checksum = Int64(bitPattern: head.littleEndian(at: 12, bytes: 8))
        if Array(head.prefix(4)) == Self.magic, checksum == RowChecksum.of(Self.domain, written, []) {
            generation = written
            return
        }
        // Better a record too many than one too few: what the first record says is believed.
        let first = try file.read(Self.recordHeadBytes, at: Self.headBytes)
        if Array(first.prefix(4)) == Self.magic {
            generation = Int64(bitPattern: first.littleEndian(at: 8, bytes: 8))
        }
        damage.append("The head of the emergency journal \(file.path) was damaged and has been repaired.")
        try writeHead()
    }

    /// Reads all records of this generation and finds where the next one goes.
    private func scan() throws(LedgerError) -> [JournalRecord] {
        let bytes = try file.read(Int(size), at: 0)
        var records: [JournalRecord] = []
        var position = Int(Self.headBytes)
        var number: Int64 = 0
        while position + Self.recordHeadBytes <= bytes.count {
            let head = Array(bytes[position..<position + Self.recordHeadBytes])
            let length = Int(head.littleEndian(at: 4, bytes: 4))
            let begin = position + Self.recordHeadBytes
            guard length <= bytes.count - begin else { break }
            let body = Array(bytes[begin..<begin + length])
            guard head == self.head(of: body, number: number),
                let record = try? BodyDecoder.decode(JournalRecord.self, from: body)
            else { break }
            records.append(record)
            position = begin + length
            number += 1
        }
        next = number
        end = Int64(position)
        return records
    }
}

extension [UInt8] {
    fileprivate mutating func append(littleEndian value: UInt64, bytes: Int) {
        for index in 0..<bytes { append(UInt8(truncatingIfNeeded: value >> (8 * UInt64(index)))) }
    }

    /// 0 for bytes that are not there.
    fileprivate func littleEndian(at offset: Int, bytes: Int) -> UInt64 {
        (0..<bytes).reduce(0) { value, index in
            offset + index < count ? value | UInt64(self[offset + index]) << (8 * UInt64(index)) : value
        }
    }
}
