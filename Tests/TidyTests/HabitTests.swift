import Foundation
import Testing

/// Habits that a reviewer should not have to look for.
struct HabitTests {
    /// Words that must not stand in code, each with why.
    private static let banned: [(word: String, why: String)] = [
        ("asyncAfter(wallDeadline", "fires early or never at a clock step"),
        ("DispatchSemaphore", "waits by the wall clock, and blocks Swift's pool"),
        ("NSCondition", "waits by the wall clock"),
        ("Timer(timeInterval", "fires at once on Linux"),
        ("URLSession", "AsyncHTTPClient is the HTTP client of this house"),
        ("try!", "a failure of the world is not a crash"),
        ("fatalError(", "use precondition with a sentence for a bug of ours"),
        ("mosquitto_loop_start", "its thread can end silently"),
        ("mosquitto_tls_insecure_set", "certificates are always verified"),
        ("TO" + "DO", "finish it or say in docs what is not done"),
        ("FIX" + "ME", "finish it or say in docs what is not done"),
    ]

    @Test func `nothing banned stands in the sources`() {
        var found: [String] = []
        for file in SourceTree.sources {
            for (number, line) in SourceTree.code(file) {
                for (word, why) in Self.banned where line.contains(word) {
                    found.append("\(file.path):\(number) has \(word): \(why)")
                }
            }
        }
        #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
    }

    @Test func `the core asks no clock and no chance and no order of a dictionary`() {
        var found: [String] = []
        for file in SourceTree.sources where ["GatewayCore", "Simulation"].contains(file.target) {
            for (number, line) in SourceTree.code(file) {
                let words = ["Clock.now", ".now()", "SystemRandomNumberGenerator", ".random(in:", ".shuffled()", ".keys", ".values {"]
                for word in words where line.contains(word) && !line.contains("using:") {
                    found.append("\(file.path):\(number) has \(word)")
                }
            }
        }
        #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
    }

    @Test func `folders and files are named by the domain`() {
        let banned = ["Utils", "Util", "Helpers", "Helper", "Managers", "Manager", "Common", "Misc"]
        for file in SourceTree.sources + SourceTree.tests {
            for part in file.path.split(separator: "/") {
                let name = part.replacingOccurrences(of: ".swift", with: "")
                #expect(!banned.contains { name == $0 || name.hasSuffix($0) && name != "Common" && $0 != "Common" }, "\(file.path)")
            }
        }
    }

    @Test func `no type takes a name that Foundation or Dispatch has`() {
        for file in SourceTree.sources {
            for (number, line) in SourceTree.code(file) {
                for name in ["Dispatch", "Notification", "Operation", "Process", "Data"] {
                    for keyword in ["struct", "class", "enum", "actor", "protocol"] {
                        let isTaken = line.hasSuffix("\(keyword) \(name) {") || line.contains("\(keyword) \(name):")
                        #expect(!isTaken, "\(file.path):\(number) names a type \(name)")
                    }
                }
            }
        }
    }

    @Test func `the top level holds only what was agreed`() throws {
        let agreed: Set<String> = [
            "Package.swift", "Sources", "Tests", "systemd", "devices", "README.md", "Makefile", "docs", "Benchmarks",
            "LICENSE", "SECURITY.md", "CONTRIBUTING.md", "Package.resolved",
        ]
        let names = try FileManager.default.contentsOfDirectory(atPath: SourceTree.root.path)
        let others = names.filter { !$0.hasPrefix(".") && !agreed.contains($0) }
        #expect(others.isEmpty)
    }
}
