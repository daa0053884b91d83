/// One line of a telegram: `1-0:1.8.1(000301.548*kWh)`.
struct DSMRLine: Hashable, Sendable {
    /// The medium: 1 is electricity, 0 what belongs to none.
    let medium: Int
    /// 0 is the meter; 1 to 9 a device on its M-Bus, where the medium is 0.
    let channel: Int
    /// "1.8.1".
    let code: String
    /// A storage number stands behind the code, "*255", as at D0 ports.
    let hasStorage: Bool
    /// What stands in parentheses, each without them.
    private(set) var groups: [String]

    /// Whether a device behind the meter says it.
    var isFromBus: Bool { medium == 0 && channel != 0 }

    /// Nil for what has no code.
    init?(_ text: Substring) {
        guard let opening = text.firstIndex(of: "(") else { return nil }
        let head = text[..<opening]
        guard let colon = head.firstIndex(of: ":") else { return nil }
        let place = head[..<colon].split(separator: "-", omittingEmptySubsequences: false)
        guard place.count == 2, let medium = Self.digit(place[0]), let channel = Self.digit(place[1]) else { return nil }
        let parts = head[head.index(after: colon)...].split(separator: "*", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), !parts[0].isEmpty else { return nil }
        self.medium = medium
        self.channel = channel
        code = String(parts[0])
        hasStorage = parts.count == 2
        groups = Self.groups(text[opening...])
    }

    /// Adds what stands on the line behind.
    mutating func append(_ text: Substring) {
        groups += Self.groups(text)
    }

    private static func digit(_ text: Substring) -> Int? {
        text.utf8.count == 1 && text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) ? Int(text) : nil
    }

    /// Those that hold letters, digits and `.*-:` only; others are none (dsmr-parser `DSMRObjectParser`).
    private static func groups(_ text: Substring) -> [String] {
        var found: [String] = []
        var group: String?
        for sign in text.unicodeScalars {
            switch sign {
            case "(": group = ""
            case ")":
                if let whole = group, found.count < DecodingLimits.dsmrGroups { found.append(whole) }
                group = nil
            case "0"..."9", "a"..."z", "A"..."Z", ".", "*", "-", ":": group?.unicodeScalars.append(sign)
            default: group = nil
            }
        }
        return found
    }
}
