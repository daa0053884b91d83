struct FeedbackShape: Shape {
    let about = ShapeHeading("feedback", "What the person at home is told.")

    let phrases = Setting.table(
        "phrases", StagesShape("phrases", "What a voice says at each stage; `{contact}` is filled in."),
        "Phrases in the person's own words. Each has a default.")
    let calm = Setting.text(
        "calm", limit: SettingsLimits.textLength,
        "What is said in place of the phrase for `heard` of a concern, for which nobody is called to help: "
            + "`I have told Anna. All is well.`"
    ).unless("what was found, and `I am telling your contacts.`")
}
