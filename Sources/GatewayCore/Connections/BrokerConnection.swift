/// How an MQTT broker is reached.
package struct BrokerConnection: Hashable, Codable, Sendable {
    package enum Version: String, Codable, CaseIterable, Sendable {
        case v311 = "3.1.1"
        case v5 = "5"
    }

    /// A numeric address or a name; a numeric one needs no resolver on the way of an alarm.
    package var host: String
    package var port: Int
    package var version: Version
    /// Fixed, so that the broker keeps what came while we were away. The alarm session appends "-alarm",
    /// the other "-readings".
    package var clientID: String
    package var user: String?
    package var password: Secret?
    package var tls: TLSFiles?
    /// Topics of the devices that can raise an emergency: QoS 1, acknowledged after the record.
    package var alarmTopics: [String]
    /// All other topics to listen to.
    package var readingTopics: [String]
    /// Topics of programs beside the gateway, such as Home Assistant: what comes there is never an arrival.
    package var watchedTopics: [String]
    /// Topics below this belong to the gateway: its canary, its state, and acknowledgements
    /// (`<own>/acknowledge/<contact>`).
    package var ownTopic: String
    /// Contacts may acknowledge by MQTT here. Only for a broker that knows who writes which topic.
    package var takesAcknowledgements: Bool
    /// How often the end-to-end canary runs.
    package var canaryInterval: Duration

    /// The broker can know that it is the gateway, or whoever else, that writes.
    package var isAuthenticated: Bool { user != nil && password != nil || tls?.certificate != nil }

    package init(
        host: String, port: Int, version: Version = .v5, clientID: String, user: String? = nil,
        password: Secret? = nil, tls: TLSFiles? = nil, alarmTopics: [String] = [], readingTopics: [String] = [],
        watchedTopics: [String] = [], ownTopic: String, takesAcknowledgements: Bool = false,
        canaryInterval: Duration = .seconds(30)
    ) {
        self.host = host
        self.port = port
        self.version = version
        self.clientID = clientID
        self.user = user
        self.password = password
        self.tls = tls
        self.alarmTopics = alarmTopics
        self.readingTopics = readingTopics
        self.watchedTopics = watchedTopics
        self.ownTopic = ownTopic
        self.takesAcknowledgements = takesAcknowledgements
        self.canaryInterval = canaryInterval
    }
}

/// PEM files of a TLS connection. The peer's certificate and name are always verified.
package struct TLSFiles: Hashable, Codable, Sendable {
    /// Certificates to trust; nil for the system's.
    package var authority: String?
    package var certificate: String?
    package var key: String?

    package init(authority: String? = nil, certificate: String? = nil, key: String? = nil) {
        self.authority = authority
        self.certificate = certificate
        self.key = key
    }
}
