internal import GatewayCore

/// A map being read: each setting is asked for by name, and what nobody asked for is an error.
final class Table {
    let reading: Reading
    /// For sentences: "device `pendant`".
    let what: String
    /// Where a missing setting is reported.
    let place: Place
    private let pairs: [String: Value.Pair]
    private let order: [String]
    private var known: [String] = []

    /// Nil, with an error, for what is not a map.
    init?(_ value: Value, what: String, place: Place? = nil, in reading: Reading) {
        guard case .map(let pairs) = value.content else {
            reading.log.error(
                .wrongForm, value.place, "\(what) is \(value.form), where settings as `key: value` belong")
            return nil
        }
        self.reading = reading
        self.what = what
        self.place = place ?? value.place
        self.pairs = Dictionary(pairs.map { ($0.key, $0) }) { first, _ in first }
        order = pairs.map(\.key)
    }

    /// The setting, which from now on is a known one.
    func pair(_ key: String, required: Bool = false, hint: String? = nil) -> Value.Pair? {
        if !known.contains(key) { known.append(key) }
        if let pair = pairs[key] { return pair }
        if required {
            // A near miss is reported once, as the unknown key that it is.
            let isMisspelt = order.contains { !known.contains($0) && Suggestion.nearest(to: $0, among: [key]) != nil }
            if !isMisspelt { reading.log.error(.missingKey, place, "\(what) has no `\(key)`", hint: hint) }
        }
        return nil
    }

    func has(_ key: String) -> Bool { pairs[key] != nil }

    /// The place of a setting's value, or of the whole.
    func place(of key: String) -> Place { pairs[key]?.value.place ?? place }

    /// Reports every key that nobody asked for.
    ///
    /// - Parameter otherwise: what helps where no known key is near; nil for the known ones, if they are few.
    func finish(otherwise: String? = nil) {
        for key in order where !known.contains(key) {
            guard let pair = pairs[key] else { continue }
            reading.log.error(
                .unknownKey, pair.keyPlace, "unknown key `\(key)` in \(what)",
                hint: Suggestion.hint(for: key, among: known.sorted(), otherwise: otherwise))
        }
    }

    // MARK: - Settings by form

    func text(_ key: String, required: Bool = false, limit: Int = SettingsLimits.nameLength, hint: String? = nil)
        -> String?
    {
        guard let pair = pair(key, required: required, hint: hint) else { return nil }
        return reading.text(pair.value, name: key, limit: limit)
    }

    func flag(_ key: String) -> Bool? {
        pair(key).flatMap { reading.flag($0.value, name: key) }
    }

    func integer(_ key: String, _ range: ClosedRange<Int>, required: Bool = false) -> Int? {
        pair(key, required: required).flatMap { reading.integer($0.value, name: key, range) }
    }

    func duration(_ key: String, _ range: ClosedRange<Duration>, required: Bool = false, hint: String? = nil)
        -> Duration?
    {
        pair(key, required: required, hint: hint).flatMap { reading.duration($0.value, name: key, range) }
    }

    /// One word of several.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, _: Choice.Type = Choice.self, required: Bool = false
    ) -> Choice? where Choice.RawValue == String {
        guard
            let pair = pair(
                key, required: required, hint: "possible: " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
        else { return nil }
        return reading.choice(pair.value, name: key)
    }

    /// A list of texts; a single text is a list of one.
    func texts(_ key: String, required: Bool = false, limit: Int = SettingsLimits.nameLength) -> [(
        text: String, place: Place
    )]? {
        guard let pair = pair(key, required: required) else { return nil }
        return reading.texts(pair.value, name: key, limit: limit)
    }

    func table(_ key: String, required: Bool = false, hint: String? = nil) -> Table? {
        guard let pair = pair(key, required: required, hint: hint) else { return nil }
        return Table(pair.value, what: "`\(key)` of \(what)", place: pair.keyPlace, in: reading)
    }

    /// A secret: a `!secret`, a `!file`, or the path of a file under `<key>_file`.
    func secret(_ key: String, required: Bool = false) -> Secret? {
        if let file = pair(key + "_file") {
            guard pair(key) == nil else {
                reading.log.error(.bothGiven, file.keyPlace, "\(what) has both `\(key)` and `\(key)_file`")
                return nil
            }
            guard let path = reading.text(file.value, name: key + "_file", limit: SettingsLimits.textLength) else {
                return nil
            }
            return reading.secrets.secret(inFile: path, at: file.value.place, in: reading).map(Secret.init)
        }
        let hint = "`\(key): !secret name`, with `name: …` in secrets.yaml"
        guard let pair = pair(key, required: required, hint: hint) else { return nil }
        if case .scalar(_, _, .none) = pair.value.content {
            reading.log.warning(
                .secretInSettings, pair.keyPlace, "the \(key) of \(what) stands in the settings themselves", hint: hint,
                isSecret: true)
        }
        return reading.text(pair.value, name: key, limit: SettingsLimits.secretBytes, isSecret: true).map(Secret.init)
    }

    /// The entries of a map from names to things, each with its well-formed name.
    func entries(_ key: String, of kind: String, limit: Int) -> [Entry] {
        guard let pair = pair(key) else { return [] }
        return reading.entries(pair.value, name: key, of: kind, limit: limit)
    }

    struct Entry {
        var id: String
        var place: Place
        var value: Value
    }
}
