struct FeedbackShape: Shape {
    let about = ShapeHeading("feedback", "What the person at home is told.")

    let phrases = Setting.table(
        "phrases", StagesShape("phrases", "What a voice says at each stage; `{contact}` is filled in."),
        "Phrases in the person's own words. Each has a default.")
}
