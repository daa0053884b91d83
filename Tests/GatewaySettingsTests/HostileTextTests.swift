import GatewayCore
import GatewaySettings
import GatewayTesting
import Testing

struct HostileTextTests {
    /// A small generator of its own, so that a failure comes again.
    private struct Dice {
        var state: UInt64

        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
    }

    private func problems(_ bytes: [UInt8]) -> [Problem] {
        var files = BaseHome.others.mapValues { FileContent(bytes: Array($0.utf8)) }
        files[BaseHome.root] = FileContent(bytes: bytes)
        let result = BaseHome.read(SettingsCopy(root: BaseHome.root, files: files))
        #expect((result.settings == nil) == !result.errors.isEmpty)
        for problem in result.problems { #expect(!problem.render().isEmpty) }
        return result.problems
    }

    @Test(.ownThread) func `2000 spoilt homes are read or refused, and none ends the reader`() {
        var dice = Dice(state: 20_261_122)
        let good = Array(BaseHome.text.utf8)
        let signs = Array("{}[]:,-?!&*#|>'\"%@`\t\r\n \0~=".utf8) + [0xFF, 0xC3, 0x80, 0xE2, 0x85]
        var refused = 0
        for _ in 0..<2_000 {
            var bytes = good
            for _ in 0...dice.roll(4) {
                let place = dice.roll(bytes.count)
                switch dice.roll(5) {
                case 0: bytes[place] = signs[dice.roll(signs.count)]
                case 1: bytes.insert(signs[dice.roll(signs.count)], at: place)
                case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + dice.roll(20)))
                case 3: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + dice.roll(60))], at: place)
                default: bytes[place] = UInt8(dice.roll(256))
                }
            }
            if !problems(bytes).isEmpty { refused += 1 }
        }
        #expect(refused > 1_000)
    }

    @Test func `aliases cannot unfold`() {
        var bomb = "version: 1\na0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...30 {
            bomb +=
                "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
        }
        #expect(problems(Array(bomb.utf8)).first?.message.hasPrefix("too many `&` and `*` signs") == true)
        let small = "version: 1\na: &a [x]\n? *a\n: *a\n"
        #expect(problems(Array(small.utf8)).contains { $0.message.contains("anchors and aliases") })
        // The worst tree that fits under the bound.
        var worst = "version: 1\na0: &a0 [x, x, x]\n"
        for level in 1...7 { worst += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]\n" }
        #expect(!problems(Array((worst + "? *a7\n: 1\n").utf8)).isEmpty)
    }

    @Test(arguments: ["[", "{a: ", "- ", "? ", "!x ", "'", "\"", "|\n", "a:\n "])
    func `a pile of one sign is refused`(_ sign: String) {
        #expect(!problems(Array(String(repeating: sign, count: 90_000 / sign.utf8.count).utf8)).isEmpty)
    }

    @Test func `depth by indentation is refused`() {
        var text = "version: 1\n"
        for level in 0..<800 { text += String(repeating: " ", count: level) + "a:\n" }
        #expect(!problems(Array(text.utf8)).isEmpty)
    }

    @Test func `a file that is too large is not read`() {
        let text = "version: 1\n#" + String(repeating: "x", count: 1_048_576)
        #expect(problems(Array(text.utf8)).map(\.message) == ["`home.yaml` is larger than 1048576 bytes"])
    }

    @Test func `bytes that are no UTF-8 are shown with their place`() {
        let bytes = Array("version: 1\nhome: ä".utf8) + [0xFF, 0xFE]
        let found = problems(bytes)
        #expect(found.map { "\($0.line):\($0.column) \($0.message)" } == ["2:8 this is not UTF-8"])
    }

    @Test func `more mistakes than anybody reads are counted`() {
        var text = BaseHome.text
        for number in 0..<500 { text += "unknown-\(number): 1\n" }
        let found = problems(Array(text.utf8))
        #expect(found.count == 201)
        #expect(found.last?.message == "and 300 more")
    }

    @Test func `a whole home is refused when it is too large for a gateway`() {
        var text = BaseHome.text.replacing("devices:\n  pendant:", with: "devices:\n  MORE  pendant:")
        let more = (0..<Limits.devices).map { "d\($0): {profile: climate}\n  " }.joined()
        text = text.replacing("MORE  ", with: more)
        #expect(
            problems(Array(text.utf8)).contains { $0.message == "there are 1005 devices; at most 1000 are allowed" })
    }

    /// Large, and all of it in one place. Work that grows with the square of a line or a map would take minutes.
    private static let heavy: [(name: String, text: String)] = [
        ("texts on one line", "version: 1\nrooms: [" + list(95_000) { _ in "\"a\"" } + "]\n"),
        ("keys on one line", "{version: 1, " + list(30_000) { "k\($0): 1" } + "}\n"),
        ("keys on lines of their own", "version: 1\n" + (0..<30_000).map { "k\($0): 1\n" }.joined()),
        ("keys of a thing", "version: 1\nhome:\n" + (0..<30_000).map { "  k\($0): 1\n" }.joined()),
        ("keys twice", "version: 1\n" + (0..<6_000).map { "k\($0 % 3_000): 1\n" }.joined()),
        ("empty texts", "version: 1\ninclude: [" + list(95_000) { _ in "~" } + "]\n"),
        ("one long text", "version: 1\nhome: {name: \"" + String(repeating: "x", count: 1_000_000) + "\"}\n"),
        ("one long key", "version: 1\n? \"" + String(repeating: "x", count: 1_000_000) + "\"\n: 1\n"),
        ("empty lines", String(repeating: "\n", count: 95_000)),
        ("more lines than values are allowed", String(repeating: "\n", count: 1_040_000)),
        ("a map of single letters", "version: 1\nx: {" + String(repeating: "a,", count: 480_000) + "}\n"),
        ("keys that are lists", "version: 1\n" + String(repeating: "? [a,b]\n", count: 120_000)),
        ("maps in a list", "version: 1\nrules: [" + list(30_000) { _ in "{a: b}" } + "]\n"),
    ]

    private static func list(_ count: Int, _ item: (Int) -> String) -> String {
        (0..<count).map(item).joined(separator: ", ")
    }

    @Test(.ownThread, arguments: heavy.map(\.name)) func `a large file is refused in some seconds`(_ name: String)
        throws
    {
        let text = try #require(Self.heavy.first { $0.name == name }).text
        let clock = ContinuousClock()
        var found: [Problem] = []
        let took = clock.measure { found = problems(Array(text.utf8)) }
        print("\(name): \(took)")
        #expect(!found.isEmpty && found.count <= 201)
        // A debug build on a busy machine.
        #expect(took < .seconds(60))
        let held = found.map { $0.message.utf8.count + ($0.hint?.utf8.count ?? 0) + ($0.sourceLine?.utf8.count ?? 0) }
        #expect(held.reduce(0, +) < 500_000, "a report is for reading")
    }

    @Test func `a long name of a secret is not compared letter by letter`() {
        let name = String(repeating: "x", count: 200_000)
        let text = BaseHome.text.replacing("!secret desk", with: "!secret " + name)
        let result = BaseHome.read(text, files: ["secrets.yaml": "? \(name)y\n: a\nkey: ABCDEFGHIJKLMNOP\n"])
        #expect(result.problems.map(\.code) == [.unknownSecret])
    }

    @Test(.ownThread) func `the files of a home are bounded together`() {
        var files: [String: String] = [:]
        for number in 0..<9 { files["more/\(number).yaml"] = "#" + String(repeating: "x", count: 1_000_000) }
        let result = BaseHome.read(BaseHome.text + "include: more/*.yaml\n", files: files)
        #expect(result.problems.map(\.code) == [.fileTooLarge])
        var values: [String: String] = [:]
        for number in 0..<5 { values["more/\(number).yaml"] = "rooms: [" + Self.list(50_000) { _ in "a" } + "]" }
        let full = BaseHome.read(BaseHome.text + "include: more/*.yaml\n", files: values)
        #expect(full.problems.contains { $0.code == .nestedTooDeeply })
    }
}
