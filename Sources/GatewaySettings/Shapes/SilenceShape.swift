struct SilenceShape: Shape {
    let about = ShapeHeading(
        "supervision", "It reports by itself, and is missed when it does not; or it is to be pressed now and then.",
        exactlyOne: ["silent_after", "test_press_every"])

    let silentAfter = Setting.duration(
        "silent_after", SettingsLimits.silences, "How long it may be silent before that is a fault."
    )
    let testPressEvery = Setting.duration(
        "test_press_every", SettingsLimits.testPresses,
        "For what speaks only when it is used: how often somebody is to press it. Any press counts."
    )
}
