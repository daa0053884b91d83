/// One step of a migration on the text of one file.
struct DocumentMigration {
    /// What a file says, without places: to prove that the new text says what it should.
    private indirect enum Meaning: Equatable {
        case scalar(String, Value.Tag)
        case list([Meaning])
        case map([Entry])

        struct Entry: Equatable {
            var key: String
            var value: Meaning
        }
    }

    struct Result {
        var text: String
        var remarks: [MigratedSettings.Remark] = []
    }

    /// The text cannot be changed without a person.
    struct Refusal: Error {
        var sentence: String
    }

    private typealias Edits = [(path: ArraySlice<String>, change: Migration.Edit.Change)]

    private let source: SourceText
    private var replacements: [(range: Range<String.UnicodeScalarView.Index>, text: String)] = []
    private var remarks: [MigratedSettings.Remark] = []

    private init(_ source: SourceText) {
        self.source = source
    }

    static func apply(_ migration: Migration, to text: String, path: String) throws(Refusal) -> Result {
        guard let old = value(of: text, path: path) else {
            throw Refusal(sentence: "\(path) can no longer be read after a step of its migration.")
        }
        var migrating = DocumentMigration(SourceText(name: path, text: text))
        var edits: Edits = migration.edits.map { ($0.path[...], $0.change) }
        edits.append((["version"], .rewrite { _ in String(migration.from + 1) }))
        let meaning = migrating.migrated(old, edits)
        let edited = migrating.editedText()
        guard let new = value(of: edited, path: path), Self.meaning(new) == meaning else {
            throw Refusal(
                sentence: "\(path) is written in a way that cannot be changed without a person: what comes out "
                    + "would not say what it should.")
        }
        return Result(text: edited, remarks: migrating.remarks)
    }

    private static func value(of text: String, path: String) -> Value? {
        let log = ProblemLog()
        var reader = YAMLText(log: log, source: log.add(SourceText(name: path, text: text)))
        guard let value = reader.read(), !log.hasErrors else { return nil }
        return value
    }

    private static func meaning(_ value: Value) -> Meaning {
        switch value.content {
        case .scalar(let text, _, let tag): .scalar(text, tag)
        case .list(let items): .list(items.map(meaning))
        case .map(let pairs): .map(pairs.map { Meaning.Entry(key: $0.key, value: meaning($0.value)) })
        }
    }

    // MARK: - The walk

    /// Notes what is to be replaced, and returns what the text will say then.
    private mutating func migrated(_ value: Value, _ edits: Edits) -> Meaning {
        guard !edits.isEmpty else { return Self.meaning(value) }
        switch value.content {
        case .scalar(let text, _, let tag): return .scalar(text, tag)
        case .list(let items):
            return .list(items.map { item in entry(item, at: item.place, matching(nil, edits)) })
        case .map(let pairs):
            var entries: [Meaning.Entry] = []
            for pair in pairs {
                let own = matching(pair.key, edits)
                let key = renamed(pair, own)
                entries.append(Meaning.Entry(key: key, value: entry(pair.value, at: pair.keyPlace, own)))
            }
            return .map(entries)
        }
    }

    /// The edits that go on below a key, or below an item of a list.
    private func matching(_ key: String?, _ edits: Edits) -> Edits {
        edits.filter { $0.path.first == "*" || $0.path.first == key }.map { ($0.path.dropFirst(), $0.change) }
    }

    private mutating func renamed(_ pair: Value.Pair, _ edits: Edits) -> String {
        for edit in edits where edit.path.isEmpty {
            guard case .rename(let name) = edit.change else { continue }
            replace(pair.keyPlace, name)
            return name
        }
        return pair.key
    }

    private mutating func entry(_ value: Value, at place: Place, _ edits: Edits) -> Meaning {
        for edit in edits where edit.path.isEmpty {
            switch edit.change {
            case .rename: continue
            case .remark(let sentence): remark(place, sentence)
            case .rewrite(let change): return rewritten(value, at: place, change)
            }
        }
        return migrated(value, edits.filter { !$0.path.isEmpty })
    }

    private mutating func rewritten(_ value: Value, at place: Place, _ change: (String) -> String?) -> Meaning {
        guard case .scalar(let text, let isPlain, .none) = value.content, isWhole(value), let new = change(text) else {
            remark(place, "this is to be written otherwise, and only a person can say how.")
            return Self.meaning(value)
        }
        if new != text { replace(value.place, isPlain ? QuotedText.scalar(new) : QuotedText.quoted(new)) }
        return .scalar(new, .none)
    }

    /// Whether a value's place is all of it: it is not where a text goes over several lines.
    private func isWhole(_ value: Value) -> Bool {
        guard case .scalar(let text, let isPlain, _) = value.content, let range = range(of: value.place) else {
            return false
        }
        let written = String(source.text.unicodeScalars[range])
        if isPlain { return written == text }
        guard written.unicodeScalars.count >= 2, let quote = written.first else { return false }
        return (quote == "\"" || quote == "'") && written.last == quote
    }

    private mutating func remark(_ place: Place, _ sentence: String) {
        remarks.append(MigratedSettings.Remark(file: source.name, line: place.line, sentence: sentence))
    }

    // MARK: - The text

    private mutating func replace(_ place: Place, _ text: String) {
        if let range = range(of: place) { replacements.append((range, text)) }
    }

    private func range(of place: Place) -> Range<String.UnicodeScalarView.Index>? {
        guard let start = source.index(line: place.line, column: place.column),
            let end = source.text.unicodeScalars.index(
                start, offsetBy: place.length, limitedBy: source.text.unicodeScalars.endIndex)
        else { return nil }
        return start..<end
    }

    /// From the end to the beginning, so that the places before stay where they are.
    private func editedText() -> String {
        var scalars = source.text.unicodeScalars
        for (range, text) in replacements.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
            scalars.replaceSubrange(range, with: text.unicodeScalars)
        }
        return String(scalars)
    }
}
