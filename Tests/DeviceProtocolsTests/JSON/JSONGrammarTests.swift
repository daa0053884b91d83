import DeviceProtocols
import FoundationEssentials
import GatewayCore
import Testing

/// What is JSON (RFC 8259) and what is not.
///
/// The cases are in the manner of Nicolas Seriot's JSONTestSuite (github.com/nst/JSONTestSuite), after whose files
/// most are named: y must be read, n must be refused, and of i, where a reader may choose, the choice is written down.
@Suite struct JSONGrammarTests {
    /// A value that is read when asked for, and passed when not.
    private func isRead(_ bytes: [UInt8]) -> Bool { DecodedValue(json: bytes) != nil }

    private func isPassed(_ bytes: [UInt8]) -> Bool {
        var home = SampleHome([.zigbee("pendant", .pendant)])
        return home.publish("zigbee2mqtt/pendant", Array("{\"x\":".utf8) + bytes + Array("}".utf8))
            .undecodableCount == 0
    }

    @Test(arguments: [
        "[]", "[ ]", "{}", "[[]   ]", "[\"\"]", "[null]", "[1\n]", " [1]", "[1,null,null,null,2]", "[2] ", "[123]",
        "[0e+1]", "[0e1]", "[ 4]", "[-0.000000000000000000000000000000000000000000000000000000000000000000000000000001]",
        "[20e1]", "[-0]", "[-123]", "[-1]", "[1E22]", "[1E-2]", "[1E+2]", "[123e45]", "[123.456e78]", "[1e-2]",
        "{\"asd\":\"sdf\",\"dfg\":\"fgh\"}", "{\"a\":\"b\",\"a\":\"c\"}", "{\"\":0}", "{\"foo\\u0000bar\":42}",
        "{\"min\":-1.0e+28,\"max\":1.0e+28}", "{\"a\":[]}", "{\n\"a\":\"b\"\n}", "[\"\\u0060\\u012a\\u12AB\"]",
        "[\"\\uD801\\udc37\"]", "[\"\\ud83d\\ude39\\ud83d\\udc8d\"]", "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
        "[\"\\\\u0000\"]", "[\"\\\"\"]", "[\"a/*b*/c/*d//e\"]", "[\"\\u0012\"]", "[\"\\uFFFF\"]", "[\"\u{10FFFF}\"]",
        "[\"€𝄞\"]", "[\"\u{7F}\"]", "[\"\\u0000\"]", "[\"\\uFEFF\"]", "[\"\u{2028}\u{2029}\"]", "\" \"", "false", "42",
        "-0.1", "null", "\"asd\"", "true", "\"\"", "[\"a\"]\n", "[true]", "\t[]\r\n",
    ])
    func `y: what is JSON is read, and passed where nobody asks for it`(_ text: String) {
        #expect(isRead(Array(text.utf8)))
        #expect(isPassed(Array(text.utf8)))
    }

    @Test(arguments: [
        "[1 true]", "[\"\": 1]", "[\"\"],", "[,1]", "[1,,2]", "[\"x\",,]", "[\"x\"]]", "[\"\",]", "[\"x\"", "[x", "[3[4]]",
        "[1:2]", "[,]", "[-]", "[   , \"\"]", "[\"a\",\n4\n,1,", "[1,]", "[1,\n1\n,1", "[*]", "[\"\"", "[1,", "[{}",
        "[fals]", "[nul]", "[tru]", "[True]", "[-01]", "[-1.0.]", "[-2.]", "[-NaN]", "[.-1]", "[.2e-3]", "[0.1.2]",
        "[0.3e+]", "[0.3e]", "[0.e1]", "[0E+]", "[0E]", "[0e+]", "[0e]", "[1.0e+]", "[1.0e-]", "[1.0e]", "[1 000.0]",
        "[1eE2]", "[2.e+3]", "[2.e-3]", "[2.e3]", "[9.e+]", "[Inf]", "[NaN]", "[Infinity]", "[-Infinity]", "[-foo]",
        "[- 1]", "[-012]", "[-.123]", "[-1x]", "[1ea]", "[1.]", "[1+2]", "[0x1]", "[0x42]", "[+1]", "[++1234]", "[.123]",
        "[1.2a-3]", "[012]", "[1.8011670033376514H-308]", "[\u{FF11}]", "[\"x\", truth]", "{[: \"x\"}\n",
        "{\"x\", null}", "{\"x\"::\"b\"}", "{🇨🇭}", "{\"a\":\"a\" 123}", "{key: 'value'}", "{:\"b\"}", "{\"a\" b}",
        "{\"a\":", "{\"a\"", "{1:1}", "{9999E9999:1}", "{null:null,null:null}", "{\"id\":0,,,,,}", "{'a':0}", "{\"id\":0,}",
        "{\"a\":\"b\"}/**/", "{\"a\":\"b\"}//", "{\"a\":/*comment*/\"b\"}", "{\"a\":\"b\",,\"c\":\"d\"}", "{a: \"b\"}",
        "{\"a\":\"a", "{ \"foo\" : \"bar\", \"a\" }", "{\"a\":\"b\"}#", " ", "[\"\\uD800\\\"]", "[\"\\uD800\\u\"]",
        "[\"\\uD800\\u1\"]", "[\"\\uD800\\u1x\"]", "[é]", "[\"\\x00\"]", "[\"\\\\\\\"]", "[\"\\\u{9}\"]", "[\"\\🌀\"]",
        "[\"\\\"]", "[\"\\u00A\"]", "[\"\\a\"]", "[\"\\uqqqq\"]", "[\\u0020\"asd\"]", "[\\n]", "\"", "['single quote']",
        "abc", "[\"\\", "[\"a\u{0}a\"]", "[\"new\nline\"]", "[\"\t\"]", "\"\\UA66D\"", "\"\"x", "<.>", "[<null>]", "[1]x",
        "[1]]", "[asd]", "aå", "[True]", "1]", "{\"x\": true,", "[][]", "]", "\u{2060}", "{", "{\"\":\"\"", "{}}", "[\u{0}]",
        "{\"a", "{\"a\":\"\\", "[\"a", "[\u{C}]", "[\u{2060}]", "[\u{A0}]", "tru", "truex", "-", "1e", "0.", "00",
    ])
    func `n: what is none is refused, also where nobody asks for it`(_ text: String) {
        #expect(!isRead(Array(text.utf8)))
        // These are whole messages with the brace that is put around them.
        guard text != "{}}", text != "1]" else { return }
        #expect(!isPassed(Array(text.utf8)))
    }

    @Test(arguments: [
        ([0x22, 0xFF, 0x22], false, "invalid UTF-8"), ([0x22, 0xC0, 0xAF, 0x22], false, "overlong sequence"),
        ([0x22, 0xED, 0xA0, 0x80, 0x22], false, "UTF-8 surrogate"), ([0x22, 0xE0, 0xFF, 0x22], false, "truncated"),
        ([0xEF, 0xBB, 0xBF, 0x7B, 0x7D], true, "UTF-8 BOM"), ([0xEF, 0xBB, 0x7B, 0x7D], false, "incomplete BOM"),
        ([0xFF, 0xFE, 0x5B, 0, 0x5D, 0], false, "UTF-16"), ([0x5B, 0, 0x5D, 0], false, "UTF-16 without BOM"),
    ] as [([UInt8], Bool, String)])
    func `i: text is UTF-8, and its mark is skipped`(_ bytes: [UInt8], _ isText: Bool, _ what: String) {
        #expect(isRead(bytes) == isText, "\(what)")
    }

    @Test(arguments: [
        "[\"\\uD800\"]", "[\"\\uDd1ea\"]", "[\"\\uDADA\"]", "[\"\\uD888\\u1234\"]", "[\"\\uDFAA\"]", "[\"\\uDd1e\\uD834\"]",
        "[\"\\ud800abc\"]", "[0.4e00669999999999999999999999999999999999999999999999999999969999999006]", "[1e9999]",
        "[-1e+9999]", "[123123e100000]",
    ])
    func `i: half a pair and a number beyond all doubles are no values, and cost no message`(_ text: String) {
        #expect(!isRead(Array(text.utf8)))
        #expect(isPassed(Array(text.utf8)))
    }

    @Test func `i: what is deeper than any device's message is refused`() {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        #expect(isRead(nested(32)) && !isRead(nested(34)))
        #expect(isPassed(nested(63)) && !isPassed(nested(64)))
        #expect(!isPassed(Array(String(repeating: "[{\"\":", count: 10_000).utf8)))
    }

    @Test(arguments: [
        "0", "-0", "0.1", "21.37", "-0.85", "123456789012345", "1234567890123456", "9007199254740993", "0.000001",
        "0.30000000000000004", "5e-324", "2.4703282292062327e-324", "2.2250738585072011e-308",
        "1.7976931348623157e308", "1e23", "8.5e22", "179769313486231580793728971405301", "9223372036854775807",
        "9223372036854775808", "1.00000000000000011102230246251565404236316680908203125", "123.4560000000000000",
    ])
    func `numbers are the doubles that their texts name`(_ text: String) {
        let wanted = Double(text)
        switch DecodedValue(json: Array(text.utf8)) {
        case .integer(let integer): #expect(Double(integer) == wanted)
        case .number(let number): #expect(number == wanted)
        default: Issue.record("\(text) is no number.")
        }
    }

    @Test func `escapes are resolved in names and texts`() {
        let text = #"{"\u0061b":"\ud83d\ude00\n\"\\\/\u00e4\b\f\r\t","c":"ä"}"#
        let value = DecodedValue(json: Array(text.utf8))
        #expect(value?["ab"] == .text("😀\n\"\\/ä\u{8}\u{C}\r\t"))
        #expect(value?["c"] == .text("ä"))
        var home = SampleHome([.zigbee("pendant", .pendant)])
        let decoded = home.publish("zigbee2mqtt/pendant", #"{"\u0061ction":"\u0065mergency","act\u0069on":""}"#)
        #expect(decoded.events == [.helpCall])
    }
}
