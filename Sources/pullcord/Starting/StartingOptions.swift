import ArgumentParser
import Foundation
import GatewayCore
import GatewaySettings

/// What can be said about a new home on the command line; the rest is asked, or is what is usual.
struct StartingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("What the home is called, as responders know it.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("Its time zone, such as Europe/London. Usually the machine's.", valueName: "zone"))
    var zone: String?

    @Option(help: ArgumentHelp("Who lives there.", valueName: "name"))
    var resident: String?

    @Option(
        help: ArgumentHelp(
            "The MQTT broker. Without it 127.0.0.1:1883 is tried, and left out where there is none.",
            valueName: "host:port"))
    var broker: String?

    @Flag(help: "The home has no broker.")
    var noBroker = false

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

    @Option(help: ArgumentHelp("Who is told first.", valueName: "name"))
    var contact: String?

    @Option(help: ArgumentHelp("Where that contact's desk takes messages.", valueName: "url"))
    var deskURL: String?

    @Option(help: ArgumentHelp("The folder of device profiles that come with Pullcord.", valueName: "folder"))
    var profiles: String = "/usr/share/pullcord/devices"

    @Flag(help: "Ask nothing, also at a terminal.")
    var noInput = false

    func validate() throws {
        if noBroker, broker != nil || brokerUser != nil || baseTopic != nil || tls {
            throw ValidationError("Give --no-broker, or options for a broker, not both.")
        }
        if brokerPasswordFile != nil, brokerUser == nil {
            throw ValidationError("Give --broker-user with --broker-password-file.")
        }
        if let baseTopic, !BridgeAnnouncement.canBeBase(baseTopic) {
            throw ValidationError("`\(baseTopic)` cannot be the base topic of Zigbee2MQTT.")
        }
    }

    /// What is to be written, and whether somebody named the broker.
    func answers(asking questions: Questions?) throws -> (StartingAnswers, isBrokerNamed: Bool) {
        func answer(
            _ given: String?, _ question: String, usual: String, _ refusal: @escaping (String) -> String?
        ) -> String {
            given ?? questions?.ask(question, usual: usual, refusal: refusal) ?? usual
        }
        let name = StartingAnswers.refusal(ofName:)
        let home = answer(self.name, "What is the home called?", usual: "Home", name)
        let person = answer(resident, "Who lives there? (a first name, or nothing)", usual: "", name)
        let place = answer(
            zone, "In which time zone is it?", usual: SystemZones.machine, StartingAnswers.refusal(ofZone:))
        let (found, isBrokerNamed) = try brokerAnswer(questions)
        let teller = answer(contact, "Who is told first when help is needed?", usual: "Responder", name)
        let desk = answer(
            deskURL, "Where does their desk take messages?", usual: "http://127.0.0.1:8480/webhook",
            StartingAnswers.refusal(ofURL:))
        let answers = StartingAnswers(
            name: home, zone: place, resident: person.isEmpty ? nil : person, broker: found, contact: teller,
            deskURL: desk, deskSecret: Self.newSecret())
        if let refusal = answers.refusal { throw ValidationError(refusal) }
        return (answers, isBrokerNamed)
    }

    private func brokerAnswer(_ questions: Questions?) throws -> (StartingAnswers.Broker?, isNamed: Bool) {
        if noBroker { return (nil, false) }
        let usual = tls ? "127.0.0.1:8883" : "127.0.0.1:1883"
        let refusal = { (text: String) -> String? in
            text == "none" || StartingAnswers.Broker(text, usesTLS: tls) != nil ? nil : "`\(text)` is no host and port."
        }
        let asked =
            broker ?? questions?.ask("Where is the MQTT broker? (or: none)", usual: usual, refusal: refusal) ?? usual
        if asked == "none" { return (nil, false) }
        guard var found = StartingAnswers.Broker(asked, usesTLS: tls) else {
            throw ValidationError("`\(asked)` is no host and port.")
        }
        let isAsked = broker == nil && brokerUser == nil
        let user = isAsked ? questions?.ask("Its user for the gateway? (or nothing)", usual: "") : brokerUser
        if let user, !user.isEmpty {
            found.user = user
            found.password = try password(of: user, questions)
        }
        return (found, broker != nil || asked != usual || found.user != nil)
    }

    private func password(of user: String, _ questions: Questions?) throws -> Secret? {
        guard let file = brokerPasswordFile else {
            let typed = questions?.askSecret("The password of \(user)") ?? ""
            return typed.isEmpty ? nil : Secret(typed)
        }
        do {
            let content = try DiskFiles().read(file, atMost: SettingsLimits.secretBytes)
            let text = String(decoding: content.bytes, as: UTF8.self)
            return Secret(String(text.prefix { $0 != "\n" && $0 != "\r\n" }))
        } catch {
            throw ValidationError("\(file) \(error.reason).")
        }
    }

    /// 32 bytes by chance, as Standard Webhooks writes them.
    private static func newSecret() -> Secret {
        let bytes = (0..<32).map { _ in UInt8.random(in: 0...255) }
        return Secret("whsec_" + Foundation.Data(bytes).base64EncodedString())
    }
}
