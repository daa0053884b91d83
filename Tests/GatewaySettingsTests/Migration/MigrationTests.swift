import Foundation
import GatewayCore
import GatewaySettings
import GatewayTesting
import Glibc
import Testing

struct MigrationTests {
    private func migrated(_ outcome: MigrationOutcome) throws -> MigratedSettings {
        guard case .migrated(let settings) = outcome else {
            throw Unexpected(outcome: "\(outcome)")
        }
        return settings
    }

    private struct Unexpected: Error {
        var outcome: String
    }

    private func text(_ name: String, of settings: MigratedSettings) -> String? {
        settings.files.first { $0.path == name }?.text
    }

    @Test func `only what has changed is changed: comments, blanks and quotes stay`() throws {
        let settings = try migrated(OldHome.migrate())
        #expect(settings.from == 0)
        #expect(
            settings.files.map(\.path) == ["home.yaml", "parts/people.yaml", "parts/rules.yaml", "untouched.yaml"])
        #expect(
            text("home.yaml", of: settings)
                == OldHome.root.replacing("version:   0 ", with: "version:   1 ").replacing("timezone:", with: "zone:"))
        #expect(
            text("parts/people.yaml", of: settings)
                == OldHome.people.replacing("\"ways\"", with: "channels").replacing("steps:", with: "escalations:")
                .replacing("wait: 60 ", with: "wait: 60s ").replacing("wait: '120'", with: "wait: \"120s\""))
        #expect(
            text("parts/rules.yaml", of: settings) == OldHome.rules.replacing("hold: 120\n", with: "hold: 120m\n"))
        #expect(text("untouched.yaml", of: settings) == OldHome.untouched)
        #expect(settings.files.map(\.isChanged) == [true, true, true, false])
        #expect(settings.files.first?.newPath == "home.yaml.migrated")
        #expect(settings.remarks == [])
    }

    @Test func `what comes out passes the check, and what went in does not`() throws {
        #expect(BaseHome.read(OldHome.files()).settings == nil)
        let settings = try migrated(OldHome.migrate())
        let result = SettingsReader.read(
            root: BaseHome.root, files: settings.overlaid(over: OldHome.files()), kinds: BaseHome.kinds,
            zone: { _ in BaseHome.london }, zoneNames: { [] })
        #expect(result.errors.map { $0.render() } == [])
        let plan = try #require(result.settings).plan
        #expect(plan.escalations.first?.rungs.map(\.wait) == [.seconds(60), .seconds(120)])
        #expect(plan.contacts.first?.channels == [ChannelID("desk")])
    }

    @Test func `new files are written beside the old ones, for the same eyes, and over none`() throws {
        let folder = NSTemporaryDirectory() + "pullcord-old-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: folder + "/parts", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (path, content) in OldHome.files().files {
            try FileManager.default.createDirectory(atPath: folder + "/devices", withIntermediateDirectories: true)
            try Data(content.bytes).write(to: URL(fileURLWithPath: folder + "/" + path))
        }
        #expect(chmod(folder + "/parts/people.yaml", 0o600) == 0)
        let before = try FileManager.default.subpathsOfDirectory(atPath: folder)
        let settings = try migrated(Migrator([OldHome.migration], current: 1).migrate(folder + "/home.yaml"))
        try settings.write()
        let new = ["home.yaml.migrated", "parts/people.yaml.migrated", "parts/rules.yaml.migrated"]
        #expect(try Set(FileManager.default.subpathsOfDirectory(atPath: folder)) == Set(before + new))
        #expect(try String(contentsOfFile: folder + "/home.yaml", encoding: .utf8) == OldHome.root)
        #expect(
            try String(contentsOfFile: folder + "/home.yaml.migrated", encoding: .utf8)
                == text(folder + "/home.yaml", of: settings))
        var status = stat()
        #expect(stat(folder + "/parts/people.yaml.migrated", &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)

        // Somebody has begun to look at one of them.
        #expect(unlink(folder + "/home.yaml.migrated") == 0)
        #expect(throws: NewFileTrouble.exists(new.dropFirst().map { folder + "/" + $0 })) { try settings.write() }
        #expect(access(folder + "/home.yaml.migrated", F_OK) != 0)
    }

    @Test func `steps follow one another until the version is current`() throws {
        let next = Migration(
            from: 1,
            edits: [
                Migration.Edit(["home", "zone"], .rename("clock")),
                Migration.Edit(["escalations", "*", "rungs", "*", "wait"], .rewrite { "\($0) or so" }),
            ])
        let settings = try migrated(OldHome.migrate([:], [next, OldHome.migration], current: 2))
        #expect(text("home.yaml", of: settings)?.contains("version:   2 ") == true)
        #expect(text("home.yaml", of: settings)?.contains("clock:   Europe/London   # they moved") == true)
        #expect(text("parts/people.yaml", of: settings)?.contains("wait: 60s or so        # a minute") == true)
        // From the version between, only the second step is needed.
        let later = try migrated(
            OldHome.migrate(
                ["home.yaml": OldHome.root.replacing("version:   0", with: "version: 1")], [next, OldHome.migration],
                current: 2))
        #expect(text("parts/rules.yaml", of: later) == OldHome.rules)
    }

    @Test func `what only a person can decide stays as it is and is told with its line`() throws {
        let rules = OldHome.rules.replacing("hold: 120\n", with: "hold: half a day\n    loudness: 11\n")
        let settings = try migrated(OldHome.migrate(["parts/rules.yaml": rules]))
        #expect(text("parts/rules.yaml", of: settings) == rules)
        #expect(
            settings.remarks.map { "\($0.file):\($0.line): \($0.sentence)" } == [
                "parts/rules.yaml:9: this is to be written otherwise, and only a person can say how.",
                "parts/rules.yaml:10: `loudness` is no more: say the same with `priority`.",
            ])
    }

    @Test(arguments: ["[1, 2]", "!secret wait", "|\n      60", "60\n      61", "\"6\\\n      0\""])
    func `a value that is no text on one line is left to a person`(value: String) throws {
        let rules = OldHome.rules.replacing("hold: 120\n", with: "hold: \(value)\n")
        let settings = try migrated(OldHome.migrate(["parts/rules.yaml": rules]))
        #expect(text("parts/rules.yaml", of: settings) == rules)
        #expect(settings.remarks.map(\.line) == [9])
    }

    @Test func `a new key that is there already is refused, not written twice`() {
        let root = OldHome.root.replacing("  name: 12", with: "  zone: Europe/Paris\n  name: 12")
        guard case .refused(let sentence) = OldHome.migrate(["home.yaml": root]) else {
            Issue.record("It was not refused.")
            return
        }
        #expect(sentence.hasPrefix("home.yaml is written in a way that cannot be changed without a person"))
    }

    @Test(arguments: [
        (
            "version: 7",
            "home.yaml is of version 7 of the settings language, and this gateway knows 1: it was written for a newer Pullcord. Install that."
        ),
        ("version: soon", "`soon` in home.yaml is no version of the settings language."),
        ("version: -1", "`-1` in home.yaml is no version of the settings language."),
        (
            "versoin: 0",
            "home.yaml has no `version`, so nobody can tell what it is to be migrated from. It begins with `version: 1` if it is of today."
        ),
    ])
    func `a version that is none, or of a gateway to come, is refused in a sentence`(line: String, sentence: String) {
        let root = OldHome.root.replacing("version:   0", with: line)
        guard case .refused(let said) = OldHome.migrate(["home.yaml": root]) else {
            Issue.record("It was not refused.")
            return
        }
        #expect(said == sentence)
    }

    @Test func `a version that no step leads away from is refused, and files of two versions are`() {
        guard case .refused(let way) = OldHome.migrate([:], []) else {
            Issue.record("It was not refused.")
            return
        }
        #expect(way.hasSuffix("this gateway knows no way from 0 to 1."))
        guard case .refused(let mixed) = OldHome.migrate(["untouched.yaml": "version: 1\n"]) else {
            Issue.record("It was not refused.")
            return
        }
        #expect(mixed.hasPrefix("untouched.yaml is of version 1 and home.yaml of version 0"))
    }

    @Test func `settings of today need nothing, and today no step is needed`() {
        guard case .current = Migrator().migrate(BaseHome.root, files: BaseHome.copy(BaseHome.text)) else {
            Issue.record("The base home is not current.")
            return
        }
        #expect(Migration.shipped.map(\.from) == Array(1..<SettingsVersion.current))
    }

    @Test func `files that cannot be read are shown with their place`() {
        guard case .unreadable(let problems) = OldHome.migrate(["parts/rules.yaml": "rules: [\n"]) else {
            Issue.record("It was read.")
            return
        }
        #expect(problems.first?.file == "parts/rules.yaml")
        guard case .unreadable(let missing) = Migrator().migrate("nowhere.yaml", files: OldHome.files()) else {
            Issue.record("It was read.")
            return
        }
        #expect(missing.map(\.message) == ["`nowhere.yaml` does not exist"])
    }

    @Test(.ownThread) func `300 spoilt homes are migrated or refused, and none says afterwards what it should not`() throws {
        let signs = Array("{}[]:,-?!&*#|>'\"%@`\t\n 0~=é".unicodeScalars)
        let good = Array(OldHome.people.unicodeScalars)
        var dice = Dice(seed: 20_261_126)
        var count = 0
        for _ in 0..<300 {
            var scalars = good
            for _ in 0...dice.roll(3) {
                let place = dice.roll(scalars.count)
                if dice.roll(2) == 0 { scalars.remove(at: place) }
                scalars.insert(signs[dice.roll(signs.count)], at: min(place, scalars.count))
            }
            let people = String(String.UnicodeScalarView(scalars))
            guard case .migrated(let settings) = OldHome.migrate(["parts/people.yaml": people]) else { continue }
            count += 1
            // Each line that was not named is as it was.
            let old = people.split(separator: "\n", omittingEmptySubsequences: false)
            let new = try #require(text("parts/people.yaml", of: settings))
                .split(separator: "\n", omittingEmptySubsequences: false)
            #expect(old.count == new.count)
            for (before, after) in zip(old, new) where before != after {
                #expect(["ways", "steps", "wait"].contains { before.contains($0) }, "\(before) became \(after)")
            }
        }
        #expect(count > 30)
    }
}
