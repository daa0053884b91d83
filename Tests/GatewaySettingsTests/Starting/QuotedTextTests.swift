import GatewayTesting
import Testing

@testable import GatewaySettings

struct QuotedTextTests {
    /// What a settings file that holds the scalar says.
    private func read(_ scalar: String, comment: String) -> String? {
        let log = ProblemLog()
        let text = "# \(comment)\nkey: \(scalar)   # \(comment)\n"
        var reader = YAMLText(log: log, source: log.add(SourceText(name: "a", text: text)))
        guard case .map(let pairs)? = reader.read()?.content, pairs.count == 1,
            case .scalar(let found, _, .none) = pairs[0].value.content
        else { return nil }
        return found
    }

    @Test(arguments: [
        ("12 Mill Lane", "12 Mill Lane"), ("http://127.0.0.1:8480/x", "http://127.0.0.1:8480/x"),
        ("a: b", "\"a: b\""), ("null", "\"null\""), ("", "\"\""), ("x ", "\"x \""), ("# x", "\"# x\""),
        ("M & S", "\"M & S\""), ("M&S", "\"M\\x26S\""), ("a\nb", "\"a\\nb\""), ("\u{202E}", "\"\\u202E\""),
        ("\u{1F475}", "\"\u{1F475}\""), ("\u{10FFFF}", "\"\\U0010FFFF\""),
    ])
    func `a text is written plainly where that is safe, and quoted elsewhere`(text: String, written: String) {
        #expect(QuotedText.scalar(text) == written)
        #expect(read(written, comment: "x") == text)
    }

    @Test func `5000 texts of any signs read back as they were, and comments say nothing`() {
        var dice = Dice(seed: 7)
        let ranges: [ClosedRange<Int>] = [
            0...0x7F, 0...0x7F, 0x80...0x2FF, 0x2000...0x206F, 0xE000...0xFFFF, 0x1_0000...0x10_FFFF,
        ]
        for _ in 0..<5_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<dice.roll(12) {
                let range = ranges[dice.roll(ranges.count)]
                let value = range.lowerBound + dice.roll(range.count)
                if let scalar = Unicode.Scalar(UInt32(value)) { text.append(scalar) }
            }
            let string = String(text)
            let found = read(QuotedText.scalar(string), comment: QuotedText.comment(string))
            #expect(
                found.map { Array($0.unicodeScalars) } == Array(string.unicodeScalars), "\(string.debugDescription)")
        }
    }

    @Test func `signs of anchors are not counted, wherever they stand`() {
        let text = String(repeating: "&a*b ", count: 100)
        #expect(read(QuotedText.scalar(text), comment: QuotedText.comment(text, limit: 1_000)) == text)
    }
}
