internal import Foundation

/// Runs a program to its end, for tests that need a real peer's tools.
package enum TestCommand {
    /// Runs a program and returns what it printed.
    ///
    /// - Parameter input: what it reads; nothing by default.
    /// - Throws: when it is not installed or did not end with 0.
    @discardableResult
    package static func run(_ program: String, _ arguments: [String], input: String = "") async throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("command-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (into, out) = (folder.appendingPathComponent("in"), folder.appendingPathComponent("out"))
        try Foundation.Data(input.utf8).write(to: into)
        let status = await (try TestChild(program, arguments, input: into.path, output: out.path)).end()
        let text = (try? String(contentsOf: out, encoding: .utf8)) ?? ""
        guard status == 0 else { throw TestChild.Failure(description: "\(program) ended with \(status): \(text)") }
        return text
    }
}
