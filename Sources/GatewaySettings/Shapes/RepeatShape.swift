internal import GatewayCore

struct RepeatShape: Shape {
    let about = ShapeHeading("repeat", "Pauses that grow from the first to the longest.")

    let after = Setting.duration("after", SettingsLimits.repeats, "The first pause.").usually(.minutes(2))
    let limit = Setting.duration("limit", SettingsLimits.repeats, "The longest pause.")
        .unless("`30m`, or `after` where that is longer")
}
