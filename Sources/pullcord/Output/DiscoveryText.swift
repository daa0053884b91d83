import DeviceProtocols
import GatewayCore
import GatewayDaemon
import GatewaySettings

/// What was found around a home, as lines for people. All of it is what others say of themselves: it is cut, and
/// loses what a terminal would obey.
enum DiscoveryText {
    static func line(_ port: Surroundings.Port) -> String {
        let words = ([port.serial].compactMap(\.self) + port.texts).map(shown).joined(separator: ", ")
        return "Port \(shown(port.node))" + (words.isEmpty ? "" : ": \(words)")
            + (port.refusal.map { "; left alone: \(shown($0))" } ?? "")
    }

    static func words(_ outcome: PortTrial.Outcome) -> String {
        switch outcome {
        case .speaks(let serialProtocol): "It speaks \(serialProtocol.rawValue)."
        case .silent: "It speaks none of \(PortTrial.tried.map(\.rawValue).joined(separator: ", "))."
        case .leftAlone(let reason): "It was not tried: \(shown(reason))"
        }
    }

    static func lines(_ book: TrafficBook) -> [String] {
        var lines: [String] = []
        for speaker in book.speakers {
            lines.append(
                "Heard \(shown(speaker.device)) (\(speaker.convention.rawValue)): "
                    + speaker.capabilities.map(shown).joined(separator: ", "))
        }
        for entity in book.announced {
            let device = entity.deviceName ?? entity.device ?? entity.object
            let maker = [entity.maker, entity.model].compactMap(\.self).joined(separator: " ")
            lines.append(
                "Announced for Home Assistant: \(shown(device))" + (maker.isEmpty ? "" : " (\(shown(maker)))")
                    + ", \(shown(entity.component)) \(shown(entity.label))"
                    + (entity.stateTopic.map { " on \(shown($0))" } ?? ""))
        }
        if lines.isEmpty { lines.append("Nothing was heard of the conventions that are known by their topics.") }
        return lines
    }

    static func shown(_ text: String) -> String {
        let scalars = text.unicodeScalars.prefix(128).map { scalar in
            scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
                ? "\u{FFFD}" : scalar
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
