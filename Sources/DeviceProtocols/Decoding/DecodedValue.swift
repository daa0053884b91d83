/// What a frame or message says in the words of its own protocol, for people who look at a strange device.
package indirect enum DecodedValue: Hashable, Sendable {
    case null
    case flag(Bool)
    case integer(Int64)
    /// Finite.
    case number(Double)
    case text(String)
    case list([DecodedValue])
    /// Members in the order in which they are printed; each name once.
    case object([Member])

    package struct Member: Hashable, Sendable {
        package var name: String
        package var value: DecodedValue

        package init(_ name: String, _ value: DecodedValue) {
            self.name = name
            self.value = value
        }
    }

    /// The value of a member; nil where this is no object or has no such member.
    package subscript(name: String) -> DecodedValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }
}
