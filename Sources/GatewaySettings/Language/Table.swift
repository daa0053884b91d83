/// A map of a shape being read: `rung.wait` reads the setting `wait` of a rung, and nothing can be read that the
/// shape does not declare.
@dynamicMemberLookup struct Table<S: Shape> {
    let declared: Declared<S>
    let pairs: Pairs

    /// Nil, with an error, for what is not a map.
    init?(_ value: Value, _ declared: Declared<S>, what: String, place: Place? = nil, in reading: Reading) {
        guard let pairs = Pairs(value, declared.note, what: what, place: place, in: reading) else { return nil }
        self.declared = declared
        self.pairs = pairs
    }

    private init(_ declared: Declared<S>, _ pairs: Pairs) {
        self.declared = declared
        self.pairs = pairs
    }

    /// The same map, now that it is known to be of another shape.
    func becoming<Other: Shape>(_ other: Declared<Other>) -> Table<Other> {
        pairs.become(other.note)
        return Table<Other>(other, pairs)
    }

    var shape: S { declared.shape }
    var reading: Reading { pairs.reading }
    var what: String { pairs.what }
    var place: Place { pairs.place }

    /// Reads a setting; what is wrong with it goes to the log.
    subscript<Content>(dynamicMember setting: KeyPath<S, Setting<Content>>) -> Content {
        declared.shape[keyPath: setting].read(pairs)
    }

    /// Reads one of the settings that a shape declares as a list.
    func read<Content>(_ setting: Setting<Content>) -> Content { setting.read(pairs) }

    func has(_ key: String) -> Bool { pairs.has(key) }
    func place(of key: String) -> Place { pairs.place(of: key) }
    func finish(otherwise: String? = nil) { pairs.finish(otherwise: otherwise) }
}
