internal import GatewayCore

/// What a setting may look like, with its bounds: data of which a schema and a page can be made.
indirect enum Form: Sendable {
    /// Text of at most so many characters.
    case text(limit: Int)
    /// A text that a regular expression describes; the words say the same to people.
    case pattern(String, words: String)
    /// A text that should stand elsewhere: `!secret name`, or in a file of its own.
    case secret
    /// The path of a file or folder, seen from the file in which it stands.
    case path
    /// Only `true` and `false`.
    case flag
    case integer(ClosedRange<Int>)
    case duration(ClosedRange<Duration>)
    /// A number with at most three digits behind the point.
    case quantity
    /// A quantity above zero.
    case difference
    /// "22:00-06:30", in the home's zone.
    case window
    /// "07:10", in the home's zone.
    case time
    /// One of these.
    case words([String])
    /// The name of a thing of another section: "device".
    case name(of: String)
    case either([Form])
    /// A list only.
    case list(Form, ClosedRange<Int>)
    /// One, or a list of them.
    case some(Form)
    /// A map with these settings.
    case table(ShapeNote)
    /// A map from names, which people choose unless `words` says which there are, to things of one kind.
    case named(String, Form, limit: Int, words: [String] = [])
    /// A map whose other settings follow from the word that stands under one of them. Made only for who wants to see
    /// all of them.
    case variants(by: String, @Sendable () -> Variants)

    /// A text as a value of this form; nil for words that are none.
    func spelling(of text: String) -> SchemaValue? {
        switch self {
        case .flag: text == "true" ? true : text == "false" ? false : nil
        case .integer(let range): Int(text).flatMap { range.contains($0) ? .integer($0) : nil }
        case .duration: if case .duration = DurationText.read(text) { .text(text) } else { nil }
        case .time: TimeOfDayText.read(text) == nil ? nil : .text(text)
        case .words(let words): words.contains(text) ? .text(text) : nil
        default: nil
        }
    }

    struct Variants: Sendable {
        /// What all have.
        var common: ShapeNote
        /// One for each word, which is the last of its name.
        var shapes: [ShapeNote]
    }
}
