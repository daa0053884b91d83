import GatewayCore

/// One way in which an alert ends, as a form offers it.
struct OutcomeChoice: Sendable {
    var value: String
    var label: String

    static let all = AlertOutcome.choices.map { outcome in
        OutcomeChoice(value: outcome.rawValue, label: label(of: outcome))
    }

    private static func label(of outcome: AlertOutcome) -> String {
        switch outcome {
        case .attended: "Attended: somebody was there"
        case .reassuredByVoice: "Reassured by voice"
        case .falseAlarm: "False alarm"
        case .test: "Test"
        case .noAccess: "No access to the home"
        case .hospital: "Hospital"
        case .other: "Other: say it in words"
        case .cleared: "Cleared by itself"
        }
    }
}
