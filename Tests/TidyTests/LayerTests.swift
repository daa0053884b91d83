import Testing

/// The arrows of the house, as docs/ARCHITECTURE.md has them. SwiftPM checks that an import is declared;
/// this checks that what is declared is allowed.
struct LayerTests {
    /// What each target may import.
    private static let allowed: [String: Set<String>] = [
        "GatewayCore": [],
        "DeviceProtocols": ["GatewayCore", "FoundationEssentials"],
        "AlarmProtocols": ["GatewayCore", "FoundationEssentials", "Crypto", "CryptoExtras"],
        "Simulation": ["GatewayCore", "DeviceProtocols", "AlarmProtocols"],
        "GatewaySettings": ["GatewayCore", "DeviceProtocols", "Yams", "Foundation", "Glibc"],
        "LedgerStore": ["GatewayCore", "GRDB", "GRDBSQLite", "Crypto", "Foundation", "FoundationEssentials", "Glibc", "Synchronization"],
        "LinuxSupport": ["CLinux", "GatewayCore", "Logging", "Glibc", "Synchronization"],
        "MQTTIntake": ["CMosquitto", "GatewayCore", "LinuxSupport", "Logging", "Glibc", "Synchronization"],
        "SerialIntake": ["CUdev", "GatewayCore", "LinuxSupport", "Logging", "Glibc", "Synchronization"],
        "AlertDelivery": [
            "AlarmProtocols", "GatewayCore", "AsyncHTTPClient", "Crypto", "Logging", "NIOCore", "NIOPosix",
            "NIOSSL", "NIOHTTP1", "FoundationEssentials", "Synchronization",
        ],
        "HomePages": [
            "AlarmProtocols", "AsyncHTTPClient", "GatewayCore", "HTTPTypes", "Hummingbird", "HummingbirdCore",
            "Logging", "Mustache", "NIOCore", "NIOHTTP1", "NIOPosix", "ServiceLifecycle",
            "FoundationEssentials", "Foundation", "Synchronization",
        ],
        // For the demonstration and the tests of the built binary; nothing that is shipped imports it.
        "DemoHome": [
            "AsyncHTTPClient", "GatewayCore", "GatewayDaemon", "LinuxSupport", "NIOCore", "NIOFoundationCompat",
            "NIOHTTP1", "Foundation", "Glibc", "Synchronization",
        ],
        "PullcordDemo": [
            "ArgumentParser", "DemoHome", "GatewayCore", "LinuxSupport", "UnixSignals", "Glibc", "Synchronization",
        ],
    ]

    @Test func `no target imports what its layer may not`() {
        var wrong: [String] = []
        for file in SourceTree.sources {
            guard let allowed = Self.allowed[file.target] else { continue }
            for (number, line) in SourceTree.code(file) {
                guard let module = Self.importedModule(line), !allowed.contains(module) else { continue }
                wrong.append("\(file.path):\(number) imports \(module)")
            }
        }
        #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
    }

    @Test func `the core imports nothing at all`() {
        let core = SourceTree.sources.filter { $0.target == "GatewayCore" }
        #expect(core.count > 50)
        for file in core {
            #expect(SourceTree.code(file).allSatisfy { Self.importedModule($0.text) == nil }, "\(file.path)")
        }
    }

    @Test func `an import is recognised with each access level`() {
        #expect(Self.importedModule("import NIOCore") == "NIOCore")
        #expect(Self.importedModule("package import GatewayCore") == "GatewayCore")
        #expect(Self.importedModule("@testable internal import GRDB") == "GRDB")
        #expect(Self.importedModule("import struct Foundation.URL") == "Foundation")
        #expect(Self.importedModule("let important = 1") == nil)
    }

    static func importedModule(_ line: String) -> String? {
        var words = line.split(separator: " ").map(String.init)
        while let first = words.first, first.hasPrefix("@") || ["public", "package", "internal", "private", "fileprivate"].contains(first) {
            words.removeFirst()
        }
        guard words.first == "import", words.count > 1 else { return nil }
        let name = ["struct", "class", "enum", "func", "protocol", "typealias", "let", "var"].contains(words[1]) && words.count > 2 ? words[2] : words[1]
        return String(name.prefix { $0 != "." })
    }
}
