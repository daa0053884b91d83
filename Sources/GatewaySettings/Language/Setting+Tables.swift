internal import GatewayCore

// Settings that hold settings.
extension Setting {
    /// A map with settings of its own.
    static func table<S: Shape>(_ name: String, _ shape: S, _ summary: String) -> Self where Content == Table<S>? {
        let declared = Declared(shape)
        return Setting(name, .table(declared.note), summary) { pair, pairs in
            Table(
                pair.value, declared, what: "`\(pair.key)` of \(pairs.what)", place: pair.keyPlace, in: pairs.reading)
        }
    }

    /// A list of maps, which the section walks itself.
    static func list<S: Shape>(
        _ name: String, _ count: ClosedRange<Int>, _ shape: S, _ summary: String
    ) -> Self where Content == Tables<S>? {
        let declared = Declared(shape)
        return Setting(name, .list(.table(declared.note), count), summary) { pair, _ in
            Tables(pair: pair, declared: declared)
        }
    }

    /// A map, or something shorter that means the same; the section looks which.
    static func either<S: Shape>(
        _ short: Form, or shape: S, _ name: String, _ summary: String
    ) -> Self where Content == Tables<S>? {
        let declared = Declared(shape)
        return Setting(name, .either([short, .table(declared.note)]), summary) { pair, _ in
            Tables(pair: pair, declared: declared)
        }
    }

    /// The things of a section by their names, which are known from then on.
    ///
    /// - Parameters:
    ///   - kind: what one is called: "device".
    ///   - short: something shorter that may stand for a thing: "hall: the hall".
    ///   - form: the form of one thing, where its shape does not say all.
    ///   - words: the names that there are; empty where people choose them.
    static func named<S: Shape>(
        _ name: String, of kind: String, limit: Int, _ shape: S, short: Form? = nil, form: Form? = nil,
        words: [String] = [], _ summary: String
    ) -> Self where Content == [Entry<S>] {
        let declared = Declared(shape)
        let whole = form ?? .table(declared.note)
        let one = short.map { .either([$0, whole]) } ?? whole
        let note = SettingNote(
            name: name, form: .named(kind, one, limit: limit, words: words), summary: summary)
        return Setting(note: note) { pairs, note in
            let reading = pairs.reading
            reading.known[kind, default: []].insert(contentsOf: [])
            guard let pair = pairs.pair(note) else { return [] }
            let named = reading.entries(pair.value, name: pair.key, of: kind, limit: limit)
            reading.known[kind, default: []].insert(contentsOf: named.map(\.key))
            return named.map { pair in
                Entry(id: pair.key, place: pair.keyPlace, kind: kind, value: pair.value, declared: declared)
            }
        }
    }
}

extension Setting where Content == Secret? {
    /// A secret: a `!secret`, a `!file`, or the path of a file under `<name>_file`.
    static func secret(_ name: String, _ summary: String) -> Self {
        let note = SettingNote(name: name, form: .secret, summary: summary)
        return Setting(note: note) { pairs, note in
            let reading = pairs.reading
            if let file = pairs[name + "_file"] {
                guard !pairs.has(name) else {
                    reading.log.error(
                        .bothGiven, file.keyPlace, "\(pairs.what) has both `\(name)` and `\(name)_file`")
                    return nil
                }
                guard let path = reading.text(file.value, name: file.key, limit: SettingsLimits.textLength) else {
                    return nil
                }
                return reading.secrets.secret(inFile: path, at: file.value.place, in: reading).map(Secret.init)
            }
            let hint = "`\(name): !secret name`, with `name: …` in secrets.yaml"
            if note.isRequired { pairs.demand(name, hint: hint) }
            guard let pair = pairs[name] else { return nil }
            if case .scalar(_, _, .none) = pair.value.content {
                reading.log.warning(
                    .secretInSettings, pair.keyPlace,
                    "the \(name) of \(pairs.what) stands in the settings themselves", hint: hint, isSecret: true)
            }
            return reading.text(pair.value, name: name, limit: SettingsLimits.secretBytes, isSecret: true)
                .map(Secret.init)
        }
    }
}
