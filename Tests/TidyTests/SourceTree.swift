import Foundation

/// The project's own files, as the tidy tests read them.
struct SourceTree {
    struct File: Sendable {
        /// From the project's root: "Sources/GatewayCore/Limits.swift".
        var path: String
        var lines: [String]

        var target: String {
            let parts = path.split(separator: "/")
            return parts.count > 1 ? String(parts[1]) : ""
        }
    }

    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let sources = files(under: "Sources")
    static let tests = files(under: "Tests")

    private static func files(under folder: String) -> [File] {
        let base = root.appendingPathComponent(folder)
        let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
            guard let text = try? String(contentsOf: base.appendingPathComponent(name), encoding: .utf8) else {
                return nil
            }
            return File(path: folder + "/" + name, lines: text.components(separatedBy: "\n"))
        }
    }

    /// The lines without those that are comments.
    static func code(_ file: File) -> [(number: Int, text: String)] {
        file.lines.enumerated().compactMap { index, line in
            let bare = line.trimmingCharacters(in: .whitespaces)
            return bare.hasPrefix("//") ? nil : (index + 1, bare)
        }
    }
}
