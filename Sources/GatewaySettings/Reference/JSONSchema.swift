internal import GatewayCore

/// Writes a shape as JSON Schema, draft 2020-12, for editors and pipelines.
///
/// It refuses nothing that the reader takes. What only the whole can tell, such as whether a named device exists,
/// `pullcord check` says.
struct JSONSchema {
    /// The definitions so far, in the order in which they were met.
    private var definitions: [SchemaValue.Member] = []
    private var known: Set<String> = []

    /// The schema of a file.
    ///
    /// - Parameter needs: what the root needs must be in each file. A home may be spread over several.
    static func text(of root: ShapeNote, title: String, needs: Bool) -> String {
        var schema = JSONSchema()
        var members: [SchemaValue.Member] = [
            .init(key: "$schema", value: "https://json-schema.org/draft/2020-12/schema"),
            .init(key: "title", value: .text(title)),
        ]
        members += schema.body(of: root).filter { needs || $0.key != "required" }
        members.append(.init(key: "$defs", value: .object(schema.definitions)))
        return SchemaValue.object(members).json() + "\n"
    }

    // MARK: - Maps

    private mutating func body(of shape: ShapeNote) -> [SchemaValue.Member] {
        let settings = shape.settings.filter { !$0.isRefused }
        var members: [SchemaValue.Member] = [
            .init(key: "description", value: .text(shape.heading.summary)),
            .init(key: "type", value: "object"),
            .init(key: "additionalProperties", value: false),
            .init(key: "properties", value: .object(settings.flatMap { properties(of: $0) })),
        ]
        let required = settings.filter { $0.isRequired && $0.keys.count == 1 }.map(\.name)
        if !required.isEmpty { members.append(.init(key: "required", value: .texts(required))) }
        var all: [SchemaValue] = []
        for setting in settings where setting.isRequired && setting.keys.count > 1 {
            all.append(["oneOf": .list(setting.keys.map(Self.has))])
        }
        let heading = shape.heading
        if !heading.exactlyOne.isEmpty { all.append(["oneOf": .list(heading.exactlyOne.map(Self.has))]) }
        if !heading.atLeastOne.isEmpty { all.append(["anyOf": .list(heading.atLeastOne.map(Self.has))]) }
        if !all.isEmpty { members.append(.init(key: "allOf", value: .list(all))) }
        return members
    }

    private static func has(_ key: String) -> SchemaValue { ["required": [.text(key)]] }

    private mutating func properties(of setting: SettingNote) -> [SchemaValue.Member] {
        setting.keys.map { key in
            let isFile = key != setting.name
            var members = isFile ? Self.text(limit: SettingsLimits.textLength) : form(setting.form)
            let meaning = isFile ? "The path of a file that holds `\(setting.name)`." : Self.meaning(of: setting)
            members.append(.init(key: "description", value: .text(meaning)))
            if case .usual(let value?, _) = setting.need { members.append(.init(key: "default", value: value)) }
            return .init(key: key, value: .object(members))
        }
    }

    /// What an editor shows of a setting: its meaning, its form, and what it is where it is left out.
    private static func meaning(of setting: SettingNote) -> String {
        var text = setting.summary + " Form: \(setting.form.words)."
        if case .usual(_, let words) = setting.need { text += " Default: \(words)." }
        return text
    }

    private mutating func reference(_ shape: ShapeNote) -> SchemaValue.Member {
        let key = shape.name.replacing(" ", with: "-")
        if known.insert(key).inserted {
            // Its place is before what it refers to.
            let index = definitions.count
            definitions.append(.init(key: key, value: true))
            var members: [SchemaValue.Member] = [.init(key: "title", value: .text(shape.name))]
            members += body(of: shape)
            definitions[index].value = .object(members)
        }
        return .init(key: "$ref", value: .text("#/$defs/\(key)"))
    }

    // MARK: - Forms

    private mutating func form(_ form: Form) -> [SchemaValue.Member] {
        switch form {
        case .text(let limit): return Self.text(limit: limit)
        case .secret: return Self.text(limit: SettingsLimits.secretBytes)
        case .path: return Self.text(limit: SettingsLimits.textLength)
        case .pattern(let pattern, _): return Self.scalar(pattern)
        case .flag: return [.init(key: "type", value: "boolean")]
        case .integer(let range):
            return [
                .init(key: "type", value: ["integer", "string"]), .init(key: "pattern", value: "^-?[0-9]+$"),
                .init(key: "minimum", value: .integer(range.lowerBound)),
                .init(key: "maximum", value: .integer(range.upperBound)),
            ]
        case .duration:
            return [.init(key: "type", value: "string"), .init(key: "pattern", value: .text(Self.duration))]
        case .quantity: return Self.number
        case .difference: return Self.number + [.init(key: "exclusiveMinimum", value: 0)]
        case .window: return Self.scalar("^ *\(Self.clock) *[-–] *\(Self.clock) *$")
        case .time: return Self.scalar("^ *\(Self.clock) *$")
        case .words(let words): return [.init(key: "enum", value: .list(words.flatMap(Self.spellings)))]
        case .name: return Self.scalar("^\(Self.identifier)$")
        case .table(let shape): return [reference(shape)]
        case .either, .list, .some, .named, .variants: return compound(form)
        }
    }

    private mutating func compound(_ form: Form) -> [SchemaValue.Member] {
        switch form {
        case .either(let forms): return [.init(key: "anyOf", value: .list(forms.map { .object(self.form($0)) }))]
        case .some(let item):
            let one = self.form(item)
            return [.init(key: "anyOf", value: [.object(one), ["type": "array", "items": .object(one)]])]
        case .list(let item, let count):
            return [
                .init(key: "type", value: "array"), .init(key: "items", value: .object(self.form(item))),
                .init(key: "minItems", value: .integer(count.lowerBound)),
                .init(key: "maxItems", value: .integer(count.upperBound)),
            ]
        case .named(_, let thing, let limit, let words):
            let anyName = SchemaValue.object(Self.scalar("^\(Self.identifier)$"))
            // A section whose things are all commented out is an empty one.
            return [
                .init(key: "type", value: ["object", "null"]),
                .init(key: "propertyNames", value: words.isEmpty ? anyName : ["enum": .texts(words)]),
                .init(key: "additionalProperties", value: .object(self.form(thing))),
                .init(key: "maxProperties", value: .integer(limit)),
            ]
        case .variants(let key, let variants): return self.variants(by: key, variants())
        default: preconditionFailure("Every form is written.")
        }
    }

    private mutating func variants(by key: String, _ variants: Form.Variants) -> [SchemaValue.Member] {
        let words = variants.shapes.map(\.lastWord)
        let branches = zip(words, variants.shapes).map { word, shape -> SchemaValue in
            let isIt: SchemaValue = ["properties": [key: ["const": .text(word)]], "required": [.text(key)]]
            return ["if": isIt, "then": .object([reference(shape)])]
        }
        // Without the word it changes, key by key, one that is not written here; `none` does without a key of it.
        let common = variants.common.settings.filter { $0.name != key }.flatMap { properties(of: $0) }.map {
            SchemaValue.Member(key: $0.key, value: ["anyOf": [$0.value, ["const": "none"]]])
        }
        let keys = Set(variants.shapes.flatMap(\.offered)).sorted()
        let change: SchemaValue = ["properties": .object(common), "propertyNames": ["enum": .texts(keys)]]
        let isChange: SchemaValue = ["not": ["required": [.text(key)]]]
        return [
            .init(key: "type", value: "object"),
            .init(key: "properties", value: [key: ["enum": .texts(words)]]),
            .init(key: "allOf", value: .list(branches + [["if": isChange, "then": change]])),
        ]
    }

    /// Any single value: the language takes `1234` and `true` for texts where a text is wanted.
    private static func text(limit: Int) -> [SchemaValue.Member] {
        [
            .init(key: "type", value: ["string", "number", "boolean"]), .init(key: "minLength", value: 1),
            .init(key: "maxLength", value: .integer(limit)),
        ]
    }

    private static func scalar(_ pattern: String) -> [SchemaValue.Member] {
        [.init(key: "type", value: ["string", "number", "boolean"]), .init(key: "pattern", value: .text(pattern))]
    }

    /// A word that looks like a number is one to other readers of YAML.
    private static func spellings(of word: String) -> [SchemaValue] {
        Int(word).map { [.text(word), .integer($0)] } ?? [.text(word)]
    }

    private static let number: [SchemaValue.Member] = [
        .init(key: "type", value: ["number", "string"]),
        .init(key: "pattern", value: "^-?[0-9]{1,12}(\\.[0-9]{1,3})?$"),
    ]

    /// As `DurationText` reads it: the largest unit first, each at most once.
    private static let duration = "^(?=.)" + ["d", "h", "m", "s", "ms"].map { "([0-9]{1,9}\($0))?" }.joined() + "$"
    /// As `TimeOfDayText` reads it.
    private static let clock = "([01]?[0-9]:[0-5][0-9]|2[0-3]:[0-5][0-9]|24:00)"
    /// As `IdentifierForm` knows it.
    static let identifier = "[a-z0-9][a-z0-9_.-]{0,\(Limits.identifierLength - 1)}"
}
