internal import GatewayCore

struct HomeAssistantShape: Shape {
    let about = ShapeHeading(
        "smart home",
        "How the home is shown to Home Assistant, by MQTT discovery; see [Home Assistant](HOME-ASSISTANT.md). Nothing "
            + "personal goes there unless it stands in `shares`, and of an alert never more than that it is open.")

    let intake = Setting.reference("intake", to: "intake", "The broker that Home Assistant uses too.")
        .unless("the only one")
    let prefix = Setting.text(
        "prefix", limit: SettingsLimits.topicLength, "Where Home Assistant looks for announcements."
    ).unless("`homeassistant`")
    let discovery = Setting.choice(
        "discovery", HomeAssistantConnection.Discovery.self,
        "`device` announces all in one message, `entities` each by itself, for an old Home Assistant such as 2024.3."
    ).usually(.device)
    let shares = Setting.texts(
        "shares", .words(HomeAssistantShape.words.map(\.0)),
        "What may be named there: `name` residents and devices, `room` rooms. Without it devices have numbers."
    ).unless("nothing")
    let commands = Setting.flag(
        "commands", "Its buttons are listened to. Only at a broker to which the gateway shows who it is."
    ).usually(false)
    let acknowledgesAs = Setting.reference(
        "acknowledges_as", to: "contact",
        "The contact for whom its button acknowledges. They must be somebody whom the alert concerns.")

    static let words: [(String, SharedData)] = SharedData.names.filter { $0.1 == .name || $0.1 == .room }
}
