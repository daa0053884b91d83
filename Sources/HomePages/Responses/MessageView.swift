/// What a page with one sentence shows.
struct MessageView: Sendable {
    var title: String
    var sentence: String
    /// Pages that need no script.
    var script = false
}
