internal import GatewayCore

struct BrokerShape: Shape {
    let about = ShapeHeading("broker", "An MQTT broker, and the bridges that speak through it.")

    let host = Setting.host("host", "Its name or address. A number needs no name service on the way of an alarm.")
        .required()
    let port = Setting.port("port", "Its port.").unless("`1883`, with TLS `8883`")
    let version = Setting.choice("version", BrokerConnection.Version.self, "The version of MQTT.").usually(.v5)
    let clientID = Setting.text(
        "client_id", limit: Limits.identifierLength, "By which the broker knows the gateway and keeps what it missed."
    ).unless("`pullcord-` and the home's id")
    let user = Setting.text("user", limit: SettingsLimits.secretBytes, "For brokers that ask for one.")
    let password = Setting.secret("password", "For brokers that ask for one.")
    let tls = Setting.either(
        .flag, or: CertificateShape(), "tls",
        "Encrypts the connection: `true` for a broker with a public certificate, else the files of certificates."
    ).unless("`false`")
    let ownTopic = Setting.text(
        "own_topic", limit: SettingsLimits.topicLength, "Below it the gateway publishes and listens for itself."
    ).unless("`pullcord/` and the home's id")
    let bridges = Setting.named(
        "bridges", of: "bridge", limit: SettingsLimits.bridges, BridgeShape(),
        short: .text(limit: SettingsLimits.topicLength), "The bridges with their base topics: `zigbee: zigbee2mqtt`.")
    let alarmTopics = Setting.texts(
        "alarm_topics", limit: SettingsLimits.topicLength,
        "Topics beyond those of the devices, heard in a session of which the broker keeps everything.")
    let readingTopics = Setting.texts(
        "reading_topics", limit: SettingsLimits.topicLength, "Topics beyond those of the devices, for what is routine.")
    let acknowledgements = Setting.flag(
        "acknowledgements",
        "Contacts may acknowledge at `<own_topic>/acknowledge/<contact>`. Only for a broker that checks who may write "
            + "which topic."
    ).usually(false)
    let canary = Setting.duration(
        "canary", SettingsLimits.canaries, "How often the gateway sends itself a message to prove the way."
    ).usually(.seconds(30))
}
