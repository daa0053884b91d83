/// Why a message is not what its convention allows.
package struct StatementRefusal: Error, Hashable, Sendable {
    /// One sentence.
    package var sentence: String

    init(_ sentence: String) {
        self.sentence = sentence
    }
}
