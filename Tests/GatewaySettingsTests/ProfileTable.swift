import DeviceProtocols
import GatewayCore

/// The table by maker in `devices/README.md`.
enum ProfileTable {
    static let opening = "<!-- The table is written by ShippedProfileTests. -->\n"
    static let closing = "<!-- The end of the table. -->\n"

    /// The page with its table as the profiles have it; nil where the page has no place for one.
    static func page(_ page: String, with profiles: [DeviceProfile]) -> String? {
        guard let start = page.firstRange(of: opening)?.upperBound,
            let end = page[start...].firstRange(of: closing)?.lowerBound
        else { return nil }
        return page[..<start] + text(profiles) + page[end...]
    }

    private static func text(_ profiles: [DeviceProfile]) -> String {
        let head = """
            | maker | profile | what it is | by | tells | heard of | battery |
            |---|---|---|---|---|---|---|

            """
        return profiles.sorted { key($0) < key($1) }.reduce(into: head) { text, profile in
            let cells = [
                profile.maker, "[`\(profile.id)`](\(profile.id).yaml)", profile.title, "`\(profile.dialect.rawValue)`",
                tells(profile), supervision(profile), battery(profile),
            ]
            text += "| " + cells.joined(separator: " | ") + " |\n"
        }
    }

    /// Makers by their names, what several make after them.
    private static func key(_ profile: DeviceProfile) -> (Int, String, String) {
        let isNobody = profile.maker == "several" || profile.maker == "self-built"
        return (isNobody ? 1 : 0, profile.maker.lowercased(), profile.id)
    }

    private static func tells(_ profile: DeviceProfile) -> String {
        let aside: [Capability] = [.battery, .batteryLow, .linkQuality, .signalLevel]
        let words = profile.capabilities.filter { !aside.contains($0) }.map(words)
        return words.isEmpty ? "–" : words.joined(separator: ", ")
    }

    private static func supervision(_ profile: DeviceProfile) -> String {
        switch profile.supervision {
        case .report(let silentAfter): "within \(words(silentAfter))"
        case .testPress(let every): "pressed each \(words(every))"
        case .bridge: "by its bridge"
        case .none: "not watched"
        }
    }

    private static func battery(_ profile: DeviceProfile) -> String {
        let told = profile.capabilities.filter { $0 == .battery || $0 == .batteryLow }
        return told.isEmpty ? "–" : told.map { $0 == .battery ? "percent" : "low or not" }.joined(separator: ", ")
    }

    private static func words(_ capability: Capability) -> String {
        String(capability.rawValue.map { $0 == "_" ? " " : $0 })
    }

    private static func words(_ duration: Duration) -> String {
        let minutes = duration.components.seconds / 60
        if minutes.isMultiple(of: 24 * 60), minutes > 7 * 24 * 60 { return "\(minutes / 24 / 60) days" }
        return minutes.isMultiple(of: 60) ? "\(minutes / 60) h" : "\(minutes) min"
    }
}
