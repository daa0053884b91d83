package import GatewayCore
import GRDB

/// The ledger on SQLite.
///
/// One connection, exclusive, write-ahead log, a flush to disk at each durable record. Changes wait in
/// memory until `flush`, a durable record, or until there are too many readings; then all of them are one
/// transaction, so what is on disk is always a prefix of what was taken. After a failed transaction they
/// stay, and the next one that works has them all.
///
/// Every row has a checksum, and a row that does not fit it is put into quarantine and reported in
/// `damage`, never believed and never a crash. A database whose structure is damaged is renamed, and what
/// can still be read of it is taken over.
///
/// Not `Sendable`: the engine's thread makes and uses it.
package final class SQLiteLedger: Ledger {
    /// What was found that is not as it was written.
    package internal(set) var damage = LedgerDamage()
    /// False while the space reserve is given away: the disk was full and is a fault to be told.
    package var isReserveHeld: Bool { reserve.isHeld }

    let files: LedgerFiles
    package let journal: EmergencyJournal?
    let stateType: @Sendable (String) -> (any RuleState.Type)?
    let historyKept: Duration
    let encoder = BodyEncoder()
    private let identity: () -> String
    private let lock: LockFile
    /// Nil while it is closed after a disk error, until it could be opened again.
    private var queue: DatabaseQueue?

    var position: LedgerPosition
    var pending = PendingChanges()
    var pictures = DevicePictures()
    var isRestored = false
    private var block = ReadingBlockWriter()
    /// Readings at which the ledger writes by itself.
    private var readingsBeforeFlush = LedgerLimits.pendingReadings
    /// Checksums of the rule rows on disk, as far as this run wrote them.
    private var writtenRules: [Int64: Int64] = [:]
    private var devicesRenewed: BootTime?
    private var pagesMoved = 0
    private var reserve: SpaceReserve
    private var reserveTried: BootTime?

    package private(set) var pendingChanges = 0

    /// Opens the ledger of a folder, or makes a new one.
    ///
    /// - Parameters:
    ///   - folder: the gateway's own; made when it is missing.
    ///   - journal: where emergencies went while SQLite could not write.
    ///   - historyKept: how long readings are kept.
    ///   - stateType: what a rule of this kind remembers.
    ///   - identity: makes the letters of a new ledger.
    /// - Throws: `locked` when another gateway runs on it, `tooNew` when a newer version wrote it, `io` or
    ///   `full` when the disk does not let us.
    package init(
        folder: String, journal: EmergencyJournal? = nil, historyKept: Duration = .days(90),
        stateType: @escaping @Sendable (String) -> (any RuleState.Type)? = RuleRegistry.stateType(ofKind:),
        identity: @escaping () -> String = LedgerIdentity.random
    ) throws(LedgerError) {
        files = LedgerFiles(folder: folder)
        self.journal = journal
        self.historyKept = historyKept
        self.stateType = stateType
        self.identity = identity
        try files.makeFolder()
        lock = try LockFile(files)
        var damage = LedgerDamage()
        do {
            let opened = try LedgerOpening(files: files, identity: identity).open(&damage)
            queue = opened.queue
            position = opened.position
        } catch {
            throw LedgerError(error, at: files.database)
        }
        reserve = SpaceReserve(files)
        reserve.take()
        self.damage = damage
        for sentence in journal?.damage ?? [] { self.damage.note(sentence) }
    }

    deinit {
        if let queue { try? LedgerConnection.close(queue) }
    }

    /// Writes what is pending and every device's picture, and closes the database.
    ///
    /// - Throws: as `flush`; the database is closed all the same.
    package func close(at mark: TimeMark) throws(LedgerError) {
        // Without a restore nothing was recorded, and the pictures are not known.
        let result = Result { if isRestored { try commit(at: mark, renewingDevices: true, mayMove: true) } }
        if let queue { try? LedgerConnection.close(queue) }
        queue = nil
        if case .failure(let error) = result { throw LedgerError(error, at: files.database) }
    }

    // MARK: - Ledger

    package func newestMark() throws(LedgerError) -> TimeMark? {
        let kept = journal?.records.last?.mark
        guard let mark = position.mark else { return kept }
        guard let kept, kept.moment.boot > mark.moment.boot else { return mark }
        return kept
    }

    /// The changes are taken also when it throws; a later record or flush writes them.
    package func record(_ changes: [Change], at mark: TimeMark, durably: Bool) throws(LedgerError) {
        if !isRestored { _ = try restore() }
        for change in changes { take(change) }
        pendingChanges += changes.count
        if durably || block.count >= readingsBeforeFlush {
            try write(at: mark, mayMove: !durably)
        }
    }

    /// Writes at least the time mark, so call it as seldom as the length of an outage is to be known.
    package func flush(at mark: TimeMark) throws(LedgerError) {
        if !isRestored { _ = try restore() }
        try write(at: mark, mayMove: true)
    }

    private func take(_ change: Change) {
        switch change {
        case .alert(let alert): pending.put(alert)
        case .delivery(let delivery): pending.put(delivery)
        case .settled(let id): pending.settle(id)
        case .rule(let rule): pending.put(rule)
        case .gateway(let state): pending.put(state)
        case .story(let entry): pending.append(entry)
        case .device(let state): pictures.take(state)
        case .reading(let reading):
            block.append(reading)
            pictures.take(reading)
        }
    }

    /// Changes that came from elsewhere than `record`.
    func takeAgain(_ changes: [Change]) {
        for change in changes { take(change) }
        pendingChanges += changes.count
    }

    // MARK: - Writing

    private func write(at mark: TimeMark, mayMove: Bool) throws(LedgerError) {
        do {
            try commit(at: mark, renewingDevices: isRenewalDue(at: mark), mayMove: mayMove)
        } catch {
            giveUpReadingsIfTooMany()
            throw LedgerError(error, at: files.database)
        }
    }

    private func isRenewalDue(at mark: TimeMark) -> Bool {
        if position.nextReading - position.replayFrom >= LedgerLimits.replayedReadings { return true }
        guard let devicesRenewed else {
            devicesRenewed = mark.moment.boot
            return false
        }
        return mark.moment.boot - devicesRenewed >= LedgerLimits.deviceRowInterval
    }

    private func commit(at mark: TimeMark, renewingDevices: Bool, mayMove: Bool) throws {
        let queue = try openQueue()
        var commit = LedgerCommit(
            at: mark, after: position, renewsDevices: renewingDevices, encoder: encoder)
        try commit.add(pending, writtenRules: writtenRules)
        try commit.add(block, from: position.nextReading, at: mark)
        commit.add(pictures.rows(all: renewingDevices))
        try commit.addGateway(pending.gateway)
        try perform(commit, on: queue)
        committed(commit, at: mark)
        if mayMove { try? moveLog(queue) }
    }

    private func perform(_ commit: LedgerCommit, on queue: DatabaseQueue) throws {
        do {
            try Self.transaction(commit, on: queue)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL && reserve.release() {
            damage.note("The disk is full; the reserve was given away so that records could go on.")
            try Self.transaction(commit, on: queue)
        } catch let error as DatabaseError {
            // After a failed flush SQLite reports success again, although the kernel may have dropped
            // what it could not write: the database is opened and checked anew before it is used.
            if [.SQLITE_IOERR, .SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode) { closeForReopening() }
            throw error
        }
    }

    private static func transaction(_ commit: LedgerCommit, on queue: DatabaseQueue) throws {
        try queue.inTransaction(.immediate) { db in
            try commit.write(to: db)
            return .commit
        }
    }

    private func committed(_ commit: LedgerCommit, at mark: TimeMark) {
        position = commit.position
        pictures.committed(commit.pictures, all: commit.renewsDevices)
        writtenRules.merge(commit.rules) { _, new in new }
        if commit.renewsDevices { devicesRenewed = mark.moment.boot }
        pending = PendingChanges()
        block.removeAll()
        pendingChanges = 0
        readingsBeforeFlush = LedgerLimits.pendingReadings
        // What the journal kept is in the ledger now: restored from it, or pending all the time.
        if let journal, !journal.isEmpty { try? journal.clear() }
        guard !reserve.isHeld else { return }
        if let reserveTried, mark.moment.boot - reserveTried < LedgerLimits.reserveRetry { return }
        reserveTried = mark.moment.boot
        reserve.take()
    }

    /// Moves the log into the database while nobody waits for it.
    private func moveLog(_ queue: DatabaseQueue) throws {
        try queue.inDatabase { db in
            let pages = LedgerConnection.pagesWritten(db)
            guard pages - pagesMoved >= LedgerLimits.pagesBeforeEarlyMove else { return }
            _ = try db.checkpoint(.passive)
            pagesMoved = LedgerConnection.pagesWritten(db)
        }
    }

    /// While the disk takes nothing, history gives way before memory runs out.
    private func giveUpReadingsIfTooMany() {
        guard block.count >= readingsBeforeFlush else { return }
        if block.count < LedgerLimits.pendingReadingsWithoutDisk {
            readingsBeforeFlush = block.count + LedgerLimits.pendingReadings
            return
        }
        damage.lose(readings: block.count)
        pictures.forgetReplay()
        block.removeAll()
        readingsBeforeFlush = LedgerLimits.pendingReadings
    }

    // MARK: - The connection

    /// The connection; opened and checked anew after a disk error.
    func openQueue() throws -> DatabaseQueue {
        if let queue { return queue }
        let ledger = position.ledger
        let opened = try LedgerOpening(files: files, identity: { ledger }).open(&damage)
        queue = opened.queue
        // The commit that failed may be on disk all the same. Going on from what is known to be there
        // writes the same rows over themselves.
        let known = position
        position = opened.position
        position.ledger = known.ledger
        position.state = known.state
        position.chain = known.chain
        position.nextReading = known.nextReading
        position.hasRow = false
        writtenRules.removeAll()
        pagesMoved = 0
        return opened.queue
    }

    private func closeForReopening() {
        try? queue?.close()
        queue = nil
    }
}
