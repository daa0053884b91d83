internal import GatewayCore

struct VisitorShape: Shape {
    let about = ShapeHeading("visitor", "Somebody who comes and goes.")

    let name = Setting.text("name", "As responders know them.")
        .required("as responders know them: `name: the morning carer`")
    let stay = Setting.duration("stay", SettingsLimits.visits, "A visit that nobody ends, ends after this.")
        .usually(Visitor.usualStay)
}
