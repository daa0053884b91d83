/// OpenMQTTGateway and Theengs: `<base>/<gateway>/BTtoMQTT/<MAC>`, `…/433toMQTT`, `…/RTL_433toMQTT`, `…/LWT`.
enum OpenMQTTGatewayStatements {
    /// BTHome's numbers of presses, as Theengs gives them.
    private static let presses: [Int64: String] = [1: "single", 2: "double", 3: "triple", 9: "long", 11: "hold"]

    static func read(_ message: PublishedMessage, into list: inout StatementList) {
        let levels = message.levels
        guard let last = levels.last else { return }
        if last == "LWT" {
            list.device = levels.dropLast().joined(separator: "/")
            list.available(["online": true, "offline": false][message.text.lowercased()], bridge: true)
        } else if levels.contains("RTL_433toMQTT") {
            RTL433Statements.read(message, into: &list)
        } else if last == "433toMQTT" {
            list.device = message["value"].map(\.json)
            // The code is at once who sends and what: its low bits are the button.
            if let code = message["value"]?.numeral { list.event("button.press", code) }
        } else if levels.contains("BTtoMQTT") {
            list.device = message["id"]?.text ?? message["mac"]?.text ?? last
            bluetooth(message, into: &list)
        }
    }

    private static func bluetooth(_ message: PublishedMessage, into list: inout StatementList) {
        // What is encrypted has no values, whatever else stands beside it.
        guard message["encr"] == nil || message["cipher"] == nil else { return }
        switch message["type"]?.text {
        case "BTN":
            if case .integer(let number)? = message["button"]?.numeral, let press = presses[number] {
                list.press(.text(press), count: message["packet"] ?? .null)
            }
        case "CTMO":
            list.state("contact.open", message["open"]?.isOn)
            list.state("motion", message["motion"]?.isOn)
        case "SCALE": weight(message, into: &list)
        case "BODY": list.number("heart_rate", message["bpm"], unit: "/min")
        default:
            list.state("contact.open", message["open"]?.isOn)
            list.state("motion", message["motion"]?.isOn)
        }
        let celsius = message["tempc"] ?? StatementList.celsius(message["tempf"])
        list.number("temperature", celsius, unit: "Cel")
        list.number("humidity", message["hum"], unit: "%")
        list.number("battery", message["batt"], unit: "%")
    }

    /// A scale says what it weighs; a shopping bag is not a person.
    private static func weight(_ message: PublishedMessage, into list: inout StatementList) {
        switch message["weighing_mode"]?.text {
        case "person", nil:
            list.number("weight", message["weight"], unit: message["unit"]?.text ?? "kg")
        default: list.number("ignored.weight_object", message["weight"])
        }
    }
}
