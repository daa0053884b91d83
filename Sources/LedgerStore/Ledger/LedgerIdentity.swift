/// The random letters that tell one ledger from every other, and so one home's alerts from another's.
package enum LedgerIdentity {
    /// Eight letters and digits, without those that people read wrongly (0 o 1 i l): 31^8 ledgers.
    package static func random() -> String {
        let letters = Array("23456789abcdefghjkmnpqrstuvwxyz")
        return String((0..<8).compactMap { _ in letters.randomElement() })
    }
}
