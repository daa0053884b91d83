internal import DeviceProtocols
internal import GatewayCore

/// A file of `devices/`: how one device model speaks.
struct ProfileShape: Shape {
    let about = ShapeHeading("profile", "How one device model speaks, with real messages that prove it.")

    let version = Setting.own("version", .words(["1"]), "The version of the language of profiles.")
        .required("begin the file with `version: 1`")
    let id = Setting.text("id", "The file's name, without `.yaml`.").required()
    let title = Setting.text("title", "What the model is.").required()
    let maker = Setting.text("maker", "Who makes it.").required()
    let dialect = Setting.choice("dialect", Dialect.self, "The convention it speaks.")
        .required("possible: " + Dialect.allCases.map(\.rawValue).joined(separator: ", "))
    let eep = Setting.text("eep", "EnOcean alone: its Equipment Profile, such as `F6-02-01`.")
    let models = Setting.texts("models", "Model numbers.")
    let fields = Setting.list("fields", 1...SettingsLimits.profileFields, FieldShape(), "What it tells.").required()
    let supervision = Setting.supervision("supervision", "How it is noticed that one is not heard any more.")
        .required("`bridge`, `none`, or `{silent_after: 50h}`")
    let repeatWithin = Setting.duration(
        "repeat_within", SettingsLimits.repeatsWithin, "The same within this time is the same press, sent again."
    ).usually(.seconds(3))
    let notes = Setting.texts("notes", limit: SettingsLimits.textLength, "What installers must know of it.")
    let samples = Setting.list(
        "samples", 1...SettingsLimits.profileSamples, SampleShape(), "Real messages, and what they must decode to."
    ).required("a profile proves itself by at least one real message")

    static let declared = Declared(ProfileShape())
}
