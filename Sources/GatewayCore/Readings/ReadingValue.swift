/// The value of a reading, of the kind its capability has.
package enum ReadingValue: Hashable, Codable, Sendable {
    /// An event took place.
    case happened
    case state(Bool)
    case number(Quantity)

    package var kind: Capability.Kind {
        switch self {
        case .happened: .event
        case .state: .state
        case .number: .number
        }
    }
}
