/// What went wrong in a demonstration home, in a sentence.
package struct HomeFailure: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}
