/// One line of an RFLink gateway, taken apart as python-rflink does it (`decode_packet`).
struct RFLinkLine: Hashable, Sendable {
    /// The rolling number of the gateway's lines, "2D".
    let sequence: String
    /// By what the sender can be enrolled: protocol, id and switch, then without the switch; none for what the
    /// gateway itself says.
    private(set) var identities: [String] = []
    private(set) var members: [DecodedValue.Member] = []
    /// Values that break the form of their key; the others are kept.
    private(set) var broken = 0

    private static let nodes = ["10": "master", "11": "echo", "20": "gateway"]
    private static let unknown = "unknown"

    /// Nil for what is no line of RFLink's.
    init?(_ text: String) {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false)
        guard RFLinkGrammar.allows(parts), parts.count >= 4, let node = Self.nodes[String(parts[0])] else { return nil }
        sequence = String(parts[1])
        let word = String(parts[2])
        var attributes = parts[3...]
        members.set("node", .text(node))
        members.set("protocol", .text(Self.unknown))
        if word.contains("=") {
            attributes = parts[2...]
        } else if word.contains("RFLink Gateway") {
            readBanner(word)
        } else if word == "PONG" {
            members.set("ping", .text("pong"))
        } else if word.lowercased() == "debug" {
            members.set("protocol", .text("debug"))
            readDebug(attributes)
        } else if word == "CMD UNKNOWN" {
            members.set("response", .text("command_unknown"))
            members.set("ok", .flag(false))
        } else if word == "OK" {
            members.set("ok", .flag(true))
        } else if node == "gateway", attributes.allSatisfy(\.isEmpty) {
            members.set("message", .text(word))
        } else {
            members.set("protocol", .text(word.lowercased()))
        }
        read(attributes)
        if node == "gateway" { identify() }
    }

    private mutating func read(_ attributes: ArraySlice<Substring>) {
        for attribute in attributes {
            let pair = attribute.lowercased().split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2 else { continue }
            let field = RFLinkField(String(pair[0]))
            guard let value = field.value(String(pair[1])) else {
                broken += 1
                continue
            }
            members.set(field.name, value)
            if let unit = field.unit { members.set(field.name + "_unit", .text(unit)) }
        }
    }

    /// "Nodo RadioFrequencyLink - RFLink Gateway V1.1 - R45".
    private mutating func readBanner(_ text: String) {
        let parts = text.split(separator: " - ", omittingEmptySubsequences: false)
        guard parts.count >= 3, let mark = parts[1].lastIndex(of: "V"), parts[2].first == "R" else { return }
        let firmware = parts[1][..<mark]
        let version = parts[1][parts[1].index(after: mark)...]
        let revision = parts[2].dropFirst().prefix(while: Self.isOfVersion)
        guard Self.isWords(parts[0]), firmware.last == " ", Self.isWords(firmware.dropLast()), !revision.isEmpty,
            !version.isEmpty, version.allSatisfy(Self.isOfVersion)
        else { return }
        members.set("hardware", .text(String(parts[0])))
        members.set("firmware", .text(String(firmware.dropLast())))
        members.set("version", .text(String(version)))
        members.set("revision", .text(String(revision)))
    }

    private static func isOfVersion(_ sign: Character) -> Bool { ("0"..."9").contains(sign) || sign == "." }

    private static func isWords(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { byte in
            byte == 0x20 || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
    }

    private mutating func readDebug(_ attributes: ArraySlice<Substring>) {
        if attributes.first?.hasPrefix("RTS P1") == true {
            if let code = attributes.dropFirst().first, !code.isEmpty { members.set("rts_p1", .text(String(code))) }
        } else {
            members.set("tm", .text(sequence))
        }
    }

    /// Old KaKu addresses are a letter and a number; their id has six digits as that of the others.
    private mutating func identify() {
        guard case .text(let name)? = self["protocol"], name != Self.unknown, case .text(var id)? = self["id"] else {
            return
        }
        if name == "kaku", id.unicodeScalars.count != 6 {
            id = "0000" + id
            members.set("id", .text(id))
        }
        if case .text(let unit)? = self["switch"] { identities.append("\(name):\(id):\(unit)") }
        identities.append("\(name):\(id)")
    }

    subscript(name: String) -> DecodedValue? { members.first { $0.name == name }?.value }

    // MARK: - For profiles

    private static let names: Set = ["node", "protocol", "id"]

    /// Its values by name, without units and what tells the sender.
    var values: [(path: String, value: Scalar)] {
        members.compactMap { member in
            guard !Self.names.contains(member.name), !member.name.hasSuffix("_unit") else { return nil }
            return Scalar(member.value).map { (member.name, $0) }
        } + (self["sequence"] == nil ? [("sequence", .text(sequence))] : [])
    }
}
