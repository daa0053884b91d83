import GRDB
import GatewayCore

/// How far the ledger on disk goes: what has to be known to write on.
struct LedgerPosition {
    /// The ledger's identity.
    var ledger: String
    /// The newest time on record.
    var mark: TimeMark?
    var state = GatewayState()
    /// The end of the story.
    var chain = StoryChain.start
    /// The end of what has been retired of the story.
    var storyAnchor = StoryChain.start
    /// The ordinal of the next reading, from 0.
    var nextReading: Int64 = 0
    /// Device rows hold everything before this reading.
    var replayFrom: Int64 = 0
    var run: HistoryRun?
    /// Which row a rule, a device or a settings text has.
    var slots: [LedgerTable: [String: Int64]] = [:]
    private var lastSlot: [LedgerTable: Int64] = [:]
    /// False until a gateway row is on disk.
    var hasRow = false

    init(ledger: String) {
        self.ledger = ledger
    }

    /// The row of a named thing; a new one for a new name.
    mutating func slot(_ table: LedgerTable, _ name: String) -> Int64 {
        if let slot = slots[table]?[name] { return slot }
        let slot = lastSlot[table, default: 0] + 1
        use(slot, table, name)
        return slot
    }

    private mutating func use(_ slot: Int64, _ table: LedgerTable, _ name: String) {
        slots[table, default: [:]][name] = slot
        lastSlot[table] = max(slot, lastSlot[table, default: 0])
    }

    var row: GatewayRow {
        GatewayRow(
            ledger: ledger, mark: mark, state: state, replayFrom: replayFrom, nextReading: nextReading,
            storyAnchor: storyAnchor)
    }

    // MARK: - Reading it back

    /// - Parameter identity: makes an identity for a ledger that has none.
    static func read(
        from db: Database, identity: () -> String, damage: inout LedgerDamage
    ) throws -> LedgerPosition {
        var position = LedgerPosition(ledger: "")
        try position.readGateway(from: db, &damage)
        if !position.hasRow {
            position.ledger = identity()
            try position.countUp(from: db)
        }
        try position.readEnds(from: db)
        try position.readSlots(from: db)
        return position
    }

    private mutating func readGateway(from db: Database, _ damage: inout LedgerDamage) throws {
        guard let row = try RowReader.fetch(.gateway, number: 1, in: db) else { return }
        guard row.isSound(in: .gateway), let head = try? BodyDecoder.decode(GatewayRow.Head.self, from: row.body)
        else {
            damage.quarantine(.gateway, 1, "does not fit its checksum")
            damage.note("The ledger's identity is lost; alerts from now on have a new one.")
            try? RowWriter(db: db).quarantine(.gateway, row)
            return
        }
        hasRow = true
        ledger = head.ledger
        mark = head.mark
        replayFrom = head.replayFrom
        nextReading = head.nextReading
        storyAnchor = head.storyAnchor
        if let memory = try? BodyDecoder.decode(GatewayRow.Memory.self, from: row.body) {
            state = memory.state
        } else {
            state.lastAlert = head.state.lastAlert
            state.lastDelivery = head.state.lastDelivery
            state.lastStory = head.state.lastStory
            damage.note("The gateway's state fits this version no more; away, faults of paths and outages begin anew.")
        }
    }

    /// Counters that give no number a second time, from the rows that are there.
    private mutating func countUp(from db: Database) throws {
        let alerts = [try RowReader.last(.alert, in: db)?.number, try RowReader.last(.closedAlert, in: db)?.number]
        state.lastAlert = alerts.compactMap(\.self).max() ?? 0
        state.lastDelivery = try RowReader.last(.delivery, in: db)?.number ?? 0
        state.lastStory = try RowReader.last(.story, in: db)?.number ?? 0
    }

    private mutating func readEnds(from db: Database) throws {
        if let last = try RowReader.last(.story, in: db) {
            let hash: DatabaseValue? = try Row.fetchOne(
                db, sql: "SELECT chain FROM story WHERE number = ?", arguments: [last.number]
            ).map { $0[0] }
            chain = StoryChain(sequence: last.number, hash: hash.map(RowReader.bytes) ?? [])
            state.lastStory = max(state.lastStory, last.number)
        } else {
            chain = storyAnchor
        }
        if let last = try RowReader.last(.history, in: db) {
            // A block that cannot be read leaves a gap that no block can have been longer than.
            var end = last.number + Int64(LedgerLimits.readingsInBlock)
            if last.isSound(in: .history), let block = try? HistoryBlock(body: last.body) {
                end = last.number + Int64(block.readings.count)
                if block.mark.moment.boot > mark?.moment.boot ?? BootTime(nanoseconds: .min) { mark = block.mark }
            }
            nextReading = max(nextReading, end)
        }
        if let last = try RowReader.last(.historyDay, in: db), last.isSound(in: .historyDay) {
            run = try? BodyDecoder.decode(HistoryRun.self, from: last.body)
        }
    }

    private mutating func readSlots(from db: Database) throws {
        for table in [LedgerTable.rule, .device, .settings] {
            try RowReader.forEach(table, in: db) { row in
                lastSlot[table] = max(lastSlot[table, default: 0], row.number)
                guard row.isSound(in: table) else { return }
                let name: String? =
                    switch table {
                    case .rule: try? BodyDecoder.decode(RuleRow.Head.self, from: row.body).id.name
                    case .device: try? DeviceRow(body: row.body).state.device.name
                    default: try? BodyDecoder.decode(SettingsRow.self, from: row.body).name
                    }
                if let name { use(row.number, table, name) }
            }
        }
    }
}
