/// What stands in a settings file, before anybody knows what it means.
///
/// No type is guessed from the look of a text: `1883`, `true` and `0123` are words until the setting that
/// wants a number, a flag or an account reads them.
struct Value: Sendable {
    enum Tag: Sendable {
        case none
        /// `!secret name`
        case secret
        /// `!file path`
        case file
    }

    struct Pair: Sendable {
        var key: String
        var keyPlace: Place
        var value: Value
    }

    enum Content: Sendable {
        /// `isPlain` without quotes.
        case scalar(String, isPlain: Bool, tag: Tag)
        case list([Value])
        case map([Pair])
    }

    var place: Place
    var content: Content

    /// For sentences: "a list".
    var form: String {
        switch content {
        case .scalar("", isPlain: true, _): "nothing"
        case .scalar: "a single value"
        case .list: "a list"
        case .map: "a map of `key: value`"
        }
    }
}
