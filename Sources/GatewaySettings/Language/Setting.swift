/// One setting of the language: what it is called, which form it has, whether it must be there, and what it means.
///
/// A key can only be read through its setting, whose note is what schema and documentation are made of. So what is
/// read, what an editor offers and what people look up cannot differ.
struct Setting<Content>: DeclaredSetting {
    private(set) var note: SettingNote
    private let content: @Sendable (Pairs, SettingNote) -> Content

    /// - Parameter content: how the map in which it stands is read for it. The note may have become stricter since.
    init(note: SettingNote, content: @escaping @Sendable (Pairs, SettingNote) -> Content) {
        self.note = note
        self.content = content
    }

    /// A setting that is nil where it is left out, or wrong.
    init<Wrapped>(
        _ name: String, _ form: Form, _ summary: String,
        content: @escaping @Sendable (Value.Pair, Pairs) -> Wrapped?
    ) where Content == Wrapped? {
        self.init(note: SettingNote(name: name, form: form, summary: summary)) { pairs, note in
            pairs.pair(note).flatMap { content($0, pairs) }
        }
    }

    func read(_ pairs: Pairs) -> Content { content(pairs, note) }

    /// It must be there.
    func required(_ hint: String? = nil) -> Self { needed(.required(hint: hint)) }

    /// Left out it is what only words can say: "the profile's".
    func unless(_ words: String) -> Self { needed(.usual(nil, words: words)) }

    /// Left out it is this, as it would be written, or in words where other settings decide.
    func usually(written text: String) -> Self {
        let spelling = note.form.spelling(of: text)
        return needed(.usual(spelling, words: spelling == nil ? text : "`\(text)`"))
    }

    /// It must not be there, and the section says why.
    var refused: Self { needed(.refused) }

    private func needed(_ need: SettingNote.Need) -> Self {
        var setting = self
        setting.note.need = need
        return setting
    }

    /// Left out, or wrong, it is this.
    func usually<Wrapped: Spelt>(_ value: Wrapped) -> Setting<Wrapped> where Content == Wrapped? {
        usually(value, value.spelling)
    }

    /// Left out, or wrong, it is this word of several.
    func usually<Word: RawRepresentable<String> & Sendable>(_ word: Word) -> Setting<Word> where Content == Word? {
        usually(word, .text(word.rawValue))
    }

    private func usually<Wrapped: Sendable>(_ value: Wrapped, _ spelling: SchemaValue) -> Setting<Wrapped>
    where Content == Wrapped? {
        var note = note
        note.need = .usual(spelling, words: "`\(spelling.compact)`")
        return Setting<Wrapped>(note: note) { [content] pairs, note in content(pairs, note) ?? value }
    }
}
