internal import GatewayCore

/// Many devices of a home by one word: `all` that can serve a rule, `all entrances`, or `all bed_occupied`, which
/// are those that tell one thing.
///
/// Tags of visitors are never meant. In a home with pets neither are motion sensors that an animal sets off.
struct DeviceGroup {
    private enum Choice {
        case able
        case entrances
        case telling(Capability)
    }

    private let choice: Choice
    /// What the rule can use.
    private let capabilities: [Capability]

    static func isWritten(in value: Value) -> Bool {
        guard let text = value.plainText else { return false }
        return text == "all" || text.hasPrefix("all ")
    }

    /// Nil, with an error, for a word that means nothing here.
    init?(_ value: Value, anyOf capabilities: [Capability], in reading: Reading) {
        let word = String((value.plainText ?? "").dropFirst(4))
        self.capabilities = capabilities
        switch word {
        case "": choice = .able
        case "entrances" where capabilities.contains(.open): choice = .entrances
        default:
            guard let capability = Capability(rawValue: word), capabilities.contains(capability) else {
                let words = (capabilities.contains(.open) ? ["entrances"] : []) + capabilities.map(\.rawValue)
                reading.log.error(
                    .unknownDeviceGroup, value.place, "there is no `all \(word)` for this rule",
                    hint: Suggestion.hint(
                        for: word, among: words,
                        otherwise: "`all`, or `all` with one of " + words.prefix(8).joined(separator: ", ")))
                return nil
            }
            choice = .telling(capability)
        }
    }

    func contains(_ device: Device, of home: Home) -> Bool {
        guard device.visitor == nil else { return false }
        let isSetOffByPets = home.hasPets && !device.overlooksPets
        let told = device.capabilities.filter { capabilities.contains($0) && !($0 == .motion && isSetOffByPets) }
        return switch choice {
        case .able: !told.isEmpty
        case .entrances: device.isEntrance && told.contains(.open)
        case .telling(let capability): told.contains(capability)
        }
    }

    /// What a device must tell to be one of them.
    var needs: [Capability] {
        switch choice {
        case .able: capabilities
        case .entrances: [.open]
        case .telling(let capability): [capability]
        }
    }
}
