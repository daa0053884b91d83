package import GatewayCore

/// What a responder desk needs to know.
package struct ResponderDeskConfiguration: Sendable {
    package var listen: ListenAddress
    /// The webhook secrets of the gateways that may report here; two for one gateway while it is changed.
    package var secrets: [Secret]
    /// Whose desk it is, as the page says it: "Anna (daughter)".
    package var contact: String
    /// Names by which browsers reach the desk, besides addresses and "localhost".
    package var hostNames: [String]
    /// Asked for by the pages; needed where the desk listens beyond this machine. The webhook is signed and
    /// asks for none.
    package var password: Secret?
    /// In which times are shown.
    package var zone: ZoneTable

    package init(
        listen: ListenAddress = ListenAddress(), secrets: [Secret], contact: String, hostNames: [String] = [],
        password: Secret? = nil, zone: ZoneTable = .utc
    ) {
        self.listen = listen
        self.secrets = secrets
        self.contact = contact
        self.hostNames = hostNames
        self.password = password
        self.zone = zone
    }
}
