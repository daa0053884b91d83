import Foundation
import GatewayCore
import GatewaySettings
import GatewayTesting
import Testing

/// Files as broken as chance makes them: the reader neither ends nor hangs nor grows, and says something.
///
/// `PULLCORD_MUTATIONS=100000 swift test --filter MutationTests` spoils as many files of the example homes, and
/// reads half as many files of random bytes.
@Suite(.serialized) struct MutationTests {
    private static let project = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    private static let count = Int(ProcessInfo.processInfo.environment["PULLCORD_MUTATIONS"] ?? "") ?? 1_600
    /// Of the whole process, tests and all, while the reader works on spoilt files.
    private static let memoryLimit = 100 * 1_048_576

    /// A small generator of its own, so that a failure comes again.
    private struct Dice {
        var state: UInt64

        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
    }

    /// An example home in memory, with the profiles that it uses.
    private static func home(_ name: String) throws -> SettingsCopy {
        let folder = project + "/docs/examples/\(name)/"
        let disk = DiskFiles()
        var files: [String: FileContent] = [:]
        for file in disk.names(inFolder: folder) where file.hasSuffix(".yaml") {
            files[file] = try disk.read(folder + file, atMost: 100_000)
        }
        files["secrets.yaml"] = FileContent(bytes: try disk.read(folder + "secrets.yaml.example", atMost: 10_000).bytes)
        for file in disk.names(inFolder: folder + "devices") {
            files["devices/" + file] = try disk.read(folder + "devices/" + file, atMost: 100_000)
        }
        let text = files.values.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
        for file in disk.names(inFolder: project + "/devices") where text.contains("profile: \(file.dropLast(5))") {
            files["devices/" + file] = try disk.read(project + "/devices/" + file, atMost: 100_000)
        }
        return SettingsCopy(root: "home.yaml", files: files)
    }

    private static let signs: [[UInt8]] =
        ("{}[]:,-?!&*#|>'\"%@`\t\r\n \0~=".utf8.map { [$0] })
        + [[0xFF], [0xC3], [0x80], [0xE2, 0x80, 0xA8], [0xEF, 0xBB, 0xBF], Array("\n---\n".utf8), Array(": ".utf8)]
    private static let words = [
        "null", "~", "yes", "-1", "99999999999999999999", "1e309", "0x", "''", "!secret x", "!file /etc/passwd", "*a",
        "&a", "{}", "[]", "24:60", "22:00-22:00", "9999999999999999d", "../../..", "*.yaml", "home.yaml", "|", "<<",
    ].map { Array($0.utf8) }

    /// One to five small changes.
    private static func spoil(_ bytes: inout [UInt8], _ dice: inout Dice) {
        for _ in 0...dice.roll(4) where !bytes.isEmpty {
            let place = dice.roll(bytes.count)
            let end = min(bytes.count, place + 1 + dice.roll(40))
            switch dice.roll(9) {
            case 0: bytes[place] = UInt8(dice.roll(256))
            case 1: bytes.insert(contentsOf: signs[dice.roll(signs.count)], at: place)
            case 2: bytes.removeSubrange(place..<end)
            case 3: bytes.insert(contentsOf: bytes[place..<end], at: dice.roll(bytes.count))
            case 4: bytes.replaceSubrange(place..<end, with: words[dice.roll(words.count)])
            case 5: swapLines(&bytes, &dice)
            case 6: indent(&bytes, place, by: dice.roll(5) - 2)
            case 7: bytes.removeSubrange(place...)
            default: replaceValue(&bytes, place, &dice)
            }
        }
    }

    private static func swapLines(_ bytes: inout [UInt8], _ dice: inout Dice) {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        lines.swapAt(dice.roll(lines.count), dice.roll(lines.count))
        bytes = Array(lines.joined(separator: [0x0A]))
    }

    private static func lineStart(_ bytes: [UInt8], _ place: Int) -> Int {
        bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    }

    private static func indent(_ bytes: inout [UInt8], _ place: Int, by columns: Int) {
        let start = lineStart(bytes, place)
        if columns > 0 { bytes.insert(contentsOf: [UInt8](repeating: 0x20, count: columns), at: start) }
        for _ in 0..<max(0, -columns) where start < bytes.count && bytes[start] == 0x20 { bytes.remove(at: start) }
    }

    /// What stands behind a colon becomes something else.
    private static func replaceValue(_ bytes: inout [UInt8], _ place: Int, _ dice: inout Dice) {
        guard let colon = bytes[place...].firstIndex(of: 0x3A) else { return }
        let end = bytes[colon...].firstIndex(of: 0x0A) ?? bytes.count
        bytes.replaceSubrange(colon + 1..<end, with: [0x20] + words[dice.roll(words.count)])
    }

    /// What this thread has used: on a busy machine a process of low priority may stand still for minutes.
    private static func processorTime() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Duration(
            secondsComponent: Int64(time.tv_sec), attosecondsComponent: Int64(time.tv_nsec) * 1_000_000_000)
    }

    private func read(_ files: SettingsCopy) -> SettingsResult {
        SettingsReader.read(
            root: files.root, files: files, zone: { $0 == "Europe/London" ? BaseHome.london : nil },
            zoneNames: { ["Europe/Brussels", "Europe/Lisbon", "Europe/London"] })
    }

    /// Read, judged and rendered, within its limits.
    private func check(_ files: SettingsCopy, _ number: Int) -> SettingsResult {
        let result = read(files)
        let isRefused = result.settings == nil
        #expect(isRefused == !result.errors.isEmpty, "mutation \(number)")
        #expect(result.problems.count <= 201, "mutation \(number)")
        for problem in result.problems {
            let text = problem.render()
            let isSound = text.contains("[\(problem.code.rawValue)]") && text.utf8.count < 70_000
            let isHarmless = !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }
            if !isSound || !isHarmless { Issue.record("mutation \(number): \(text.prefix(500))") }
        }
        return result
    }

    @Test(.ownThread, arguments: ["flat", "house"]) func `spoilt examples are read or refused`(_ name: String) throws {
        let good = try Self.home(name)
        #expect(BaseHome.report(read(good)) == "", "the example itself is good")
        let names = good.files.keys.sorted()
        var dice = Dice(state: 20_261_126)
        var refused = 0
        var slowest = Duration.zero
        var spoilt = 0
        var readings = 0
        while spoilt < Self.count / 2 {
            var files = good
            for _ in 0...dice.roll(4) {
                let file = names[dice.roll(names.count)]
                var content = good.files[file] ?? FileContent(bytes: [])
                Self.spoil(&content.bytes, &dice)
                files.files[file] = content
                spoilt += 1
            }
            let before = Self.processorTime()
            let isRefused = check(files, readings).settings == nil
            let took = Self.processorTime() - before
            readings += 1
            if isRefused { refused += 1 }
            slowest = max(slowest, took)
            if readings.isMultiple(of: 5_000) { print("\(spoilt) spoilt files of \(name), the slowest \(slowest)") }
        }
        #expect(refused > readings / 3 && refused < readings)
        // A debug build; one reading of the whole takes some milliseconds.
        #expect(slowest < .seconds(10))
        print("\(spoilt) spoilt files of \(name) in \(readings) readings: \(refused) refused, slowest \(slowest)")
    }

    @Test func `random bytes are refused`() {
        var dice = Dice(state: 4)
        for number in 0..<Self.count / 2 {
            let alphabet = dice.roll(3)
            let bytes = (0..<dice.roll(2_000)).flatMap { _ -> [UInt8] in
                switch alphabet {
                case 0: [UInt8(dice.roll(256))]
                case 1: Self.signs[dice.roll(Self.signs.count)]
                default: dice.roll(4) == 0 ? Self.signs[dice.roll(Self.signs.count)] : [UInt8(0x61 + dice.roll(26))]
                }
            }
            let files = SettingsCopy(root: "home.yaml", files: ["home.yaml": FileContent(bytes: bytes)])
            let result = check(files, number)
            #expect(result.settings == nil, "chance does not write a home")
        }
    }

    /// Only where this suite runs alone does the process's peak say something about the reader.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["PULLCORD_MUTATIONS"] != nil))
    func `the process stayed small`() throws {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
        let kilobytes = try #require(Int(line.filter(\.isNumber)))
        print("peak memory of the whole process: \(kilobytes) kB")
        #expect(kilobytes * 1_024 < Self.memoryLimit)
    }
}
