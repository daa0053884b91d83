import GatewayCore
@testable import GatewaySettings
import Testing

/// The documentation of packs cannot drift from what they hold.
struct PackPageTests {
    private static let folder =
        #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/docs/packs/"

    private func page(_ name: String) throws -> String {
        String(decoding: try DiskFiles().read(Self.folder + name + ".md", atMost: 100_000).bytes, as: UTF8.self)
    }

    /// The cells of the table of rules, by the rule's name.
    private func rows(_ text: String) -> [String: String] {
        var rows: [String: String] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix("| `") {
            let name = line.dropFirst(3).prefix { $0 != "`" }
            rows[String(name)] = String(line)
        }
        return rows
    }

    @Test(arguments: RulePack.allCases) func `a pack's page names its rules, their kinds, what they raise and each limit`(
        _ pack: RulePack
    ) throws {
        let text = try page(pack.name)
        #expect(text.hasPrefix("# `\(pack.name)`\n"))
        for part in ["## What it means for the person", "## Limits"] { #expect(text.contains("\n\(part)\n")) }
        let rows = rows(text)
        let rules = pack.read().rules
        #expect(Set(rows.keys) == Set(rules.map(\.name)))
        for (name, settings) in rules {
            let row = try #require(rows[name])
            func value(_ key: String) -> String? { settings.first { $0.key == key }?.value.plainText }
            let kind = try #require(RuleRegistry.kind(named: value("kind") ?? ""))
            #expect(row.contains("[\(kind.name)](../rules/\(kind.name).md)"), "\(name)")
            let priority = value("priority") ?? kind.defaultPriority.rawValue
            #expect(row.hasSuffix("| \(priority) |"), "\(name) raises \(priority)")
            let unsaid = ["kind", "title", "priority", "devices", "doors", "signals", "capability", "place"]
            for pair in settings where !unsaid.contains(pair.key) {
                let words = "`\(pair.key): \(pair.value.plainText ?? "")`"
                #expect(text.contains(words), "\(name): \(words)")
            }
        }
    }

    @Test func `each pack has scenarios that see each of its rules raise, and its page leads there`() throws {
        let files = DiskFiles().names(inFolder: Self.folder + "home/scenarios")
        #expect(Set(files) == Set(RulePack.allCases.map { $0.name + ".scenario" }))
        for pack in RulePack.allCases {
            let file = "home/scenarios/\(pack.name).scenario"
            #expect(try page(pack.name).contains("Its scenarios: [\(file)](\(file)).\n"), "\(pack.name)")
            let text = String(decoding: try DiskFiles().read(Self.folder + file, atMost: 100_000).bytes, as: UTF8.self)
            for rule in pack.read().rules {
                #expect(text.contains("alert of rule \(rule.name) raised\n"), "\(rule.name)")
            }
            #expect(text.contains("nothing raised\n"), "\(pack.name)")
        }
    }

    @Test func `the overview leads to each page, and there is none of a pack that does not exist`() throws {
        let text = try page("README")
        for pack in RulePack.allCases { #expect(text.contains("[\(pack.name)](\(pack.name).md)"), "\(pack.name)") }
        let pages = DiskFiles().names(inFolder: Self.folder).filter { $0 != "README.md" }
        #expect(Set(pages) == Set(RulePack.allCases.map { $0.name + ".md" }))
    }
}
