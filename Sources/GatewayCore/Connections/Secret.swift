/// A value that must never be printed, logged or shown.
package struct Secret: Hashable, Codable, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The value itself. Every use is a place to look at in review.
    package var exposed: String

    package init(_ value: String) {
        exposed = value
    }

    package var description: String { "(secret)" }
    package var debugDescription: String { "(secret)" }
}
