import Foundation

@testable import GatewaySettings

/// An independent JSON Schema validator: python3-jsonschema, in `PULLCORD_VENV`, or the Python of the machine.
enum SchemaPeer {
    private static let folder = #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }

    /// The Python that has it; nil where none has.
    static let python: String? = {
        let environment = ProcessInfo.processInfo.environment
        let own = environment["PULLCORD_VENV"].map { [$0 + "/bin"] } ?? []
        let folders = own + (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        return folders.map { $0 + "/python3" }.first { path in
            FileManager.default.isExecutableFile(atPath: path)
                && (try? run(path, ["-c", "from jsonschema import Draft202012Validator"], input: "")) != nil
        }
    }()

    /// What is wrong with each document.
    static func problems(in documents: [Value], schema: String) throws -> [[String]] {
        let input = "{\"schema\": \(schema), \"documents\": [\(documents.map(json).joined(separator: ", "))]}"
        let output = try run(python ?? "", [folder + "/Peers/check_schema.py"], input: input)
        return try JSONDecoder().decode([[String]].self, from: output)
    }

    private struct Failure: Error {
        var status: Int32
    }

    private static func run(_ program: String, _ arguments: [String], input: String) throws -> Data {
        // Through a file: a pipe would fill while nobody reads the other.
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try Data(input.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: file)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let found = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
        return found
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
