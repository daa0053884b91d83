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

    @OptionGroup var place: BrokerOptions

    @Flag(help: "The home has no broker.")
    var noBroker = false

    @Option(help: ArgumentHelp("Who is told first.", valueName: "name"))
    var contact: String?

    @Option(help: ArgumentHelp("Where that contact's desk takes messages.", valueName: "url"))
    var deskURL: String?

    @Option(help: ArgumentHelp("The folder of device profiles that come with Pullcord.", valueName: "folder"))
    var profiles: String = "/usr/share/pullcord/devices"

    @Flag(help: "Ask nothing, also at a terminal.")
    var noInput = false

    func validate() throws {
        if noBroker, place.broker != nil || place.brokerUser != nil || place.baseTopic != nil || place.tls {
            throw ValidationError("Give --no-broker, or options for a broker, not both.")
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
        let refusal = { (text: String) -> String? in
            text == "none" || place.parsed(text) != nil ? nil : place.refusal(of: text)
        }
        let asked =
            place.broker
            ?? questions?.ask("Where is the MQTT broker? (or: none)", usual: place.usual, refusal: refusal)
            ?? place.usual
        if asked == "none" { return (nil, false) }
        guard var found = place.parsed(asked) else { throw ValidationError(place.refusal(of: asked)) }
        let isAsked = place.broker == nil && place.brokerUser == nil
        let user = isAsked ? questions?.ask("Its user for the gateway? (or nothing)", usual: "") : place.brokerUser
        if let user, !user.isEmpty {
            found.user = user
            found.password = try password(of: user, questions)
        }
        return (found, place.broker != nil || asked != place.usual || found.user != nil)
    }

    private func password(of user: String, _ questions: Questions?) throws -> Secret? {
        if let given = try place.password() { return given }
        let typed = questions?.askSecret("The password of \(user)") ?? ""
        return typed.isEmpty ? nil : Secret(typed)
    }

    /// 32 bytes by chance, as Standard Webhooks writes them.
    private static func newSecret() -> Secret {
        let bytes = (0..<32).map { _ in UInt8.random(in: 0...255) }
        return Secret("whsec_" + Foundation.Data(bytes).base64EncodedString())
    }
}
