import GatewayCore
import Testing

@testable import GatewaySettings

/// The documentation of rules cannot drift from what the reader takes.
struct RulePageTests {
    private static let folder =
        #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/docs/rules/"
    private static let kinds = RuleRegistry.kinds.map { $0.kind.name }
    /// What every rule can have, as the overview lists it.
    private static let modifiers = [
        "title", "priority", "escalation", "pre_alert", "remind_every", "cancel_by_second_press", "window", "modes",
        "resident", "rooms", "clears_after", "after_gap", "muted_by", "shadow",
    ]

    private func page(_ name: String) throws -> RulePage {
        let bytes = try DiskFiles().read(Self.folder + name + ".md", atMost: 100_000).bytes
        let kind = try #require(RuleRegistry.kind(named: name))
        return RulePage(kind: kind, text: String(decoding: bytes, as: UTF8.self))
    }

    @Test(arguments: kinds) func `a kind's page begins with its name and its meaning`(_ kind: String) throws {
        let page = try page(kind)
        // However the lines are broken.
        let words = page.text.replacing("\n", with: " ")
        #expect(words.hasPrefix("# `\(kind)`  \(page.kind.summary) "))
        for part in ["## What it means for the person", "## How it behaves", "## Limits"] {
            #expect(page.text.contains("\n\(part)\n"), "\(part)")
        }
    }

    @Test(arguments: kinds) func `a kind's example passes the check without a remark`(_ kind: String) throws {
        let home = try #require(try page(kind).home(), "the example is a map of rules and nothing else")
        let result = SettingsReader.read(root: BaseHome.root, files: home, zone: { _ in BaseHome.london })
        #expect(BaseHome.report(result) == "")
        let rules = result.settings?.plan.rules ?? []
        #expect(rules.contains { type(of: $0).kind.name == kind })
    }

    @Test(arguments: kinds) func `a kind's table names exactly its settings, and what it changes of others`(
        _ kind: String
    ) throws {
        let page = try page(kind)
        let own = page.kind.fields.map(\.name)
        #expect(page.settings.filter { own.contains($0) }.sorted() == own.sorted())
        #expect(page.settings.filter { !own.contains($0) && !Self.modifiers.contains($0) } == [])
    }

    @Test(arguments: kinds) func `what is left out is what its declaration says`(_ kind: String) throws {
        let page = try page(kind)
        let home = try #require(page.home())
        let example = try #require(page.example)
        let given = try rule(kind, in: home)
        for field in page.kind.fields where !example.contains("\n    \(field.name):") {
            guard let usual = field.usual, RuleShape.setting(of: field).note.isSpelt else { continue }
            let written = "    kind: \(kind)\n    \(field.name): \(usual)\n"
            let text = BaseHome.text(of: home).replacing("    kind: \(kind)\n", with: written, maxReplacements: 1)
            var files = home
            files.files[BaseHome.root] = FileContent(bytes: Array(text.utf8))
            // A setting that means something only beside others has nothing to say here.
            if refuses(files) { continue }
            #expect(try rule(kind, in: files) == given, "\(field.name)")
        }
    }

    private func refuses(_ home: SettingsCopy) -> Bool {
        let result = SettingsReader.read(root: BaseHome.root, files: home, zone: { _ in BaseHome.london })
        return result.errors.contains { $0.code == .settingsInConflict }
    }

    /// All that a rule of the example knows, save the fingerprint of how it is written.
    private func rule(_ kind: String, in home: SettingsCopy) throws -> String {
        let result = SettingsReader.read(root: BaseHome.root, files: home, zone: { _ in BaseHome.london })
        #expect(BaseHome.report(result) == "")
        let rule = try #require(result.settings?.plan.rules.first { type(of: $0).kind.name == kind })
        return String(reflecting: rule).replacing(rule.common.fingerprint, with: "")
    }

    @Test func `the overview leads to every page, and lists what every rule can have`() throws {
        let text = String(decoding: try DiskFiles().read(Self.folder + "README.md", atMost: 100_000).bytes, as: UTF8.self)
        for kind in Self.kinds { #expect(text.contains("[\(kind)](\(kind).md)"), "\(kind)") }
        #expect(text.ranges(of: ".md)").count == Self.kinds.count, "Each once, and nothing that is not there.")
        for modifier in Self.modifiers { #expect(text.contains("| `\(modifier)` |"), "\(modifier)") }
        #expect(Set(HomeMode.allCases.map(\.rawValue)).allSatisfy { text.contains("`\($0)`") })
    }

    @Test func `there is no page of a kind that does not exist`() {
        let pages = DiskFiles().names(inFolder: Self.folder).filter { $0 != "README.md" }
        #expect(Set(pages) == Set(Self.kinds.map { $0 + ".md" }))
    }
}
