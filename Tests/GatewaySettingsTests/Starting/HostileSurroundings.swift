import DeviceProtocols
import GatewaySettings
import GatewayTesting

/// Surroundings as somebody might make them who wants the new settings to say something else.
enum HostileSurroundings {
    private static let words = [
        "pendant", "Küche", "null", "~", "true", "0x00158d00018255df", "a: b", "- a", "# a", "!secret x", "&a", "*a",
        "\"", "'", "\\", "{", "}", "[", "]", ",", "%", "@", "`", "|", ">", "?", "\u{202E}gnp", "\u{FEFF}", "\u{2028}",
        "\u{E000}", "\u{10FFFF}", "👵🏽", " ", "  ", "x\ny: z", "\r", "\t", "\u{0}", "\u{7F}", "\u{85}", "+", "#", "/",
        "..", "bridge", "set", "version: 2", String(repeating: "x", count: 300),
    ]

    private static func text(_ dice: inout Dice) -> String {
        (0...dice.roll(4)).map { _ in words[dice.roll(words.count)] }.joined(separator: dice.roll(2) == 0 ? "" : " ")
    }

    /// What a parser would have let through, and texts that are as bad as texts can be.
    static func roll(_ dice: inout Dice) -> Surroundings {
        let models = SurroundingHome.profiles.flatMap(\.models)
        let properties = ["smoke", "occupancy", "water_leak", "carbon_monoxide", "contact", "action"]
        var surroundings = Surroundings(brokerTrouble: dice.roll(4) == 0 ? text(&dice) : nil)
        for _ in 0..<dice.roll(4) {
            var list: [String] = []
            for _ in 0..<dice.roll(40) {
                var json = "{\"friendly_name\": \(quoted(text(&dice))), \"model_id\": \(quoted(text(&dice)))"
                let model = dice.roll(2) == 0 ? models[dice.roll(models.count)] : text(&dice)
                json += ", \"definition\": {\"model\": \(quoted(model)), \"vendor\": \(quoted(text(&dice)))"
                json += ", \"description\": \(quoted(text(&dice))), \"exposes\": [{\"property\": "
                json += quoted(dice.roll(3) == 0 ? text(&dice) : properties[dice.roll(properties.count)]) + "}]}}"
                list.append(json)
            }
            let bytes = Array(("[" + list.joined(separator: ",") + "]").utf8)
            let base = dice.roll(2) == 0 ? "zigbee2mqtt" : text(&dice)
            guard !surroundings.bridges.contains(where: { $0.baseTopic == base }) else { continue }
            surroundings.bridges.append(.init(baseTopic: base, announcement: BridgeAnnouncement(bytes)))
        }
        for number in 0..<dice.roll(5) {
            let serial = dice.roll(2) == 0 ? "RFXCOM_" + text(&dice) : text(&dice)
            let port = Surroundings.Port(
                node: "/dev/ttyUSB\(number)" + text(&dice), serial: seen(serial), path: seen(text(&dice)),
                texts: [text(&dice)], refusal: serial.lowercased().contains("zigbee") ? "no" : nil)
            surroundings.ports.append(port)
        }
        return surroundings
    }

    /// A port's names without control characters, as the listing of ports hands them out.
    private static func seen(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(128) {
            result.append(scalar.properties.generalCategory == .control ? "?" : scalar)
        }
        return String(result)
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for unit in text.utf16 {
            let digits = String(unit, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
        return result + "\""
    }
}
