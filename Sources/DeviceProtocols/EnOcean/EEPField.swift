/// One value in a telegram, as the EnOcean Equipment Profiles describe it.
struct EEPField: Sendable {
    enum Kind: Sendable {
        /// Linear: the raw range (which may fall) becomes the scale.
        case measure(from: (Double, Double), to: (Double, Double), unit: String)
        /// The raw values that mean something, and what; `{value}` in it is the raw value.
        case choice([(values: ClosedRange<Int>, meaning: String)], unit: String)
        /// A bit of the status byte, not of the data.
        case status
    }

    /// What other bits must be for this one to mean anything.
    struct Condition: Sendable {
        var offset: Int
        var size: Int
        var value: Int
    }

    var shortcut: String
    /// In bits, from the first of the data.
    var offset: Int
    var size: Int
    var kind: Kind
    /// Nil where it always means something.
    var condition: Condition?

    static func measure(
        _ shortcut: String, _ offset: Int, _ size: Int, _ unit: String, from: (Double, Double), to: (Double, Double)
    ) -> EEPField {
        EEPField(shortcut: shortcut, offset: offset, size: size, kind: .measure(from: from, to: to, unit: unit))
    }

    static func choice(
        _ shortcut: String, _ offset: Int, _ size: Int, _ meanings: [(ClosedRange<Int>, String)], unit: String = ""
    ) -> EEPField {
        EEPField(
            shortcut: shortcut, offset: offset, size: size,
            kind: .choice(meanings.map { (values: $0.0, meaning: $0.1) }, unit: unit))
    }

    /// Values that count up from 0.
    static func choice(_ shortcut: String, _ offset: Int, _ size: Int, _ meanings: String...) -> EEPField {
        choice(shortcut, offset, size, meanings.enumerated().map { ($0.offset...$0.offset, $0.element) })
    }

    static func status(_ shortcut: String, _ offset: Int) -> EEPField {
        EEPField(shortcut: shortcut, offset: offset, size: 1, kind: .status)
    }

    /// The same field where it means something only if some bits have this value.
    func when(_ offset: Int, _ size: Int, is value: Int) -> EEPField {
        var field = self
        field.condition = Condition(offset: offset, size: size, value: value)
        return field
    }

    /// Whether the telegram says that the field means something, and the value is within the range that measures:
    /// the raw values beyond it stand for faults, or for nothing.
    func isTold(_ raw: Int, in data: [UInt8]) -> Bool {
        if case .measure(let from, _, _) = kind {
            guard Double(raw) >= min(from.0, from.1), Double(raw) <= max(from.0, from.1) else { return false }
        }
        guard let condition else { return true }
        let bits = condition.offset..<condition.offset + condition.size
        return Self.number(ofBits: bits, in: data) == condition.value
    }

    /// Nil where the telegram is too short to hold it.
    func raw(in data: [UInt8], status: UInt8) -> Int? {
        if case .status = kind { return Int(status >> UInt8(7 - offset)) & 1 }
        return Self.number(ofBits: offset..<offset + size, in: data)
    }

    /// The number that some bits of the data are, the first the highest; nil where there are not so many.
    static func number(ofBits bits: Range<Int>, in data: [UInt8]) -> Int? {
        guard bits.upperBound <= data.count * 8 else { return nil }
        return bits.reduce(0) { number, bit in
            let byte: UInt8 = data[bit / 8] >> UInt8(7 - bit % 8)
            return number << 1 | Int(byte & 1)
        }
    }

    /// In thousandths exactly: what a raw value measures. Nil for a choice.
    func measured(_ raw: Int) -> Double? {
        guard case .measure(let from, let to, _) = kind else { return nil }
        let step: Double = (to.1 - to.0) / (from.1 - from.0)
        let value: Double = step * (Double(raw) - from.0) + to.0
        return (value * 1_000).rounded() / 1_000
    }

    func described(_ raw: Int) -> DecodedValue {
        let value: DecodedValue
        let unit: String
        switch kind {
        case .measure(_, _, let its):
            value = measured(raw).map { .number($0) } ?? .null
            unit = its
        case .choice(let meanings, let its):
            value = Self.meaning(of: raw, meanings).map { .text($0) } ?? .null
            unit = its
        case .status:
            value = .flag(raw != 0)
            unit = ""
        }
        return .object([.init("raw", .integer(Int64(raw))), .init("value", value), .init("unit", .text(unit))])
    }

    /// A single value comes before a range that holds it, too.
    private static func meaning(of raw: Int, _ meanings: [(values: ClosedRange<Int>, meaning: String)]) -> String? {
        let found = meanings.filter { $0.values.contains(raw) }
        guard let meaning = (found.first { $0.values.count == 1 } ?? found.first)?.meaning else { return nil }
        let parts = meaning.split(separator: "{value}", omittingEmptySubsequences: false)
        return parts.joined(separator: String(raw))
    }
}
