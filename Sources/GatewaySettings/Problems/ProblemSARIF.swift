internal import Foundation

/// Problems in the form that code-scanning services and editors read: SARIF 2.1.0 (OASIS, March 2020).
package struct ProblemSARIF: Encodable, Sendable {
    private let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    private let version = "2.1.0"
    private let runs: [Run]

    /// - Parameter toolVersion: of the gateway, such as "0.4.0".
    package init(_ problems: [Problem], toolVersion: String) {
        runs = [Run(problems, toolVersion)]
    }

    private enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version, runs
    }

    package var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(self) else { return "{}" }
        return String(decoding: bytes, as: UTF8.self)
    }

    private struct Run: Encodable {
        var tool: Tool
        /// Ours are counted in Unicode scalars.
        let columnKind = "unicodeCodePoints"
        var results: [Result]

        init(_ problems: [Problem], _ toolVersion: String) {
            let entries = ProblemCatalog.entries
            tool = Tool(driver: Driver(version: toolVersion, rules: entries.map(Rule.init)))
            results = problems.map { problem in
                Result(problem, index: entries.firstIndex { $0.code == problem.code })
            }
        }
    }

    private struct Tool: Encodable {
        var driver: Driver
    }

    private struct Driver: Encodable {
        let name = "pullcord"
        var version: String
        var rules: [Rule]
    }

    private struct Message: Encodable {
        var text: String
    }

    private struct Rule: Encodable {
        var id: String
        var name: String
        var shortDescription: Message
        var fullDescription: Message
        var help: Message

        init(_ entry: ProblemEntry) {
            id = entry.code.rawValue
            name = "\(entry.code)"
            shortDescription = Message(text: entry.title)
            fullDescription = Message(text: entry.explanation)
            help = Message(text: entry.text)
        }
    }

    private struct Result: Encodable {
        var ruleId: String
        var ruleIndex: Int?
        var level: String
        var message: Message
        var locations: [Location]
        var relatedLocations: [Location]?

        init(_ problem: Problem, index: Int?) {
            ruleId = problem.code.rawValue
            ruleIndex = index
            level = problem.severity == .error ? "error" : "warning"
            message = Message(text: problem.message + (problem.hint.map { " (\($0))" } ?? ""))
            locations = [Location(problem.file, problem.line, problem.column, length: problem.length)]
            guard !problem.related.isEmpty else { return }
            relatedLocations = problem.related.map {
                Location($0.file, $0.line, $0.column, length: nil, words: $0.words)
            }
        }
    }

    private struct Location: Encodable {
        var physicalLocation: PhysicalLocation
        var message: Message?

        init(_ file: String, _ line: Int, _ column: Int, length: Int?, words: String? = nil) {
            let artifact = Artifact(uri: ProblemSARIF.uri(file))
            // A region counts from 1; what is wrong with a whole file has none.
            let region =
                line > 0 ? Region(startLine: line, startColumn: column, endColumn: length.map { column + $0 }) : nil
            physicalLocation = PhysicalLocation(artifactLocation: artifact, region: region)
            message = words.map { Message(text: $0) }
        }
    }

    private struct PhysicalLocation: Encodable {
        var artifactLocation: Artifact
        var region: Region?
    }

    private struct Artifact: Encodable {
        var uri: String
    }

    private struct Region: Encodable {
        var startLine: Int
        var startColumn: Int
        /// One behind the last.
        var endColumn: Int?
    }

    /// RFC 3986: a relative reference, or a `file:` URI for an absolute path.
    private static func uri(_ path: String) -> String {
        let kept = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
        let digits = Array("0123456789ABCDEF")
        let text = path.utf8.map { byte in
            kept.contains(byte) ? String(UnicodeScalar(byte)) : "%\(digits[Int(byte) >> 4])\(digits[Int(byte) & 15])"
        }.joined()
        return path.hasPrefix("/") ? "file://" + text : text
    }
}
