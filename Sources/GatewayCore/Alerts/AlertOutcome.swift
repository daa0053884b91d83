/// How an alert ended, in the words that responders' statistics share.
package enum AlertOutcome: String, Codable, CaseIterable, Sendable {
    case attended
    case reassuredByVoice = "reassured_by_voice"
    case falseAlarm = "false_alarm"
    case test
    case noAccess = "no_access"
    case hospital
    /// With words.
    case other
    /// Set by the gateway alone, for a fault whose condition has ended.
    case cleared

    /// "attended", "reassured by voice".
    package var title: String { String(rawValue.map { $0 == "_" ? " " : $0 }) }

    /// Those that a person can choose.
    package static let choices: [AlertOutcome] = allCases.filter { $0 != .cleared }
}
