import DemoHome
import Foundation
import GatewayTesting

/// A folder of a test, and the built command in it.
struct BuiltCommand: Sendable {
    let folder: String

    func path(_ name: String) -> String { folder + "/" + name }

    func write(_ text: String, to name: String) throws {
        try text.write(toFile: path(name), atomically: true, encoding: .utf8)
    }

    func text(of name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

    func names(in inner: String = ".") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path(inner)).sorted()
    }

    /// Runs it to its end.
    ///
    /// - Parameters:
    ///   - program: another program, which may run the command.
    ///   - input: a file or terminal it reads.
    func run(
        _ arguments: [String], program: String? = nil, input: String = "/dev/null"
    ) async throws -> (code: Int32, output: String) {
        let output = path("output-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(atPath: output) }
        let child = try TestChild(try program ?? ProjectFolder.pullcord(), arguments, input: input, output: output)
        let code = await child.end()
        return (code, (try? String(contentsOfFile: output, encoding: .utf8)) ?? "")
    }
}

/// Makes a folder for the length of the body.
@discardableResult
func withBuiltCommand<Result>(_ body: (BuiltCommand) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("command-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(BuiltCommand(folder: folder.path))
}
