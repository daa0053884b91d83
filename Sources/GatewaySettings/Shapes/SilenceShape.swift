struct SilenceShape: Shape {
    let about = ShapeHeading("supervision", "It reports by itself, and is missed when it does not.")

    let silentAfter = Setting.duration(
        "silent_after", SettingsLimits.silences, "How long it may be silent before that is a fault."
    ).required("such as `50h`")
}
