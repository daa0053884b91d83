internal import GatewayCore

/// The settings of a home, whole: the root file with all that it includes.
struct RootShape: Shape {
    let about = ShapeHeading(
        "home file",
        "The settings of a home. They may stand in one file, or in several that the root includes: the sections that "
            + "hold named things in any of them, every other section in one.")

    let version = Setting.own("version", .words(["1"]), "The version of the language. The root begins with it.")
    let include = Setting.texts(
        "include", .path, limit: SettingsLimits.textLength,
        "Further files, seen from the file in which this stands; `*` and `?` fit file names.")
    let home = Setting.table("home", HomeShape(), "Where it is.")
        .required("home: {id: flat-12, name: 12 Mill Lane, zone: Europe/London}")
    let residents = Setting.named(
        "residents", of: "resident", limit: SettingsLimits.residents, NameShape("resident"), short: NameShape.short,
        "Who lives there: `margaret: Margaret`.")
    let rooms = Setting.named(
        "rooms", of: "room", limit: SettingsLimits.rooms, NameShape("room"), short: NameShape.short,
        "Its rooms, as they stand in a sentence: `hall: the hall`.")
    let visitors = Setting.named(
        "visitors", of: "visitor", limit: SettingsLimits.visitors, VisitorShape(), short: NameShape.short,
        "Carers and others who come and go: `nurse: The nurse`. While one is there nobody counts as inactive.")
    let modes = Setting.table("modes", ModesShape(), "How the home is lived in. Each mode ends by itself.")
    let intakes = Setting.named(
        "intakes", of: "intake", limit: SettingsLimits.intakes, IntakeShape(),
        "The brokers and serial ports that bring what devices tell.")
    let devices = Setting.named(
        "devices", of: "device", limit: Limits.devices, DeviceShape(), "What hangs on the walls and on a wrist.")
    let outputs = Setting.named(
        "outputs", of: "output", limit: SettingsLimits.outputs, OutputShape(),
        "What the gateway can drive in the home: sirens, lamps, voices.")
    let channels = Setting.named(
        "channels", of: "channel", limit: SettingsLimits.channels, ChannelShape(), "The ways out of the home.")
    let contacts = Setting.named(
        "contacts", of: "contact", limit: SettingsLimits.contacts, ContactShape(),
        "Whom to tell, over what, and what they may learn.")
    let escalations = Setting.named(
        "escalations", of: "escalation", limit: SettingsLimits.escalations, EscalationShape(),
        "Ladders: who is told in which order. One that is called like a priority is that priority's.")
    let priorities = Setting.named(
        "priorities", of: "priority", limit: Priority.allCases.count, PriorityShape(),
        words: Priority.allCases.reversed().map(\.rawValue), "What the alerts of a priority have in common.")
    let packs = Setting.references(
        "packs", to: "pack", form: .words(RulePack.allCases.map(\.name)),
        "Rules that come with the product; see [packs](packs/README.md).")
    let rules = Setting.named(
        "rules", of: "rule", limit: Limits.rules, RuleHead([]), form: .variants(by: "kind", RuleShape.variants),
        "What is watched for, and what is raised. One with the name of a pack's rule changes that rule, key by key.")
    let feedback = Setting.table("feedback", FeedbackShape(), "What the person at home is told.")
    let alerts = Setting.table("alerts", AlertsShape(), "What all alerts have in common.")
    let pages = Setting.table("pages", PagesShape(), "The local pages, and the answers of responders.")
    let homeAssistant = Setting.table(
        "home_assistant", HomeAssistantShape(), "Shows how the home stands to Home Assistant.")
    let gateway = Setting.table("gateway", GatewayShape(), "Where the gateway itself lives on this machine.")

    static let declared = Declared(RootShape())
}
