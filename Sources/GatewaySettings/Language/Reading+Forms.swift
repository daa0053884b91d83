internal import GatewayCore

// How values become texts, flags, numbers, durations and lists.
extension Reading {
    /// The text of a scalar, with secrets and files fetched.
    func text(_ value: Value, name: String, limit: Int, isSecret: Bool = false) -> String? {
        guard case .scalar(let text, let isPlain, let tag) = value.content else {
            log.error(.wrongForm, value.place, "`\(name)` is \(value.form), where a text belongs", isSecret: isSecret)
            return nil
        }
        var found: String? = text
        if tag == .secret { found = secrets.secret(named: text, at: value.place, in: self) }
        if tag == .file { found = secrets.secret(inFile: text, at: value.place, in: self) }
        guard let found else { return nil }
        if tag != .none { log.conceal(value.place) }
        if found.isEmpty || isPlain && tag == .none && (text == "~" || text == "null") {
            log.error(.emptyValue, value.place, "`\(name)` is empty", hint: "give it a value, or leave the line out")
            return nil
        }
        return isAllowed(found, value.place, name: name, limit: limit, isSecret: isSecret || tag != .none) ? found : nil
    }

    private func isAllowed(_ text: String, _ place: Place, name: String, limit: Int, isSecret: Bool) -> Bool {
        let count = text.unicodeScalars.count
        guard count <= limit else {
            log.error(
                .textTooLong, place, "`\(name)` has \(count) characters; at most \(limit) are allowed",
                isSecret: isSecret)
            return false
        }
        // Names stand in one line of a terminal, a page and a spoken sentence; longer texts may have several.
        let mayBreak = limit > SettingsLimits.nameLength
        let isControl = { (scalar: Unicode.Scalar) in
            (scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value))
                && !(mayBreak && (scalar == "\n" || scalar == "\t"))
        }
        guard !text.unicodeScalars.contains(where: isControl) else {
            log.error(.controlCharacter, place, "`\(name)` contains a control character", isSecret: isSecret)
            return false
        }
        return true
    }

    func flag(_ value: Value, name: String) -> Bool? {
        guard case .scalar(let text, let isPlain, .none) = value.content else {
            log.error(.wrongForm, value.place, "`\(name)` is \(value.form), where `true` or `false` belongs")
            return nil
        }
        if isPlain, text == "true" { return true }
        if isPlain, text == "false" { return false }
        let meant: String? =
            switch text.lowercased() {
            case "yes", "on", "y", "true", "1": "true"
            case "no", "off", "n", "false", "0": "false"
            default: nil
            }
        log.error(
            .notAFlag, value.place, "`\(text)` is neither `true` nor `false`",
            hint: meant.map { "write `\(name): \($0)`; only true and false are flags" })
        return nil
    }

    func integer(_ value: Value, name: String, _ range: ClosedRange<Int>) -> Int? {
        guard let text = text(value, name: name, limit: SettingsLimits.nameLength) else { return nil }
        guard let number = Int(text), !text.hasPrefix("+") else {
            log.error(
                .notAWholeNumber, value.place, "`\(text)` is not a whole number",
                hint: "`\(name)` is a number of \(words(range))")
            return nil
        }
        guard range.contains(number) else {
            log.error(.numberOutOfRange, value.place, "`\(name)` must be \(words(range)), not \(number)")
            return nil
        }
        return number
    }

    private func words(_ range: ClosedRange<Int>) -> String { "\(range.lowerBound) to \(range.upperBound)" }

    func duration(_ value: Value, name: String, _ range: ClosedRange<Duration>) -> Duration? {
        guard let text = text(value, name: name, limit: SettingsLimits.nameLength) else { return nil }
        switch DurationText.read(text) {
        case .refused(let why, let hint):
            let isBare = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            log.error(
                isBare ? .durationWithoutUnit : .notADuration, value.place, "\(why), but `\(name)` is a duration",
                hint: hint)
            return nil
        case .duration(let duration):
            guard range.contains(duration) else {
                let limits = "\(DurationText.write(range.lowerBound)) to \(DurationText.write(range.upperBound))"
                log.error(.durationOutOfRange, value.place, "`\(name)` must be \(limits), not \(text)")
                return nil
            }
            return duration
        }
    }

    func choice<Choice: RawRepresentable & CaseIterable>(
        _ value: Value, name: String
    ) -> Choice? where Choice.RawValue == String {
        guard let text = text(value, name: name, limit: SettingsLimits.nameLength) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let words = Choice.allCases.map(\.rawValue)
        log.error(
            .unknownWord, value.place, "unknown \(name) `\(text)`", hint: Suggestion.hint(for: text, among: words))
        return nil
    }

    /// A list of texts; a single text is a list of one.
    func texts(_ value: Value, name: String, limit: Int) -> [(text: String, place: Place)]? {
        guard case .list(let items) = value.content else {
            return text(value, name: name, limit: limit).map { [($0, value.place)] }
        }
        guard items.count <= SettingsLimits.listItems else {
            log.error(
                .wrongCount, value.place,
                "`\(name)` has \(items.count) items; at most \(SettingsLimits.listItems) are allowed")
            return nil
        }
        let texts = items.map { (text($0, name: name, limit: limit), $0.place) }
        guard texts.allSatisfy({ $0.0 != nil }) else { return nil }
        return texts.compactMap { text, place in text.map { ($0, place) } }
    }

    /// A map from names to things, each with its well-formed name.
    func entries(_ value: Value, name: String, of kind: String, limit: Int) -> [Value.Pair] {
        guard case .map(let pairs) = value.content else {
            if case .scalar("", isPlain: true, _) = value.content { return [] }
            log.error(
                .wrongForm, value.place, "`\(name)` is \(value.form), where each \(kind) has a name of its own",
                hint: "write `\(name):`, and below it, indented, one `name:` for each")
            return []
        }
        guard pairs.count <= limit else {
            log.error(.wrongCount, value.place, "there are \(pairs.count) \(name); at most \(limit) are allowed")
            return []
        }
        return pairs.map { pair in
            if !IdentifierForm.isWellFormed(pair.key) {
                log.error(
                    .badName, pair.keyPlace, "`\(pair.key)` cannot name a \(kind): names are \(IdentifierForm.rule)",
                    hint: IdentifierForm.repaired(pair.key).map { "for instance `\($0)`" })
            }
            return pair
        }
    }

    /// A name that must be among those that exist.
    func reference(_ text: String, at place: Place, to kind: String) -> String? {
        let known = known[kind] ?? []
        if known.contains(text) { return text }
        log.error(
            .unknownName, place, "there is no \(kind) `\(text)`",
            hint: Suggestion.hint(
                for: text, among: known.ordered, otherwise: known.isEmpty ? "there are no \(kind)s yet" : nil))
        return nil
    }

    /// A list of names that must be among those that exist, each once; a single name is a list of one.
    ///
    /// - Parameter what: in which it stands, for sentences.
    func references(_ pair: Value.Pair, to kind: String, of what: String) -> References? {
        guard let texts = texts(pair.value, name: pair.key, limit: SettingsLimits.nameLength) else { return nil }
        var found: References = []
        var seen: [String: Place] = [:]
        for (text, place) in texts {
            guard let id = reference(text, at: place, to: kind) else { continue }
            if let first = seen[id] {
                log.error(
                    .twiceInList, place, "\(kind) `\(id)` stands twice in this list",
                    related: [(first, "already named")])
            } else {
                seen[id] = place
                found.append((id, place))
            }
        }
        if texts.isEmpty {
            log.error(.emptyList, pair.value.place, "`\(pair.key)` of \(what) names nobody and nothing")
        }
        return found
    }

    /// A path seen from the file in which it stands.
    func path(_ pair: Value.Pair) -> String? {
        guard let text = text(pair.value, name: pair.key, limit: SettingsLimits.textLength) else { return nil }
        return FilePath.join(FilePath.folder(of: log.sources[pair.value.place.source].name), text)
    }
}
