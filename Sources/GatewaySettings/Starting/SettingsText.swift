/// What a text in settings can hold, whoever wrote it.
enum SettingsText {
    /// The reader refuses control characters, and a YAML parser takes a byte-order mark away.
    static func canHold(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory != .control && scalar != "\u{FEFF}"
    }
}
