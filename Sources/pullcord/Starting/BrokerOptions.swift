import ArgumentParser
import GatewayCore
import GatewaySettings

/// Where a broker is that is only looked at, and how it is spoken to.
struct BrokerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The MQTT broker. Usually at this machine.", valueName: "host:port"))
    var broker: String?

    @Option(help: ArgumentHelp("The gateway's user at the broker.", valueName: "user"))
    var brokerUser: String?

    @Option(help: ArgumentHelp("A file with that user's password.", valueName: "file"), completion: .file())
    var brokerPasswordFile: String?

    @Flag(help: "Speak TLS with the broker, and trust who this machine trusts.")
    var tls = false

    @Option(
        help: ArgumentHelp(
            "The base topic of Zigbee2MQTT, where it has more than one level; others are found.", valueName: "topic"))
    var baseTopic: String?

    func validate() throws {
        if brokerPasswordFile != nil, brokerUser == nil {
            throw ValidationError("Give --broker-user with --broker-password-file.")
        }
        if let baseTopic, !BridgeAnnouncement.canBeBase(baseTopic) {
            throw ValidationError("`\(baseTopic)` cannot be the base topic of Zigbee2MQTT.")
        }
    }

    /// Where a broker is that nobody named.
    var usual: String { tls ? "127.0.0.1:8883" : "127.0.0.1:1883" }

    /// Nil where the text is no host and port.
    func parsed(_ text: String) -> StartingAnswers.Broker? { StartingAnswers.Broker(text, usesTLS: tls) }

    func refusal(of text: String) -> String { "`\(text)` is no host and port." }

    /// The content of the file up to its first line end; nil where none was given.
    func password() throws -> Secret? {
        guard let file = brokerPasswordFile else { return nil }
        do {
            let content = try DiskFiles().read(file, atMost: SettingsLimits.secretBytes)
            let text = String(decoding: content.bytes, as: UTF8.self)
            return Secret(String(text.prefix { $0 != "\n" && $0 != "\r\n" }))
        } catch {
            throw ValidationError("\(file) \(error.reason).")
        }
    }
}
