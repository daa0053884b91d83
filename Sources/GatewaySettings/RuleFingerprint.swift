internal import GatewayCore

/// The digest by which a rule's memory survives a reload: the same for the same meaning, however written.
enum RuleFingerprint {
    /// - Parameter values: the fields, each in its canonical form. The title says nothing about the rule.
    static func text(kind: String, common: RuleCommon, values: [String: String]) -> String {
        var fingerprint = Fingerprint()
        let fields = values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let parts =
            [kind] + fields + [
                "priority=\(common.priority.rawValue)", "pre_alert=\(common.preAlert.milliseconds)ms",
                "cancel_by_second_press=\(common.cancelBySecondPress)",
                "escalation=\(common.escalation?.name ?? "")",
            ]
        for part in parts {
            fingerprint.add(part)
            fingerprint.add([0])
        }
        return fingerprint.text
    }
}
