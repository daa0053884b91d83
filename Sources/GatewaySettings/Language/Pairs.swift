/// The pairs of one map being read. Whatever is no setting of its shape is an error.
final class Pairs {
    let reading: Reading
    /// For sentences: "device `pendant`".
    let what: String
    /// Where a missing setting is reported.
    let place: Place
    private let pairs: [String: Value.Pair]
    private let order: [String]
    private var shape: ShapeNote
    /// Unknown keys that have been reported.
    private var refused: Set<String> = []

    /// Nil, with an error, for what is not a map.
    init?(_ value: Value, _ shape: ShapeNote, what: String, place: Place? = nil, in reading: Reading) {
        guard case .map(let pairs) = value.content else {
            reading.log.error(
                .wrongForm, value.place, "\(what) is \(value.form), where settings as `key: value` belong")
            return nil
        }
        self.shape = shape
        self.reading = reading
        self.what = what
        self.place = place ?? value.place
        self.pairs = Dictionary(pairs.map { ($0.key, $0) }) { first, _ in first }
        order = pairs.map(\.key)
    }

    /// What it is known to be from now on: a rule has the settings of its kind.
    func become(_ shape: ShapeNote) { self.shape = shape }

    /// The setting as it stands there; nil, with an error if it is required, where it does not.
    func pair(_ setting: SettingNote) -> Value.Pair? {
        precondition(shape.keys.contains(setting.name), "`\(setting.name)` is no setting of a \(shape.name).")
        if case .required(let hint) = setting.need { demand(setting.name, hint: hint) }
        return pairs[setting.name]
    }

    /// Reports a setting that must be there and is not.
    func demand(_ key: String, hint: String?) {
        guard pairs[key] == nil else { return }
        // A near miss is the unknown key that it is, whether or not the rest of the map is looked at.
        let misspelt = unknown.filter { Suggestion.nearest(to: $0, among: [key]) != nil }
        for key in misspelt { refuse(key, otherwise: nil) }
        if misspelt.isEmpty { reading.log.error(.missingKey, place, "\(what) has no `\(key)`", hint: hint) }
    }

    func has(_ key: String) -> Bool { pairs[key] != nil }

    /// A key that stands there; nil where it does not.
    subscript(key: String) -> Value.Pair? { pairs[key] }

    /// The place of a setting's value, or of the whole.
    func place(of key: String) -> Place { pairs[key]?.value.place ?? place }

    private var unknown: [String] { order.filter { !shape.keys.contains($0) } }

    /// Reports every key that is no setting.
    ///
    /// - Parameter otherwise: what helps where no known key is near; nil for the known ones, if they are few.
    func finish(otherwise: String? = nil) {
        for key in unknown { refuse(key, otherwise: otherwise) }
    }

    private func refuse(_ key: String, otherwise: String?) {
        guard let pair = pairs[key], refused.insert(key).inserted else { return }
        reading.log.error(
            .unknownKey, pair.keyPlace, "unknown key `\(key)` in \(what)",
            hint: Suggestion.hint(for: key, among: shape.offered.sorted(), otherwise: otherwise))
    }
}
