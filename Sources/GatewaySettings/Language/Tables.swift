/// A value in which tables of a shape stand, for sections that look at it themselves.
struct Tables<S: Shape> {
    let pair: Value.Pair
    let declared: Declared<S>

    /// One of them; nil, with an error, for what is not a map.
    ///
    /// - Parameter value: nil for the whole.
    func table(_ value: Value? = nil, what: String, place: Place? = nil, in reading: Reading) -> Table<S>? {
        Table(value ?? pair.value, declared, what: what, place: place, in: reading)
    }
}
