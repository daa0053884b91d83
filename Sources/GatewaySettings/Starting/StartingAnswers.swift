package import GatewayCore

/// What the installer says of a home that is being set up.
package struct StartingAnswers: Sendable {
    /// Where the broker is.
    package struct Broker: Hashable, Sendable {
        package var host: String
        package var port: Int
        package var user: String?
        package var password: Secret?
        package var usesTLS: Bool

        package init(host: String, port: Int, user: String? = nil, password: Secret? = nil, usesTLS: Bool = false) {
            self.host = host
            self.port = port
            self.user = user
            self.password = password
            self.usesTLS = usesTLS
        }

        /// "127.0.0.1:1883", or a host alone; nil for what is neither.
        package init?(_ text: String, usesTLS: Bool = false) {
            guard let (host, port) = NetworkForms.hostAndPort(text, defaultPort: usesTLS ? 8_883 : 1_883) else {
                return nil
            }
            self.init(host: host, port: port, usesTLS: usesTLS)
        }
    }

    package var name: String
    package var zone: String
    package var resident: String?
    /// Nil for a home without one.
    package var broker: Broker?
    package var contact: String
    /// Where that contact's desk takes messages.
    package var deskURL: String
    /// Signs what goes to the desk: `whsec_` and base64.
    package var deskSecret: Secret

    package init(
        name: String, zone: String, resident: String? = nil, broker: Broker? = nil, contact: String,
        deskURL: String, deskSecret: Secret
    ) {
        self.name = name
        self.zone = zone
        self.resident = resident
        self.broker = broker
        self.contact = contact
        self.deskURL = deskURL
        self.deskSecret = deskSecret
    }

    /// The first thing that cannot stand in settings, in a sentence; nil when all can.
    package var refusal: String? {
        Self.refusal(ofName: name) ?? resident.flatMap(Self.refusal(ofName:)) ?? Self.refusal(ofName: contact)
            ?? Self.refusal(ofZone: zone) ?? Self.refusal(ofURL: deskURL)
    }

    package static func refusal(ofName name: String) -> String? {
        guard name.unicodeScalars.count <= SettingsLimits.nameLength else {
            return "A name has at most \(SettingsLimits.nameLength) characters."
        }
        let isSeen = name.unicodeScalars.allSatisfy(SettingsText.canHold)
        let isWritten = name.contains { !$0.isWhitespace }
        return isSeen && isWritten ? nil : "A name is not empty, and holds no control characters."
    }

    package static func refusal(ofZone zone: String) -> String? {
        guard SystemZones.table(named: zone) == nil else { return nil }
        let hint = Suggestion.hint(
            for: zone, among: SystemZones.names, otherwise: "zones are named like `Europe/London`")
        return "This machine knows no time zone `\(zone)`" + (hint.map { ": \($0)" } ?? "") + "."
    }

    package static func refusal(ofURL url: String) -> String? {
        NetworkForms.webAddress(url) == nil
            ? "`\(url)` is not a web address, such as `https://desk.example/webhook`." : nil
    }

    /// The home's id, which never changes.
    var id: String { MadeName.name(from: name) ?? "home" }
}
