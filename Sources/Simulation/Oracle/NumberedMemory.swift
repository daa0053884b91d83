/// What the oracle remembers under ids that only ever grow.
///
/// What is over is forgotten after a while, so that a long life needs no more memory than a short one; that
/// a number of long ago may not come again is still known by the numbers themselves.
struct NumberedMemory<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    enum Before {
        case new
        case known(Value)
        /// The number is an old one, and what it stood for is forgotten.
        case forgotten
    }

    private var values: [Key: Value] = [:]
    /// Over, the oldest first.
    private var released: [Key] = []
    private var isReleased: Set<Key> = []
    private var newest: Int64 = 0

    subscript(key: Key) -> Value? { values[key] }

    /// Remembers a value where there is none, and says what there was.
    mutating func put(_ value: Value, for key: Key, number: Int64) -> Before {
        if let before = values[key] { return .known(before) }
        guard number > newest else { return .forgotten }
        newest = number
        values[key] = value
        return .new
    }

    /// It goes on after all.
    mutating func keep(_ key: Key) { isReleased.remove(key) }

    /// It is over, and may be forgotten when many others are over too.
    mutating func release(_ key: Key) {
        guard values[key] != nil, isReleased.insert(key).inserted else { return }
        released.append(key)
        guard released.count > 2 * SimulationLimits.rememberedOver else { return }
        for old in released.prefix(SimulationLimits.rememberedOver) where isReleased.remove(old) != nil {
            values[old] = nil
        }
        released.removeFirst(SimulationLimits.rememberedOver)
    }
}
