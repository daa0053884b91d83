internal import GatewayCore

// The forms that every section uses.
extension Setting where Content == String? {
    static func text(_ name: String, limit: Int = SettingsLimits.nameLength, _ summary: String) -> Self {
        Setting(name, .text(limit: limit), summary) { $1.reading.text($0.value, name: $0.key, limit: limit) }
    }

    /// The name of a thing of another section, which must exist.
    static func reference(_ name: String, to kind: String, _ summary: String) -> Self {
        Setting(name, .name(of: kind), summary) { pair, pairs in
            let reading = pairs.reading
            guard let text = reading.text(pair.value, name: pair.key, limit: SettingsLimits.nameLength) else {
                return nil
            }
            return reading.reference(text, at: pair.value.place, to: kind)
        }
    }

    /// A path beside the file in which it stands.
    static func path(_ name: String, _ summary: String) -> Self {
        Setting(name, .path, summary) { $1.reading.path($0) }
    }

    /// The path of a file that should be there. A missing one is only a warning: the checker may be another user
    /// than the gateway.
    static func file(_ name: String, _ summary: String) -> Self {
        Setting(name, .path, summary) { pair, pairs in
            guard let path = pairs.reading.path(pair) else { return nil }
            if !pairs.reading.files.exists(path) {
                pairs.reading.log.warning(.fileNotSeen, pair.value.place, "`\(path)` is not to be found from here")
            }
            return path
        }
    }
}

extension Setting where Content == Bool? {
    static func flag(_ name: String, _ summary: String) -> Self {
        Setting(name, .flag, summary) { $1.reading.flag($0.value, name: $0.key) }
    }
}

extension Setting where Content == Int? {
    static func integer(_ name: String, _ range: ClosedRange<Int>, _ summary: String) -> Self {
        Setting(name, .integer(range), summary) { $1.reading.integer($0.value, name: $0.key, range) }
    }
}

extension Setting where Content == Duration? {
    static func duration(_ name: String, _ range: ClosedRange<Duration>, _ summary: String) -> Self {
        Setting(name, .duration(range), summary) { $1.reading.duration($0.value, name: $0.key, range) }
    }
}

extension Setting where Content == DayWindow? {
    static func window(_ name: String, _ summary: String) -> Self {
        Setting(name, .window, summary) { $1.reading.window($0.value, name: $0.key) }
    }
}

extension Setting where Content == Quantity? {
    static func quantity(_ name: String, _ summary: String) -> Self {
        Setting(name, .quantity, summary) { $1.reading.quantity($0.value, name: $0.key) }
    }
}

extension Setting where Content == Supervision? {
    /// `bridge`, `none`, `{silent_after: 50h}` or `{test_press_every: 30d}`.
    static func supervision(_ name: String, _ summary: String) -> Self {
        let silence = Declared(SilenceShape())
        return Setting(name, .either([.words(["bridge", "none"]), .table(silence.note)]), summary) {
            $1.reading.supervision($0, silence)
        }
    }
}

extension Setting {
    /// One word of several.
    static func choice<Choice: RawRepresentable<String> & CaseIterable & SendableMetatype>(
        _ name: String, _: Choice.Type, _ summary: String
    ) -> Self where Content == Choice? {
        let words = Choice.allCases.map(\.rawValue)
        return Setting(name, .words(words), summary) { $1.reading.choice($0.value, name: $0.key) }
    }

    /// A form of its own, which the section reads: what it takes must be what the form says.
    static func own(_ name: String, _ form: Form, _ summary: String) -> Self where Content == Value.Pair? {
        Setting(name, form, summary) { pair, _ in pair }
    }
}

/// Texts, each with its place.
typealias Texts = [(text: String, place: Place)]

extension Setting where Content == Texts? {
    /// A list of texts; a single text is a list of one.
    static func texts(_ name: String, limit: Int = SettingsLimits.nameLength, _ summary: String) -> Self {
        texts(name, .text(limit: limit), limit: limit, summary)
    }

    /// Texts of which the section knows what they can be.
    static func texts(_ name: String, _ form: Form, limit: Int = SettingsLimits.nameLength, _ summary: String) -> Self {
        Setting(name, .some(form), summary) { $1.reading.texts($0.value, name: $0.key, limit: limit) }
    }
}

/// Names of things that exist, each with the place where it is named.
typealias References = [(id: String, place: Place)]

extension Setting where Content == References? {
    /// A list of names of things of another section, each once; a single name is a list of one.
    static func references(_ name: String, to kind: String, form: Form? = nil, _ summary: String) -> Self {
        Setting(name, .some(form ?? .name(of: kind)), summary) {
            $1.reading.references($0, to: kind, of: $1.what)
        }
    }
}
