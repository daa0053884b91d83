internal import Yams

/// Reads YAML into values with their places. Never throws and never traps: what is wrong goes to the log.
struct YAMLText {
    let log: ProblemLog
    let source: Int
    /// How many values were read.
    private(set) var count = 0
    /// How many may still be.
    private var remaining: Int

    init(log: ProblemLog, source: Int, remaining: Int = SettingsLimits.values) {
        self.log = log
        self.source = source
        self.remaining = remaining
    }

    /// The document's root; nil after an error, an empty map for an empty file.
    mutating func read() -> Value? {
        guard aliasSignsAreFew(), valueSignsAreFew() else { return nil }
        var keys = DuplicateKeys(text: log.sources[source], log: log, source: source)
        while true {
            do {
                // The parser owns the anchors, which nodes only refer to; it must outlive the reading of them.
                let parser = try Parser(yaml: keys.text.text, resolver: .basic, encoding: .utf8)
                guard let root = try parser.singleRoot() else { return empty() }
                return withExtendedLifetime(parser) { convert(root, depth: 0, in: keys.text) }
            } catch YamlError.duplicatedKeysInMapping(_, let context) {
                guard keys.setAside(firstAt: context.mark.line, context.mark.column) else { return nil }
            } catch {
                report(error)
                return nil
            }
        }
    }

    private func empty() -> Value {
        Value(place: Place(source: source, line: 1, column: 1, length: 1), content: .map([]))
    }

    private func place(_ mark: Mark?, length: Int = 1) -> Place {
        Place(source: source, line: mark?.line ?? 1, column: mark?.column ?? 1, length: max(1, length))
    }

    // MARK: - Nodes to values

    private mutating func convert(_ node: Node, depth: Int, in text: SourceText) -> Value? {
        remaining -= 1
        count += 1
        guard remaining >= 0, depth <= SettingsLimits.depth else {
            // Once is enough: the rest of the file would say the same.
            if remaining >= 0 { remaining = 0 }
            log.error(
                .nestedTooDeeply, place(node.mark), "this is nested too deeply or unfolds to too much",
                hint: "settings have at most \(SettingsLimits.depth) levels and \(SettingsLimits.values) values")
            return nil
        }
        guard node.anchor == nil else {
            log.error(
                .anchor, place(node.mark), "anchors and aliases (`&`, `*`) are not part of the settings language",
                hint: "write the value out at each place; shared parts can stand in an `include`")
            return nil
        }
        switch node {
        case .scalar(let scalar): return convert(scalar, in: text)
        case .sequence(let sequence):
            guard hasNoTag(sequence.tag, sequence.mark) else { return nil }
            var items: [Value] = []
            for item in sequence {
                guard let value = convert(item, depth: depth + 1, in: text) else { return nil }
                items.append(value)
            }
            return Value(place: place(sequence.mark), content: .list(items))
        case .mapping(let mapping):
            guard hasNoTag(mapping.tag, mapping.mark) else { return nil }
            return convert(mapping, depth: depth, in: text)
        case .alias(let alias):
            log.error(
                .anchor, place(alias.mark), "anchors and aliases (`&`, `*`) are not part of the settings language")
            return nil
        }
    }

    private mutating func convert(_ mapping: Node.Mapping, depth: Int, in text: SourceText) -> Value? {
        var pairs: [Value.Pair] = []
        for (key, value) in mapping {
            guard case .scalar(let name) = key else {
                log.error(.keyNotAWord, place(key.mark), "a key is a single word, not a list or map")
                return nil
            }
            if DuplicateKeys.isSetAside(name.string) { continue }
            guard key.anchor == nil else {
                log.error(
                    .anchor, place(key.mark), "anchors and aliases (`&`, `*`) are not part of the settings language")
                return nil
            }
            guard let value = convert(value, depth: depth + 1, in: text) else { return nil }
            let keyPlace = place(name.mark, length: length(of: name, in: text))
            pairs.append(Value.Pair(key: name.string, keyPlace: keyPlace, value: value))
        }
        return Value(place: place(mapping.mark), content: .map(pairs))
    }

    private func convert(_ scalar: Node.Scalar, in text: SourceText) -> Value? {
        let place = place(scalar.mark, length: length(of: scalar, in: text))
        let tag: Value.Tag
        switch scalar.tag.rawValue {
        case "", "!", Tag.Name.str.rawValue: tag = .none
        case "!secret": tag = .secret
        case "!file": tag = .file
        case let other:
            if text.isSecret { return refuseTag(at: place) }
            log.error(
                .unknownTag, place, "unknown tag `\(other)`",
                hint: Suggestion.hint(for: other, among: ["!secret", "!file"]))
            return nil
        }
        return Value(place: place, content: .scalar(scalar.string, isPlain: scalar.style == .plain, tag: tag))
    }

    /// What stands there is probably no tag, but a secret that begins like one.
    private func refuseTag(at place: Place) -> Value? {
        log.error(
            .unknownTag, place, "an unknown tag begins here", hint: "put a secret that begins with `!` in quotes")
        return nil
    }

    private func hasNoTag(_ tag: Tag, _ mark: Mark?) -> Bool {
        if ["", "!", Tag.Name.seq.rawValue, Tag.Name.map.rawValue].contains(tag.rawValue) { return true }
        if log.sources[source].isSecret { return refuseTag(at: place(mark)) != nil }
        log.error(
            .unknownTag, place(mark), "unknown tag `\(tag.rawValue)`", hint: "only `!secret` and `!file` have a meaning"
        )
        return false
    }

    /// Columns from the mark to the end of the scalar, as far as it stands on one line.
    private func length(of scalar: Node.Scalar, in text: SourceText) -> Int {
        // Most scalars are plain words, whose length needs no look at the line.
        if scalar.style == .plain, scalar.tag.rawValue.isEmpty { return max(1, scalar.string.unicodeScalars.count) }
        guard let mark = scalar.mark, let rest = text.rest(ofLine: mark.line, from: mark.column) else { return 1 }
        switch scalar.style {
        case .plain, .any:
            var length = scalar.string.unicodeScalars.count
            if rest.first == "!" { length += rest.prefix { $0 != " " }.count + 1 }
            return min(max(1, length), max(1, rest.count))
        case .singleQuoted, .doubleQuoted:
            guard let quote = rest.first, let end = rest.dropFirst().firstIndex(of: quote) else { return 1 }
            return rest.distance(from: rest.startIndex, to: end) + 1
        case .literal, .folded:
            return 1
        }
    }

    // MARK: - Refusals

    /// Counts what may begin an anchor or alias, before the parser unfolds any.
    private func aliasSignsAreFew() -> Bool {
        var count = 0
        var before: UInt8 = 0x0a
        for byte in log.sources[source].text.utf8 {
            if before == 0x26 || before == 0x2a {
                // A letter, digit, "_" or "-" after "&" or "*".
                let isName = (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte | 0x20)
                if isName || byte == 0x5f || byte == 0x2d { count += 1 }
            }
            before = byte
        }
        guard count > SettingsLimits.aliasSigns else { return true }
        log.error(
            .anchor, place(nil),
            "too many `&` and `*` signs (\(count)): anchors and aliases are not part of the settings language",
            hint: "write the values out; shared parts can stand in an `include`")
        return false
    }

    /// Counts what may begin or end a value, before the parser makes a node of each.
    private func valueSignsAreFew() -> Bool {
        var count = 0
        var before: UInt8 = 0x0a
        for byte in log.sources[source].text.utf8 {
            switch byte {
            // Commas, brackets, braces and line ends.
            case 0x2c, 0x5b, 0x7b, 0x0a, 0x0d: count += 1
            // Blanks behind ":", "-" and "?".
            case 0x20, 0x09: if before == 0x3a || before == 0x2d || before == 0x3f { count += 1 }
            default: break
            }
            before = byte
        }
        guard count > SettingsLimits.values else { return true }
        log.error(
            .nestedTooDeeply, place(nil), "this file holds too much to be the settings of a home",
            hint: "settings have at most \(SettingsLimits.values) values")
        return false
    }

    private func report(_ error: any Error) {
        switch error {
        case YamlError.composer(_, let problem, let mark, _) where problem.contains("another document"):
            log.error(
                .secondDocument, place(mark), "a second document begins here; a file holds one",
                hint: "leave the `---` out")
        case YamlError.scanner(let context, let problem, let mark, _),
            YamlError.parser(let context, let problem, let mark, _),
            YamlError.composer(let context, let problem, let mark, _):
            let around = context.map { " " + Self.trimmed($0.text) } ?? ""
            log.error(.notYAML, place(mark), "not YAML: \(problem)\(around)", hint: Self.hint(for: problem))
        case YamlError.reader(let problem, let offset, _, _):
            let (line, column) = position(ofCharacter: offset ?? 0)
            let place = Place(source: source, line: line, column: column, length: 1)
            log.error(.notYAML, place, "not YAML: \(problem)")
        default:
            log.error(.notYAML, place(nil), "not YAML")
        }
    }

    private func position(ofCharacter offset: Int) -> (line: Int, column: Int) {
        var line = 1
        var column = 1
        for character in log.sources[source].text.prefix(offset) {
            if character.isNewline {
                line += 1
                column = 1
            } else {
                column += character.unicodeScalars.count
            }
        }
        return (line, column)
    }

    private static func trimmed(_ text: String) -> String {
        String(text.prefix(120))
    }

    private static func hint(for problem: String) -> String? {
        if problem.contains("cannot start any token") {
            return "indent with spaces, and quote texts that begin with a sign"
        }
        if problem.contains("mapping values are not allowed") {
            return "put a text that contains `: ` in quotes, or look at the indentation"
        }
        if problem.contains("did not find expected key") || problem.contains("could not find expected ':'") {
            return "look at the indentation and at the line before"
        }
        if problem.contains("undefined alias") { return "put a text that begins with `*` in quotes" }
        return nil
    }
}
