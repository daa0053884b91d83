internal import GatewayCore

/// A number of a sound for each stage of a call.
struct SoundsShape: Shape {
    let about = ShapeHeading("sounds", "The sound of a chime for each stage of a call.")
    let stages = FeedbackStage.allCases.map { Setting.integer($0.rawValue, 0...255, $0.meaning) }

    static func sounds(of table: Table<SoundsShape>) -> [FeedbackStage: UInt8] {
        var sounds: [FeedbackStage: UInt8] = [:]
        for (stage, setting) in zip(FeedbackStage.allCases, table.shape.stages) {
            sounds[stage] = table.read(setting).map { UInt8($0) }
        }
        table.finish()
        return sounds
    }
}
