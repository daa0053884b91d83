/// A thing of a section, with its name.
struct Entry<S: Shape> {
    let id: String
    /// Of the name.
    let place: Place
    /// "device"
    let kind: String
    let value: Value
    let declared: Declared<S>

    /// Nil, with an error, for what is not a map.
    func table(in reading: Reading) -> Table<S>? {
        Table(value, declared, what: "\(kind) `\(id)`", place: place, in: reading)
    }
}
