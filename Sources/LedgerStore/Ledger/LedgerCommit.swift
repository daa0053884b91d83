import GRDB
import GatewayCore

/// Everything one transaction writes, made before the transaction begins, so that it can be tried again
/// as it is.
struct LedgerCommit {
    private(set) var position: LedgerPosition
    /// Device rows in it.
    private(set) var pictures: [DeviceState] = []
    /// Whether all device rows are brought up to date.
    let renewsDevices: Bool
    /// Checksums of the rule rows in it.
    private(set) var rules: [Int64: Int64] = [:]

    private var rows: [(table: LedgerTable, row: RawRow)] = []
    private var removals: [(table: LedgerTable, number: Int64)] = []
    private var story: [(row: RawRow, alert: Int64, chain: StoryChain)] = []
    private var history: (row: RawRow, block: ReadingBlockWriter)?
    private let encoder: BodyEncoder

    init(at mark: TimeMark, after position: LedgerPosition, renewsDevices: Bool, encoder: BodyEncoder) {
        self.position = position
        self.position.mark = mark
        self.renewsDevices = renewsDevices
        self.encoder = encoder
    }

    mutating func add(_ pending: PendingChanges, writtenRules: [Int64: Int64]) throws {
        for alert in pending.alerts.values.sorted(by: { $0.id < $1.id }) {
            if !alert.isOpen { removals.append((.alert, alert.id.number)) }
            try put(alert.isOpen ? .alert : .closedAlert, alert.id.number, encoder.encode(alert))
        }
        for (number, delivery) in pending.deliveries.sorted(by: { $0.key < $1.key }) {
            if let delivery {
                try put(.delivery, number, encoder.encode(delivery))
            } else {
                removals.append((.delivery, number))
            }
        }
        for rule in pending.rules.values.sorted(by: { $0.id < $1.id }) {
            let slot = position.slot(.rule, rule.id.name)
            let body = try encoder.encode(RuleRow(rule: rule))
            let checksum = RowChecksum.of(.rule, slot, body)
            // Rules are put on every reading they watch; most of the time nothing in them has changed.
            if writtenRules[slot] == checksum { continue }
            rows.append((.rule, RawRow(number: slot, body: body, checksum: checksum)))
            rules[slot] = checksum
        }
        for entry in pending.story {
            let body = try encoder.encode(entry)
            position.chain = position.chain.extended(by: body, sequence: entry.sequence)
            let row = RawRow(
                number: entry.sequence, body: body, checksum: RowChecksum.of(.story, entry.sequence, body))
            story.append((row, entry.alert.number, position.chain))
        }
    }

    mutating func add(_ block: ReadingBlockWriter, from first: Int64, at mark: TimeMark) throws {
        position.nextReading = first + Int64(block.count)
        guard block.count > 0 else { return }
        let body = HistoryBlock.body(mark: mark, block: block.finished())
        history = (
            RawRow(number: first, body: body, checksum: RowChecksum.of(.history, first, body)), block
        )
        let days = HistoryRun.days(block.firstWall, block.lastWall)
        guard position.run?.days != days else { return }
        let run = HistoryRun(number: first, days: days)
        position.run = run
        rows.append((.historyDay, try run.row()))
    }

    mutating func add(_ pictures: [DeviceState]) {
        self.pictures = pictures
        for state in pictures {
            let row = DeviceRow(state: state, through: position.nextReading)
            put(.device, position.slot(.device, state.device.name), row.body)
        }
        if renewsDevices { position.replayFrom = position.nextReading }
    }

    /// Last of all. The row is left out when the history's mark says all that would be new in it.
    mutating func addGateway(_ state: GatewayState?) throws {
        let before = position
        if let state { position.state = state }
        let isNews = history == nil || renewsDevices || !position.hasRow || position.state != before.state
        guard isNews else { return }
        position.hasRow = true
        put(.gateway, 1, try encoder.encode(position.row))
    }

    func write(to db: Database) throws {
        let writer = RowWriter(db: db)
        for removal in removals { try writer.remove(removal.table, removal.number) }
        for row in rows { try writer.put(row.table, row.row) }
        for entry in story { try writer.put(story: entry.row, of: entry.alert, chain: entry.chain) }
        if let history { try writer.put(history: history.row, of: history.block) }
    }

    private mutating func put(_ table: LedgerTable, _ number: Int64, _ body: [UInt8]) {
        let checksum = RowChecksum.of(table, number, body)
        rows.append((table, RawRow(number: number, body: body, checksum: checksum)))
    }
}
