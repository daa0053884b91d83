package import GatewayCore
import GRDB

/// Settings that were good when they were kept.
package struct KeptSettings: Hashable, Sendable {
    package var text: String
    package var digest: String
}

extension SQLiteLedger {
    /// Keeps the text of settings that the gateway runs on, for a start with bad ones. On disk when it
    /// returns; does nothing when the same is kept already.
    ///
    /// - Throws: `other` for a text beyond `LedgerLimits.settingsBytes`, else as `record`.
    package func keepSettings(
        _ text: String, digest: String, name: String = "settings"
    ) throws(LedgerError) {
        guard text.utf8.count <= LedgerLimits.settingsBytes else {
            throw LedgerError(.other, "Settings of \(text.utf8.count) bytes are too long to be kept.")
        }
        if try keptSettings(name: name) == KeptSettings(text: text, digest: digest) { return }
        do {
            let queue = try openQueue()
            var next = position
            let slot = next.slot(.settings, name)
            let body = try encoder.encode(SettingsRow(name: name, text: text, digest: digest))
            let row = RawRow(number: slot, body: body, checksum: RowChecksum.of(.settings, slot, body))
            try queue.inTransaction(.immediate) { db in
                try RowWriter(db: db).put(.settings, row)
                return .commit
            }
            position = next
        } catch {
            throw LedgerError(error, at: files.database)
        }
    }

    /// The last good settings; nil when there are none or they have been damaged.
    package func keptSettings(name: String = "settings") throws(LedgerError) -> KeptSettings? {
        guard let slot = position.slots[.settings]?[name] else { return nil }
        do {
            let row = try openQueue().inDatabase { db in try RowReader.fetch(.settings, number: slot, in: db) }
            guard let row, row.isSound(in: .settings) else { return nil }
            let settings = try BodyDecoder.decode(SettingsRow.self, from: row.body)
            return KeptSettings(text: settings.text, digest: settings.digest)
        } catch {
            throw LedgerError(error, at: files.database)
        }
    }
}
