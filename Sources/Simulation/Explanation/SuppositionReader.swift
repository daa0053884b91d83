package import GatewayCore

/// Reads what is supposed to happen, as people write it: `pendant press`, `front-door open`, `climate-bedroom
/// temperature 12.5`, `smoke-hall silent`, `home no activity`.
package struct SuppositionReader: Sendable {
    /// One sentence: what it does not understand, and what was probably meant.
    package struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
        package let description: String
    }

    private let home: Home

    package init(_ home: Home) {
        self.home = home
    }

    /// - Parameters:
    ///   - name: a device, or `home` where no device has that name.
    ///   - words: what it tells.
    ///   - lasts: for how long, where that is said.
    package func read(
        _ name: String, _ words: [String], lasts: Duration?
    ) throws(Problem) -> Supposition.Happening {
        if let lasts, lasts <= .zero || lasts > ExplanationLimits.longest {
            throw Problem(description: "It can last at most \(ExplanationLimits.longest.inWords).")
        }
        let words = words.flatMap { $0.lowercased().split(separator: " ").map(String.init) }
        let device = home.device(DeviceID(name))
        let happening = if let device { try told(device, words) } else { try ofHome(name, words) }
        if case .told(_, let capability, .happened) = happening, lasts != nil {
            throw Problem(description: "`\(capability.rawValue)` happens and is over; only what lasts has a length.")
        }
        return happening
    }

    private static let silence = ["silent", "silence", "nothing"]
    private static let inactivity = ["no activity", "no_activity", "nothing", "inactivity"]

    private func ofHome(_ name: String, _ words: [String]) throws(Problem) -> Supposition.Happening {
        guard name == "home" else {
            let near = NearestWord.to(name, among: home.devices.map(\.id.name) + ["home"])
            let hint = near.map { "Did you mean `\($0)`?" } ?? "`pullcord check` says which files name devices."
            throw Problem(description: "There is no device `\(name)`. \(hint)")
        }
        let event = words.joined(separator: " ")
        guard Self.inactivity.contains(event) else {
            throw Problem(description: "Of the whole home only `no activity` can be supposed, and not `\(event)`.")
        }
        return .noActivity
    }

    private func told(_ device: Device, _ words: [String]) throws(Problem) -> Supposition.Happening {
        var words = words
        if words.count == 1, Self.silence.contains(words[0]) { return .silence(device.id) }
        let isNegated = words.first == "no" && words.count > 1
        if isNegated { words.removeFirst() }
        // A capability can be written with spaces; what follows it is its value.
        for count in stride(from: min(words.count, 4), through: 1, by: -1) {
            let word = words.prefix(count).joined(separator: "_").replacingHyphens
            guard let meant = Self.capability(word, of: device) else { continue }
            let rest = Array(words.dropFirst(count))
            let value = try value(of: meant.capability, rest, isNegated: isNegated != meant.isNegated, device)
            return .told(device.id, meant.capability, value)
        }
        let event = words.joined(separator: " ")
        throw Problem(description: "`\(device.id)` cannot tell `\(event)`. \(hint(event, device))")
    }

    /// Everyday words beside the names of capabilities.
    private static func capability(_ word: String, of device: Device) -> (capability: Capability, isNegated: Bool)? {
        let calls: [Capability] = [.helpCall, .buttonPress, .medicineTaken]
        let known: (Capability?, Bool) =
            switch word {
            case "press", "pressed", "pull", "call": (calls.first { device.capabilities.contains($0) }, false)
            case "test": (.testPress, false)
            case "opened": (.open, false)
            case "closed", "shut": (.open, true)
            case "movement": (.motion, false)
            case "water", "leak": (.flood, false)
            case "co": (.carbonMonoxide, false)
            case "on": (.switchedOn, false)
            case "off": (.switchedOn, true)
            default: (Capability(rawValue: word), false)
            }
        guard let capability = known.0, device.capabilities.contains(capability) else { return nil }
        return (capability, known.1)
    }

    private func value(
        of capability: Capability, _ words: [String], isNegated: Bool, _ device: Device
    ) throws(Problem) -> ReadingValue {
        let value = words.joined(separator: " ")
        switch capability.kind {
        case .event where value.isEmpty && !isNegated: return .happened
        case .event: throw Problem(description: "`\(capability.rawValue)` happens; it takes no value.")
        case .state:
            let isOn: Bool? =
                switch value {
                case "", "yes", "true", "on": true
                case "no", "false", "off": false
                default: nil
                }
            guard let isOn else {
                throw Problem(description: "`\(capability.rawValue)` is `yes` or `no`, and not `\(value)`.")
            }
            return .state(isOn != isNegated)
        case .number:
            guard let range = capability.range, let quantity = Quantity(decimal: value), range.contains(quantity) else {
                let example = UsualHome.value(of: capability).map { ", such as `\(capability.rawValue) \($0)`" } ?? ""
                throw Problem(description: "`\(capability.rawValue)` needs a number that it can be\(example).")
            }
            return .number(quantity)
        }
    }

    private func hint(_ event: String, _ device: Device) -> String {
        let words = device.capabilities.map(\.rawValue)
        if let near = NearestWord.to(event, among: words + ["press", "silent"]) { return "Did you mean `\(near)`?" }
        return "It can tell \(words.map { "`\($0)`" }.inSentence), or be `silent`."
    }
}

extension String {
    fileprivate var replacingHyphens: String { String(map { $0 == "-" ? "_" : $0 }) }
}
