package import GatewayCore

/// What a home makes of a pack.
package struct PackUse: Hashable, Sendable {
    package struct LeftOut: Hashable, Sendable {
        package var rule: RuleID
        /// What no device of the home tells.
        package var needs: [Capability]
    }

    package var pack: RulePack
    /// What the pack is about: "a fall".
    package var tellsOf: String
    /// The rules that watch, in the order of the pack.
    package var rules: [RuleID] = []
    /// Those that no device of the home can serve.
    package var leftOut: [LeftOut] = []
    /// Those that the home does without.
    package var switchedOff: [RuleID] = []

    /// For `pullcord check`: "pack falls: nothing in this home can tell of a fall".
    package var sentence: String {
        let parts = [
            rules.isEmpty ? nil : rules.map(\.name).joined(separator: ", "),
            leftOut.isEmpty || rules.isEmpty && switchedOff.isEmpty
                ? nil
                : "nothing in this home serves "
                    + leftOut.map { "\($0.rule) (\(Self.words($0.needs)))" }.joined(separator: ", "),
            switchedOff.isEmpty ? nil : "switched off: " + switchedOff.map(\.name).joined(separator: ", "),
        ].compactMap { $0 }
        let text = parts.isEmpty ? "nothing in this home can tell of \(tellsOf)" : parts.joined(separator: "; ")
        return "pack \(pack.name): \(text)"
    }

    private static func words(_ capabilities: [Capability]) -> String {
        let words = capabilities.prefix(3).map(\.rawValue).joined(separator: ", ")
        return capabilities.count > 3 ? words + " …" : words
    }
}
