/// Writes shapes as tables in Markdown: each with its settings, and behind it the shapes that they hold.
struct ReferencePage {
    private(set) var text = ""
    private var known: Set<String> = []

    mutating func add(_ root: ShapeNote, title: String) {
        text += "\n## \(title)\n\n"
        section(root)
    }

    private mutating func section(_ shape: ShapeNote) {
        text += shape.heading.summary + "\n\n"
        describe(shape, shape.settings)
        for setting in shape.settings { follow(setting.form) }
    }

    private mutating func describe(_ shape: ShapeNote, _ settings: [SettingNote]) {
        table(settings.filter { !$0.isRefused })
        let one = Self.list(shape.heading.exactlyOne)
        if !one.isEmpty { text += "Exactly one of \(one).\n\n" }
        let some = Self.list(shape.heading.atLeastOne)
        if !some.isEmpty { text += "At least one of \(some).\n\n" }
    }

    /// Describes what a form holds, once, where it is met first.
    private mutating func follow(_ form: Form) {
        switch form {
        case .table(let shape):
            guard known.insert(shape.name).inserted else { return }
            heading(shape.name)
            section(shape)
        case .either(let forms): for form in forms { follow(form) }
        case .list(let item, _), .some(let item), .named(_, let item, _, _): follow(item)
        case .variants(_, let variants): follow(variants())
        default: break
        }
    }

    private mutating func follow(_ variants: Form.Variants) {
        heading(variants.common.name)
        text += variants.common.heading.summary
        text += " What each kind means for the person stands in [rules](rules/README.md).\n\n"
        describe(variants.common, variants.common.settings)
        for shape in variants.shapes {
            let common = variants.common.settings
            heading(shape.name)
            text += "\(shape.heading.summary) [More](rules/\(shape.lastWord).md).\n\n"
            // What it has beyond the common, and what it has otherwise.
            describe(
                shape,
                shape.settings.filter { setting in
                    guard setting.name != "kind", let usual = common.first(where: { $0.name == setting.name }) else {
                        return setting.name != "kind"
                    }
                    return Self.need(usual.need) != Self.need(setting.need)
                })
            let missing = common.map(\.name).filter { name in
                shape.settings.first { $0.name == name }?.isRefused ?? true
            }
            if !missing.isEmpty { text += "It has no \(Self.list(missing)).\n\n" }
            for setting in shape.settings { follow(setting.form) }
        }
    }

    private mutating func heading(_ name: String) { text += "### \(name)\n\n" }

    private mutating func table(_ settings: [SettingNote]) {
        guard !settings.isEmpty else { return }
        text += "| Setting | Form | Default | Meaning |\n|---|---|---|---|\n"
        for setting in settings {
            let keys = setting.keys.map { "`\($0)`" }.joined(separator: " or ")
            let cells = [keys, linked(setting.form), Self.need(setting.need), setting.summary]
            text += "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
        }
        text += "\n"
    }

    /// The form in words, with a link to each shape in it.
    private func linked(_ form: Form) -> String {
        form.words { "[\($0)](#\($0.replacing(" ", with: "-")))" }
    }

    private static func need(_ need: SettingNote.Need) -> String {
        switch need {
        case .required: "required"
        case .usual(_, let words): words
        case .optional, .refused: ""
        }
    }

    private static func list(_ names: [String]) -> String {
        let words = names.map { "`\($0)`" }
        guard let last = words.last, words.count > 1 else { return words.joined() }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}
