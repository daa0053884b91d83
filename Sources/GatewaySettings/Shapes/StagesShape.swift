internal import GatewayCore

/// A text for each stage of a call.
struct StagesShape: Shape {
    let about: ShapeHeading
    let stages: [Setting<String?>]

    init(_ name: String, _ summary: String) {
        about = ShapeHeading(name, summary)
        stages = FeedbackStage.allCases.map { stage in
            Setting.text(stage.rawValue, limit: SettingsLimits.textLength, stage.meaning)
        }
    }

    /// The texts that are there.
    static func texts(of table: Table<StagesShape>) -> [FeedbackStage: String] {
        var texts: [FeedbackStage: String] = [:]
        for (stage, setting) in zip(FeedbackStage.allCases, table.shape.stages) { texts[stage] = table.read(setting) }
        table.finish()
        return texts
    }
}

extension FeedbackStage {
    var meaning: String {
        switch self {
        case .heard: "The gateway has recorded the press."
        case .reminder: "The person can still cancel, and is asked again."
        case .sent: "It has gone out: a contact's channel has accepted it."
        case .acknowledged: "A person or receiving centre has taken it."
        case .closed: "Somebody has closed it."
        case .cancelled: "The person withdrew it in time."
        case .notGettingThrough: "No channel has accepted it so far; the gateway keeps trying."
        case .nobodyYet: "It was accepted, but nobody has taken it yet."
        }
    }
}
