/// A map of the language. Each stored property that is a `Setting`, or a list of them, is a key of it: only what is
/// declared there can be read, and the same declaration is what schema and documentation show.
protocol Shape: Sendable {
    var about: ShapeHeading { get }
}

/// What a map is for.
struct ShapeHeading: Sendable {
    /// What one such map is called, unlike every other: "rung".
    var name: String
    /// A sentence or two for the documentation.
    var summary: String
    /// Settings of which exactly one stands there.
    var exactlyOne: [String]
    /// Settings of which at least one stands there.
    var atLeastOne: [String]

    init(_ name: String, _ summary: String, exactlyOne: [String] = [], atLeastOne: [String] = []) {
        self.name = name
        self.summary = summary
        self.exactlyOne = exactlyOne
        self.atLeastOne = atLeastOne
    }
}

/// What there is to know about a map without reading it.
final class ShapeNote: Sendable {
    let heading: ShapeHeading
    /// In order of declaration.
    let settings: [SettingNote]
    /// Every key that may stand there.
    let keys: Set<String>

    var name: String { heading.name }
    /// "fall" of "rule fall".
    var lastWord: String { name.split(separator: " ").last.map(String.init) ?? "" }

    init(_ shape: some Shape) {
        heading = shape.about
        settings = Mirror(reflecting: shape).children.flatMap { child -> [SettingNote] in
            if let setting = child.value as? any DeclaredSetting { return [setting.note] }
            if let settings = child.value as? [any DeclaredSetting] { return settings.map(\.note) }
            return []
        }
        let keys = settings.flatMap(\.keys)
        self.keys = Set(keys)
        precondition(keys.count == self.keys.count, "A key of a \(shape.about.name) is declared twice.")
    }
}

/// A shape with its note, made once and used for every map that has it.
struct Declared<S: Shape>: Sendable {
    let shape: S
    let note: ShapeNote

    init(_ shape: S) {
        self.shape = shape
        note = ShapeNote(shape)
    }
}
