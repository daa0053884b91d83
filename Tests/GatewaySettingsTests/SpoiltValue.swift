@testable import GatewaySettings

/// A value in which one setting has a form that no setting has.
struct SpoiltValue {
    /// `rung.wait`
    var setting: String
    var value: Value

    /// One for each setting that stands in a map of a shape, and in what it holds.
    static func all(of value: Value, as shape: ShapeNote) -> [SpoiltValue] {
        guard case .map(let pairs) = value.content else { return [] }
        return pairs.indices.flatMap { index -> [SpoiltValue] in
            let pair = pairs[index]
            guard let setting = shape.settings.first(where: { $0.keys.contains(pair.key) }) else { return [] }
            func replaced(by inner: Value) -> Value {
                var pairs = pairs
                pairs[index].value = inner
                return Value(place: value.place, content: .map(pairs))
            }
            let whole = SpoiltValue(setting: "\(shape.name).\(pair.key)", value: replaced(by: nonsense(pair.value)))
            let parts = inside(pair.value, setting.form)
            return [whole] + parts.map { SpoiltValue(setting: $0.setting, value: replaced(by: $0.value)) }
        }
    }

    private static func inside(_ value: Value, _ form: Form) -> [SpoiltValue] {
        switch form {
        case .table(let shape): return all(of: value, as: shape)
        case .either(let forms): return forms.flatMap { inside(value, $0) }
        case .list(let item, _), .some(let item):
            guard case .list(let items) = value.content else { return inside(value, item) }
            return items.indices.flatMap { index in
                inside(items[index], item).map { part in
                    var items = items
                    items[index] = part.value
                    return SpoiltValue(setting: part.setting, value: Value(place: value.place, content: .list(items)))
                }
            }
        case .named(_, let thing, _, _):
            guard case .map(let pairs) = value.content else { return [] }
            return pairs.indices.flatMap { index in
                inside(pairs[index].value, thing).map { part in
                    var pairs = pairs
                    pairs[index].value = part.value
                    return SpoiltValue(setting: part.setting, value: Value(place: value.place, content: .map(pairs)))
                }
            }
        case .variants(let key, let variants):
            guard case .map(let pairs) = value.content else { return [] }
            let known = variants()
            // Without the word it changes a rule of a pack.
            guard case .scalar(let word, _, _)? = pairs.first(where: { $0.key == key })?.value.content,
                let shape = known.shapes.first(where: { $0.lastWord == word })
            else { return all(of: value, as: known.common) }
            return all(of: value, as: shape)
        default: return []
        }
    }

    /// `[[]]`
    private static func nonsense(_ value: Value) -> Value {
        let empty = Value(place: value.place, content: .list([]))
        return Value(place: value.place, content: .list([empty]))
    }

    /// As a file. Each item has its line, as in files of people.
    static func yaml(_ value: Value) -> String {
        switch value.content {
        case .list(let items): return "[" + items.map(yaml).joined(separator: ",\n") + "]"
        case .map(let pairs):
            return "{" + pairs.map { SchemaPeer.quoted($0.key) + ": " + yaml($0.value) }.joined(separator: ",\n") + "}"
        case .scalar(let text, let isPlain, let tag):
            switch tag {
            case .secret: return "!secret " + SchemaPeer.quoted(text)
            case .file: return "!file " + SchemaPeer.quoted(text)
            case .none: return isPlain && ["true", "false"].contains(text) ? text : SchemaPeer.quoted(text)
            }
        }
    }
}
