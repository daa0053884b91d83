struct SpeechShape: Shape {
    let about = ShapeHeading("speech", "A program that speaks. No shell reads the command.")

    let command = Setting.texts(
        "command", limit: SettingsLimits.textLength,
        "The program and its arguments; the phrase is added as the last one: `[espeak-ng, -v, en]`."
    ).required()
}
