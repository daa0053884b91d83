package import GatewayCore
import GRDB

extension SQLiteLedger {
    /// The newest alerts on record, open and closed, oldest first. Those that are pending are not among them, and a
    /// row that does not fit its checksum is passed over.
    ///
    /// - Parameters:
    ///   - earliest: older ones are left out, by when the gateway learned of them.
    ///   - limit: at most so many closed ones are looked at, the newest first.
    package func alerts(
        learnedFrom earliest: WallTime = WallTime(milliseconds: .min), limit: Int
    ) throws(LedgerError) -> [Alert] {
        var found: [Alert] = []
        do {
            try openQueue().inDatabase { db in
                for table in [LedgerTable.closedAlert, .alert] {
                    let sql = "SELECT number, body, checksum FROM \(table.rawValue) ORDER BY number DESC LIMIT ?"
                    for row in try Row.fetchAll(db, sql: sql, arguments: [limit]).map(RowReader.raw)
                    where row.isSound(in: table) {
                        if let alert = try? BodyDecoder.decode(Alert.self, from: row.body) { found.append(alert) }
                    }
                }
            }
        } catch {
            throw LedgerError(error, at: files.database)
        }
        return found.filter { $0.learned.wall >= earliest }.sorted { $0.id.number < $1.id.number }
    }
}
