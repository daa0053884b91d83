/// What a page says of the form that was just sent.
struct FormResultView: Sendable {
    var words: String
    var failed: Bool
}
