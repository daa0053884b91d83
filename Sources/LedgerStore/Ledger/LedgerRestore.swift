import GRDB
import GatewayCore

/// Reads everything the engine goes on from, and sets apart what cannot be believed.
struct LedgerRestore {
    private(set) var alerts: [Int64: Alert] = [:]
    private(set) var deliveries: [Int64: Delivery] = [:]
    private(set) var rules: [StoredRule] = []
    private(set) var devices: [DeviceID: DeviceState] = [:]
    /// Devices whose row is older than their picture.
    private(set) var behind: Set<DeviceID> = []
    private(set) var damage = LedgerDamage()
    private var bad: [(table: LedgerTable, row: RawRow)] = []

    private let stateType: @Sendable (String) -> (any RuleState.Type)?

    init(stateType: @escaping @Sendable (String) -> (any RuleState.Type)?) {
        self.stateType = stateType
    }

    mutating func read(_ db: Database, replayFrom: Int64) throws {
        try RowReader.forEach(.alert, in: db) { row in readAlert(.alert, row) }
        try RowReader.forEach(.delivery, in: db) { row in
            guard let delivery = body(Delivery.self, .delivery, row), delivery.id.number == row.number else { return }
            deliveries[row.number] = delivery
        }
        let closed = try Row.fetchAll(
            db, sql: "SELECT number, body, checksum FROM closed_alert ORDER BY number DESC LIMIT ?",
            arguments: [Limits.closedAlertsInMemory])
        for row in closed { readAlert(.closedAlert, RowReader.raw(row)) }
        // Whoever has still to be told of an older one needs it.
        for number in Set(deliveries.values.flatMap(\.alerts).map(\.number)) where alerts[number] == nil {
            if let row = try RowReader.fetch(.closedAlert, number: number, in: db) { readAlert(.closedAlert, row) }
        }
        try RowReader.forEach(.rule, in: db) { row in readRule(row) }
        try readDevices(db, replayFrom: replayFrom)
        quarantine(in: db)
    }

    /// Takes what the emergency journal kept on top.
    mutating func take(_ record: JournalRecord) {
        for alert in record.alerts { alerts[alert.id.number] = alert }
        for delivery in record.deliveries { deliveries[delivery.id.number] = delivery }
        for id in record.settled { deliveries[id.number] = nil }
    }

    private mutating func readAlert(_ table: LedgerTable, _ row: RawRow) {
        guard let alert = body(Alert.self, table, row) else { return }
        guard alert.id.number == row.number, alert.isOpen == (table == .alert) else {
            return reject(table, row, "holds another row's alert")
        }
        alerts[row.number] = alert
    }

    private mutating func readRule(_ row: RawRow) {
        guard let head = body(RuleRow.Head.self, .rule, row) else { return }
        // A kind that this version does not have, or a memory it keeps otherwise: the rule begins anew.
        guard let type = stateType(head.kind), let state = try? RuleRow.state(type, from: row.body) else {
            damage.note("What rule \(head.id) remembered fits this version no more; it begins anew.")
            return
        }
        rules.append(StoredRule(id: head.id, kind: head.kind, fingerprint: head.fingerprint, state: state))
    }

    private mutating func readDevices(_ db: Database, replayFrom: Int64) throws {
        var through: [DeviceID: Int64] = [:]
        try RowReader.forEach(.device, in: db) { row in
            guard row.isSound(in: .device), let device = try? DeviceRow(body: row.body) else {
                return reject(.device, row, "does not fit its checksum")
            }
            devices[device.state.device] = device.state
            through[device.state.device] = device.through
        }
        try RowReader.forEach(.history, in: db, from: replayFrom) { row in
            guard row.isSound(in: .history), let block = try? HistoryBlock(body: row.body) else {
                return reject(.history, row, "does not fit its checksum")
            }
            for (offset, reading) in block.readings.enumerated() {
                let ordinal = row.number + Int64(offset)
                guard ordinal >= through[reading.device] ?? replayFrom else { continue }
                devices[reading.device, default: DeviceState(device: reading.device)].take(reading)
                behind.insert(reading.device)
            }
        }
    }

    private mutating func body<Value: Decodable>(_ type: Value.Type, _ table: LedgerTable, _ row: RawRow) -> Value? {
        guard row.isSound(in: table) else {
            reject(table, row, "does not fit its checksum")
            return nil
        }
        do {
            return try BodyDecoder.decode(type, from: row.body)
        } catch {
            reject(table, row, "cannot be read by this version")
            return nil
        }
    }

    private mutating func reject(_ table: LedgerTable, _ row: RawRow, _ reason: String) {
        damage.quarantine(table, row.number, reason)
        bad.append((table, row))
    }

    /// On a disk that takes nothing the rows stay where they are, and are rejected again next time.
    private func quarantine(in db: Database) {
        guard !bad.isEmpty else { return }
        try? db.inTransaction(.immediate) {
            for entry in bad { try RowWriter(db: db).quarantine(entry.table, entry.row) }
            return .commit
        }
    }
}
