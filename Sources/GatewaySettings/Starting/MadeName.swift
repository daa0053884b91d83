internal import Foundation
internal import GatewayCore

/// Names for new things, made from what people call them.
enum MadeName {
    /// "Küche & Flur" becomes `kuche-flur`; nil when nothing of it can be in a name, and for what YAML takes for
    /// nothing.
    static func name(from text: String) -> String? {
        let folded = text.folding(options: .diacriticInsensitive, locale: nil)
        guard let repaired = IdentifierForm.repaired(folded) else { return nil }
        let name = repaired.split(separator: "-").joined(separator: "-")
        return name == "null" ? nil : name
    }

    /// The same, and such that nothing else has it yet.
    static func name(from text: String, or otherwise: String, _ taken: inout Set<String>) -> String {
        // Room for a number behind it.
        let base = String((name(from: text) ?? otherwise).prefix(Limits.identifierLength - 5))
        var name = base
        var number = 2
        while !taken.insert(name).inserted {
            name = "\(base)-\(number)"
            number += 1
        }
        return name
    }
}
