struct RungShape: Shape {
    let about = ShapeHeading("rung", "One step of a ladder.")

    let tell = Setting.references("tell", to: "contact", "Who is told.").required()
    let wait = Setting.duration("wait", SettingsLimits.rungWaits, "How long to wait for an acknowledgement.")
        .required("how long to wait for an acknowledgement")
}
