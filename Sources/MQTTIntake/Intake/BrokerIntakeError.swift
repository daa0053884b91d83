/// Why a broker's settings cannot be used.
package struct BrokerIntakeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One sentence for an installer, without a topic's text: it may contain a name.
    package var description: String

    init(_ description: String) {
        self.description = description
    }
}
