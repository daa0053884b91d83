/// What the ledger found that is not as it was written, since it was opened.
package struct LedgerDamage: Hashable, Sendable {
    /// For an installer, without personal data; at most `LedgerLimits.damageSentences`.
    package private(set) var sentences: [String] = []
    /// Rows moved to quarantine.
    package private(set) var quarantined = 0
    /// Routine readings that were given up because the disk took nothing for long.
    package private(set) var lostReadings = 0
    /// A damaged ledger was set aside and what could be read of it taken over.
    package private(set) var wasSetAside = false

    package var isEmpty: Bool { self == LedgerDamage() }

    mutating func note(_ sentence: String) {
        if sentences.count < LedgerLimits.damageSentences { sentences.append(sentence) }
    }

    mutating func quarantine(_ table: LedgerTable, _ number: Int64, _ reason: String) {
        quarantined += 1
        note("Row \(number) of table \(table.rawValue) \(reason); it was put into quarantine.")
    }

    mutating func lose(readings: Int) { lostReadings += readings }

    mutating func setAside(_ sentence: String) {
        wasSetAside = true
        note(sentence)
    }

    mutating func add(_ other: LedgerDamage) {
        other.sentences.forEach { note($0) }
        quarantined += other.quarantined
        lostReadings += other.lostReadings
        wasSetAside = wasSetAside || other.wasSetAside
    }
}
