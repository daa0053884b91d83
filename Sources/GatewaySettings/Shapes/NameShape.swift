/// A thing that has nothing but a name: a room, a resident.
struct NameShape: Shape {
    /// The name alone, in place of the map.
    static let short = Form.text(limit: SettingsLimits.nameLength)

    let about: ShapeHeading
    let name: Setting<String?>

    init(_ kind: String) {
        about = ShapeHeading(kind, "The long form of a \(kind), where the name alone would do.")
        name = Setting.text("name", "As people read and hear it.").required()
    }
}
