import Testing

@testable import GatewaySettings

struct FilePathTests {
    @Test(arguments: [
        ("home.yaml", "rules.yaml", "rules.yaml"),
        ("/etc/pullcord/home.yaml", "rules/a.yaml", "/etc/pullcord/rules/a.yaml"),
        ("a/home.yaml", "/x.yaml", "/x.yaml"), ("a/home.yaml", "./b.yaml", "a/b.yaml"),
        ("/home.yaml", "b.yaml", "/b.yaml"),
    ])
    func `a path is meant from the file in which it stands`(_ file: String, _ path: String, _ whole: String) {
        #expect(FilePath.join(FilePath.folder(of: file), path) == whole)
    }

    @Test(arguments: [
        ("a.yaml", "*.yaml", true), ("a.yml", "*.yaml", false), ("a.yaml", "?.yaml", true),
        ("ab.yaml", "?.yaml", false),
        ("aXbXc", "a*b*c", true), ("aXbX", "a*b*c", false), ("", "*", true), ("", "?", false),
    ])
    func `a pattern fits whole names`(_ name: String, _ pattern: String, _ fits: Bool) {
        #expect(FilePath.matches(name, pattern: pattern) == fits)
    }

    @Test func `a pattern of many stars is answered at once`() {
        let name = String(repeating: "a", count: 2_000)
        let pattern = String(repeating: "a*", count: 500) + "b"
        #expect(!FilePath.matches(name, pattern: pattern))
    }
}
