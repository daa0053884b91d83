internal import GatewayCore

/// How long a mode lasts.
struct StayShape: Shape {
    let about: ShapeHeading
    let stay: Setting<Duration>

    init(_ mode: HomeMode) {
        about = ShapeHeading("mode \(mode.rawValue)", "How long it lasts.")
        stay = Setting.duration("stay", SettingsLimits.stays, "How long it lasts where nobody says how long.")
            .usually(Plan.defaultStay(mode))
    }
}
