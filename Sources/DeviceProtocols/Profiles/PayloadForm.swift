/// How the messages of a topic are written.
package enum PayloadForm: String, Codable, CaseIterable, Sendable {
    case json
    /// A word without quotes: `ON`, `open`, `21.5`.
    case text
    /// A plain decimal number, and nothing else.
    case number
    /// Bytes in hexadecimal digits, at most six, taken for one number, the first byte the highest.
    case hex
}
