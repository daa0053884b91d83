struct ColumnsShape: Shape {
    let about = ShapeHeading("columns", "The columns of a recorded table.")

    let home = Setting.text("home", "Whose line it is.").unless("all lines are of one home")
    let placeName = Setting.text("place", "Where it was.")
    let time = Setting.text("time", "When it was.")
    let value = Setting.text("value", "What was told.")
}
