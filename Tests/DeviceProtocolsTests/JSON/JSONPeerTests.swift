import DeviceProtocols
import FoundationEssentials
import GatewayCore
import Testing

/// The same documents, read by the library.
@Suite struct JSONPeerTests {
    private static let signs = [
        "a", "é", "€", "😀", "\\n", "\\\"", "\\\\", "\\/", "\\u00e4", "\\ud83d\\ude00", "\\ud83d", "\\u0000", " ", "/", "}",
    ]
    private static let numbers = ["0", "-0", "-1", "1.5", "1e3", "-2.5E-3", "1e400", "9223372036854775808", "0.1", "97"]
    private static let pieces = [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "0", "-", ".", "e", "+", " ", "\n", "\t", "true", "null", "nul", "\\u12",
        "\u{1}", "\u{7F}", "/", "'", "\u{0}", "NaN", "\"a\":1,",
    ]

    /// - Parameter isSpoilt: no name stands twice then. The library does not look at escapes in the value that does
    ///   not count; we do.
    private func document(_ random: inout SeededBytes, isSpoilt: Bool, depth: Int = 0) -> String {
        func blank() -> String { [" ", "\n", "\t", "\r", "", "", "", ""].randomElement(using: &random) ?? "" }
        func text() -> String {
            let length = Int.random(in: 0...5, using: &random)
            return "\""
                + (0..<length).map { _ in Self.signs.randomElement(using: &random) ?? "" }.joined() + "\""
        }
        func inner() -> String { document(&random, isSpoilt: isSpoilt, depth: depth + 1) }
        let size = Int.random(in: 0...4, using: &random)
        switch Int.random(in: depth == 0 ? 5...9 : depth > 6 ? 0...5 : 0...9, using: &random) {
        case 0: return "true"
        case 1: return "false"
        case 2: return "null"
        case 3, 4: return Self.numbers.randomElement(using: &random) ?? ""
        case 5: return text()
        case 6, 7:
            let elements = (0..<size).map { _ in blank() + inner() + blank() }
            return "[" + elements.joined(separator: ",") + "]"
        default:
            let members = (0..<size).map { place in
                let name = isSpoilt ? "\"\(place)" + text().dropFirst() : text()
                return blank() + name + blank() + ":" + blank() + inner() + blank()
            }
            return "{" + members.joined(separator: ",") + "}"
        }
    }

    private func spoilt(_ text: String, _ random: inout SeededBytes) -> [UInt8] {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes.insert(contentsOf: (Self.pieces.randomElement(using: &random) ?? "").utf8, at: place)
            case 1: if place < bytes.count { bytes.remove(at: place) }
            case 2: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
            default: bytes.removeSubrange(place...)
            }
        }
        return bytes
    }

    /// What the library reads; it would guess UTF-16 and UTF-32 from NUL bytes.
    private func peer(_ bytes: [UInt8]) -> JSONTree? {
        guard !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil else { return nil }
        return try? JSONDecoder().decode(JSONTree.self, from: FoundationEssentials.Data(bytes))
    }

    /// The library takes `[1,]`, which RFC 8259 does not.
    private func hasCommaTooMany(_ bytes: [UInt8]) -> Bool {
        let signs = bytes.filter { !" \n\r\t".utf8.contains($0) }
        return zip(signs, signs.dropFirst()).contains { $0 == UInt8(ascii: ",") && "]}".utf8.contains($1) }
    }

    private func size(_ tree: JSONTree) -> Int {
        switch tree {
        case .list(let list): list.reduce(1) { $0 + size($1) }
        case .object(let members): members.values.reduce(1) { $0 + size($1) }
        default: 1
        }
    }

    private func size(_ value: DecodedValue) -> Int {
        switch value {
        case .list(let list): list.reduce(1) { $0 + size($1) }
        case .object(let members): members.reduce(1) { $0 + size($1.value) }
        default: 1
        }
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func `both read the same and refuse the same`(_ seed: UInt64) {
        var random = SeededBytes(seed: seed)
        var read = 0
        var refused = 0
        for round in 0..<5_000 {
            let isSpoilt = round % 3 > 0
            let text = document(&random, isSpoilt: isSpoilt)
            let bytes = isSpoilt ? spoilt(text, &random) : Array(text.utf8)
            let shown = String(decoding: bytes, as: UTF8.self)
            switch (peer(bytes), DecodedValue(json: bytes)) {
            case (nil, nil): refused += 1
            case (let tree?, let value?):
                read += 1
                #expect(tree.differences(from: value) == [], "\(shown)")
                #expect(size(tree) == size(value), "\(shown)")
            case (_?, nil) where hasCommaTooMany(bytes): refused += 1
            case (let tree, _):
                Issue.record("Only \(tree == nil ? "our reader" : "the library") reads \(shown.debugDescription)")
            }
        }
        #expect(read > 1_000 && refused > 1_000, "\(read) read, \(refused) refused")
    }

    @Test func `every decimal is the double that its text names`() {
        var random = SeededBytes(seed: 5)
        for _ in 0..<20_000 {
            let digits = Int.random(in: 1...19, using: &random)
            var text = String(Int.random(in: 1...9, using: &random))
            for _ in 1..<max(digits, 2) { text += String(Int.random(in: 0...9, using: &random)) }
            let point = Int.random(in: 1..<text.count, using: &random)
            text.insert(".", at: text.index(text.startIndex, offsetBy: point))
            if Bool.random(using: &random) { text = "-" + text }
            if Int.random(in: 0..<4, using: &random) == 0 { text += "e\(Int.random(in: -330...290, using: &random))" }
            let found: Double? =
                switch DecodedValue(json: Array(text.utf8)) {
                case .integer(let integer): Double(integer)
                case .number(let number): number
                default: nil
                }
            #expect(found == Double(text), "\(text)")
        }
    }
}
