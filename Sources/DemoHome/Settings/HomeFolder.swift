internal import Foundation
internal import Glibc

/// The one temporary folder in which everything of a demonstration home lies.
package struct HomeFolder: Sendable {
    package let path: String

    /// Makes a folder that nobody else uses or reads.
    init() throws(HomeFailure) {
        let usual = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        let base = usual.utf8.count <= DemoLimits.folderPathBytes ? usual : "/tmp"
        var template = Array("\(base)/pullcord-XXXXXX".utf8CString)
        let made = template.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress, mkdtemp(start) != nil else { return false }
            return true
        }
        guard made else { throw HomeFailure("No folder can be made in \(base).") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    package func file(_ name: String) -> String { "\(path)/\(name)" }

    package func write(_ text: String, to name: String, permissions: Int = 0o600) throws {
        let folder = URL(fileURLWithPath: file(name)).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try text.write(toFile: file(name), atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: file(name))
    }

    package func text(of name: String) throws -> String {
        try String(contentsOfFile: file(name), encoding: .utf8)
    }

    /// Removes it with all that is in it, unless `PULLCORD_KEEP` is set.
    func remove() {
        guard ProcessInfo.processInfo.environment["PULLCORD_KEEP"] == nil else { return }
        try? FileManager.default.removeItem(atPath: path)
    }
}
