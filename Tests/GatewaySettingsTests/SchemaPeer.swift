import Foundation
import GatewayTesting

@testable import GatewaySettings

/// An independent JSON Schema validator: python3-jsonschema, in `PULLCORD_VENV`, or the Python of the machine.
enum SchemaPeer {
    private static let folder = #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }

    /// The Python that has it; nil where none has.
    static var python: String? { get async { await search.value } }

    /// Once for all tests: it takes a second.
    private static let search = Task { () -> String? in
        let environment = ProcessInfo.processInfo.environment
        let own = environment["PULLCORD_VENV"].map { [$0 + "/bin"] } ?? []
        let folders = own + (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        for path in folders.map({ $0 + "/python3" }) where FileManager.default.isExecutableFile(atPath: path) {
            let answer = try? await TestCommand.run(path, ["-c", "from jsonschema import Draft202012Validator"])
            if answer != nil { return path }
        }
        return nil
    }

    /// What is wrong with each document.
    static func problems(in documents: [Value], schema: String) async throws -> [[String]] {
        let input = "{\"schema\": \(schema), \"documents\": [\(documents.map(json).joined(separator: ", "))]}"
        let output = try await TestCommand.run(
            await python ?? "", [folder + "/Peers/check_schema.py"], input: input)
        return try JSONDecoder().decode([[String]].self, from: Data(output.utf8))
    }

    // MARK: - YAML as an editor understands it

    /// YAML 1.2, section 10.3.2: what a plain scalar is by the core schema.
    static func json(_ value: Value) -> String {
        switch value.content {
        case .list(let items): return "[" + items.map(json).joined(separator: ", ") + "]"
        case .map(let pairs):
            return "{" + pairs.map { quoted($0.key) + ": " + json($0.value) }.joined(separator: ", ") + "}"
        case .scalar(let text, let isPlain, let tag):
            guard isPlain, tag == .none else { return quoted(text) }
            if ["", "~", "null"].contains(text) { return "null" }
            if ["true", "false"].contains(text) { return text }
            if text.hasPrefix("0x"), let number = Int(text.dropFirst(2), radix: 16) { return "\(number)" }
            if let number = Int(text) { return "\(number)" }
            let isNumber = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2e || $0 == 0x2d }
            if isNumber, let number = Double(text) { return "\(number)" }
            return quoted(text)
        }
    }

    static func quoted(_ text: String) -> String {
        guard let bytes = try? JSONEncoder().encode(text) else { return "\"\"" }
        return String(decoding: bytes, as: UTF8.self)
    }
}
