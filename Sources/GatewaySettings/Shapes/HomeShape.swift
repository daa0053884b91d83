internal import GatewayCore

struct HomeShape: Shape {
    let about = ShapeHeading("home", "Where the home is, and what responders must know of it.")

    let id = Setting<String?>(
        "id", .pattern("^\(JSONSchema.identifier)$", words: "name: \(IdentifierForm.rule)"),
        "Receivers know the home by it. Never change it."
    ) { $1.reading.text($0.value, name: $0.key, limit: SettingsLimits.nameLength) }
    .required("a name that never changes, such as `flat-12`")
    let name = Setting.text("name", "As responders know it: `12 Mill Lane`.")
        .required("as responders know it: `name: 12 Mill Lane`")
    let address = Setting.text("address", limit: SettingsLimits.textLength, "For contacts that share `address`.")
    let access = Setting.text(
        "access", limit: SettingsLimits.textLength,
        "How to get in, such as a key safe. Best a `!secret`; only for contacts that share `access`.")
    let zone = Setting.text("zone", "The time zone by its IANA name: `Europe/London`.")
        .required("the time zone, such as `zone: Europe/London`")
    let pets = Setting.flag("pets", "Animals live there, so movement says less.").usually(false)
}
