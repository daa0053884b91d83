import Foundation
import GatewayCore
import GatewaySettings
import GatewayTesting
import Testing

struct ProblemCatalogTests {
    private static let entries = ProblemCatalog.entries
    private static let homes = entries.filter(\.isHome).map(\.code)

    private func entry(_ code: ProblemCode) throws -> ProblemEntry {
        try #require(Self.entries.first { $0.code == code })
    }

    @Test func `every code is described once`() {
        #expect(Self.entries.map(\.code.rawValue) == ProblemCode.allCases.map(\.rawValue).sorted())
        for entry in Self.entries {
            #expect(!entry.title.isEmpty && entry.explanation.hasSuffix("."), "\(entry.code)")
            #expect(!entry.wrong.isEmpty && !entry.right.isEmpty && entry.wrong != entry.right, "\(entry.code)")
        }
    }

    @Test func `codes are PC and four digits, grouped by hundreds`() {
        for code in ProblemCode.allCases {
            let digits = code.rawValue.dropFirst(2)
            #expect(code.rawValue.hasPrefix("PC") && digits.count == 4, "\(code)")
            #expect(digits.utf8.allSatisfy { (0x30...0x39).contains($0) } && digits < "0900", "\(code)")
        }
    }

    /// The rest shows what cannot be seen in a few lines: sizes, rights of files, bytes that are no text.
    @Test func `nearly all examples are parts of a home`() {
        let others = Self.entries.filter { !$0.isHome }.map(\.code)
        #expect(
            others == [.more, .fileUnreadable, .fileTooLarge, .tooManyFiles, .notUTF8, .secretReadableByAll])
    }

    @Test(.ownThread, arguments: homes) func `a wrong example yields its code`(_ code: ProblemCode) throws {
        let result = CatalogHome(try entry(code).wrong).read()
        #expect(result.problems.contains { $0.code == code }, "\(BaseHome.report(result))")
    }

    @Test(.ownThread, arguments: homes) func `a right example yields nothing at all`(_ code: ProblemCode) throws {
        let result = CatalogHome(try entry(code).right).read()
        #expect(BaseHome.report(result) == "")
    }

    @Test func `a code is explained in words and an example`() throws {
        let text = try #require(ProblemCatalog.text(for: "pc0301"))
        #expect(
            text == """
                PC0301: An unknown key

                A key is not known at this place: misspelt, indented under the wrong thing, or
                from another product. It is an error, because a misspelt key would be a setting
                that silently does nothing.

                Wrong:

                    devices:
                      smoke:
                        profle: smoke

                Right:

                    devices:
                      smoke:
                        profile: smoke
                """)
        #expect(ProblemCatalog.text(for: "PC9999") == nil)
        #expect(ProblemCatalog.text(for: "") == nil)
        #expect(ProblemCatalog.list.split(separator: "\n").count == ProblemCode.allCases.count)
    }

    /// `PULLCORD_WRITE_DOCS=1 swift test --filter ProblemCatalogTests` writes the page.
    @Test func `the page of diagnostics is what the catalog says`() throws {
        let path = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/docs/DIAGNOSTICS.md"
        if ProcessInfo.processInfo.environment["PULLCORD_WRITE_DOCS"] == "1" {
            try ProblemCatalog.document.write(toFile: path, atomically: true, encoding: .utf8)
        }
        let page = String(decoding: try DiskFiles().read(path, atMost: 1_000_000).bytes, as: UTF8.self)
        #expect(page == ProblemCatalog.document, "PULLCORD_WRITE_DOCS=1 swift test --filter ProblemCatalogTests")
    }

    @Test func `every code that the wrong files of the tests meet is explained`() {
        for mistake in DiagnosticCase.all {
            for part in mistake.report.split(separator: "[PC").dropFirst() {
                let code = "PC" + part.prefix { $0 != "]" }
                #expect(ProblemCatalog.text(for: code) != nil, "\(mistake.name): \(code)")
            }
        }
    }
}
