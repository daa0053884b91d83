package import GatewayCore
import GRDB

extension SQLiteLedger {
    /// What was recorded, with what the emergency journal kept on top; that goes to disk with the next
    /// commit.
    ///
    /// - Precondition: nothing has been recorded before it.
    package func restore() throws(LedgerError) -> Snapshot {
        precondition(pendingChanges == 0 || !isRestored, "A restore comes before the first record.")
        var restore = LedgerRestore(stateType: stateType)
        do {
            try openQueue().inDatabase { db in try restore.read(db, replayFrom: position.replayFrom) }
        } catch {
            throw LedgerError(error, at: files.database)
        }
        damage.add(restore.damage)
        isRestored = true
        pictures = DevicePictures(restored: Array(restore.devices.values), behind: restore.behind)
        var state = position.state
        for record in journal?.records ?? [] where isNewer(record) {
            restore.take(record)
            if let newer = record.gateway { state = newer }
            takeAgain(record.changes.filter { !isOnRecord($0) })
        }
        return Snapshot(
            ledger: position.ledger,
            alerts: restore.alerts.values.sorted { $0.id < $1.id },
            deliveries: restore.deliveries.values.sorted { $0.id < $1.id },
            rules: restore.rules.sorted { $0.id < $1.id },
            devices: restore.devices.values.sorted { $0.device < $1.device },
            gateway: state)
    }

    private func isNewer(_ record: JournalRecord) -> Bool {
        guard let mark = position.mark else { return true }
        return record.mark.moment.boot >= mark.moment.boot
    }

    private func isOnRecord(_ change: Change) -> Bool {
        guard case .story(let entry) = change else { return false }
        return entry.sequence <= position.chain.sequence
    }

    // MARK: - For commands and pages

    /// One alert as it was last recorded, open or over; nil when it is not kept. What is pending counts.
    package func alert(_ id: AlertID) throws(LedgerError) -> Alert? {
        if let newest = pending.alerts[id.number] { return newest.id == id ? newest : nil }
        do {
            return try openQueue().inDatabase { db in
                for table in [LedgerTable.alert, .closedAlert] {
                    guard let row = try RowReader.fetch(table, number: id.number, in: db), row.isSound(in: table),
                        let alert = try? BodyDecoder.decode(Alert.self, from: row.body), alert.id == id
                    else { continue }
                    return alert
                }
                return nil
            }
        } catch {
            throw LedgerError(error, at: files.database)
        }
    }

    /// The newest alerts, the newest first; what is pending counts.
    package func alerts(limit: Int) throws(LedgerError) -> [Alert] {
        var found: [Int64: Alert] = [:]
        do {
            try openQueue().inDatabase { db in
                for table in [LedgerTable.alert, .closedAlert] {
                    let sql = "SELECT number, body, checksum FROM \(table.rawValue) ORDER BY number DESC LIMIT ?"
                    for row in try Row.fetchAll(db, sql: sql, arguments: [limit]).map(RowReader.raw)
                    where row.isSound(in: table) {
                        found[row.number] = try? BodyDecoder.decode(Alert.self, from: row.body)
                    }
                }
            }
        } catch {
            throw LedgerError(error, at: files.database)
        }
        found.merge(pending.alerts) { _, new in new }
        return Array(found.values.sorted { $0.id > $1.id }.prefix(limit))
    }
}
