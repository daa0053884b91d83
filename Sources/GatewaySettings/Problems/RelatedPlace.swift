/// A place that belongs to a problem elsewhere.
package struct RelatedPlace: Hashable, Codable, Sendable {
    package var file: String
    /// Counted from 1.
    package var line: Int
    /// Counted in Unicode scalars from 1.
    package var column: Int
    /// What is there, to be followed by "at" and the place: "already defined".
    package var words: String

    /// "already defined at devices.yaml:12:3".
    package var text: String { "\(words) at \(file):\(line):\(column)" }
}
