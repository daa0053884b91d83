/// Payloads that no honest device sends, all different, from a seed.
struct HostilePayload {
    enum Kind: CaseIterable {
        case noise, notUTF8, torn, deep, wide, hugeNumber, wrongTypes, empty, large
    }

    private var chance: SeededChance

    init(seed: UInt64) {
        chance = SeededChance(seed: seed)
    }

    mutating func next() -> [UInt8] {
        let kind = Kind.allCases.randomElement(using: &chance) ?? .noise
        switch kind {
        // A first byte that begins no JSON value, whatever chance makes of the rest.
        case .noise: return [0x01] + chance.bytes(Int.random(in: 0...200, using: &chance))
        case .notUTF8: return Array(#"{"action":""#.utf8) + [0xC3, 0x28, 0xFF, 0xFE] + Array(#"""#.utf8) + [0x7D]
        case .torn:
            let whole = Array(#"{"action":"emergency","battery":97,"linkquality":90}"#.utf8)
            return Array(whole.prefix(Int.random(in: 1..<whole.count, using: &chance)))
        case .deep:
            let depth = Int.random(in: 1_000...8_000, using: &chance)
            return Array(String(repeating: #"{"a":"#, count: depth).utf8)
        case .wide:
            let members = (0..<Int.random(in: 600...900, using: &chance)).map { #""k\#($0)":\#($0)"# }
            return Array("{\(members.joined(separator: ","))".utf8)
        case .hugeNumber: return Array("{\"battery\":\(String(repeating: "9", count: 400))".utf8)
        case .wrongTypes: return Array(#"[{"action":["emergency"]}]"#.utf8)
        case .empty: return []
        case .large:
            let count = Int.random(in: 66_000...120_000, using: &chance)
            return Array(#"{"action":"emergency","x":""#.utf8) + Array(repeating: UInt8(ascii: "a"), count: count)
                + Array(#""}"#.utf8)
        }
    }

    /// A line for a port on which JSON lines are spoken, with its end.
    mutating func nextLine() -> [UInt8] {
        let bytes = [0x01] + chance.bytes(Int.random(in: 1...120, using: &chance))
        return bytes.map { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") ? 0x02 : $0 } + [UInt8(ascii: "\n")]
    }

    /// Bytes for a radio receiver's port.
    mutating func nextFrame() -> [UInt8] {
        switch Int.random(in: 0...2, using: &chance) {
        case 0: return chance.bytes(Int.random(in: 1...40, using: &chance))
        // A security1 packet of an identity that nobody enrolled, and one that promises more than comes.
        case 1: return [0x08, 0x20, 0x02, 0x01] + chance.bytes(3) + [0x06, 0x69]
        default: return [0x24, 0x52] + chance.bytes(Int.random(in: 0...12, using: &chance))
        }
    }
}
