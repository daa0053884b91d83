/// How to read a recorded table.
struct RecordingShape: Shape {
    static let declared = Declared(RecordingShape())

    let about = ShapeHeading(
        "recording map", "Which column of a recorded table says what, and what stood at which place.")

    let columns = Setting.table("columns", ColumnsShape(), "The columns by their names.")
    let zone = Setting.text("zone", "The time zone of the table's clock.").unless("the home's")
    let places = Setting.own(
        "places",
        .named(
            "place", .either([.text(limit: SettingsLimits.nameLength), .table(target.note)]),
            limit: SettingsLimits.listItems),
        "The device that stood at each place of the table.")

    static let target = Declared(RecordedPlaceShape())
}
