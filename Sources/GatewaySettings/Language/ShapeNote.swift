/// What there is to know about a map without reading it.
final class ShapeNote: Sendable {
    let heading: ShapeHeading
    /// In order of declaration.
    let settings: [SettingNote]
    /// Every key that may stand there.
    let keys: Set<String>

    /// The keys that have a meaning there.
    var offered: [String] { settings.filter { !$0.isRefused }.flatMap(\.keys) }

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
