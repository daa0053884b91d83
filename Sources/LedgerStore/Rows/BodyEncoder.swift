/// Writes the bodies of rows as JSON, straight into bytes.
///
/// The library's encoder builds a tree first and took most of a press's transaction (see the figures in
/// `LedgerBenchmark`); this one writes as the value speaks. Reading back is left to the library: bodies
/// are plain JSON. Containers must be written in the order they are opened, which compiler-made
/// conformances and the standard library's do.
final class BodyEncoder {
    private var bytes: [UInt8] = []
    /// The containers that are open, outermost first.
    private var open: [Frame] = []

    private struct Frame {
        var isArray: Bool
        var count: Int
    }

    func encode(_ value: some Encodable) throws -> [UInt8] {
        bytes.removeAll(keepingCapacity: true)
        open.removeAll(keepingCapacity: true)
        try value.encode(to: ValueEncoder(target: self))
        close(downTo: 0)
        if bytes.isEmpty { bytes.append(contentsOf: "{}".utf8) }
        return bytes
    }

    // MARK: - What containers ask for

    /// Opens a container and returns its depth.
    func begin(isArray: Bool) -> Int {
        bytes.append(isArray ? UInt8(ascii: "[") : UInt8(ascii: "{"))
        open.append(Frame(isArray: isArray, count: 0))
        return open.count
    }

    func key(_ key: String, at depth: Int) {
        element(at: depth)
        string(key)
        bytes.append(UInt8(ascii: ":"))
    }

    /// Gets ready for the next value of the container at this depth.
    func element(at depth: Int) {
        precondition(depth <= open.count, "A container is written before the next one is opened.")
        close(downTo: depth)
        if open[depth - 1].count > 0 { bytes.append(UInt8(ascii: ",")) }
        open[depth - 1].count += 1
    }

    func count(at depth: Int) -> Int { open[depth - 1].count }

    func value(_ value: some Encodable) throws {
        let before = bytes.count
        try value.encode(to: ValueEncoder(target: self))
        if bytes.count == before { bytes.append(contentsOf: "{}".utf8) }
    }

    func null() { bytes.append(contentsOf: "null".utf8) }

    func bool(_ value: Bool) { bytes.append(contentsOf: (value ? "true" : "false").utf8) }

    func integer(_ value: some BinaryInteger) {
        if value >= 0, value < 10 { return bytes.append(UInt8(ascii: "0") + UInt8(value)) }
        bytes.append(contentsOf: String(value).utf8)
    }

    func number(_ value: some BinaryFloatingPoint & LosslessStringConvertible & Encodable) throws {
        guard value.isFinite else {
            throw EncodingError.invalidValue(
                value, .init(codingPath: [], debugDescription: "JSON has no number for \(value)."))
        }
        bytes.append(contentsOf: value.description.utf8)
    }

    func string(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(Self.hexDigits[Int(byte >> 4)])
                bytes.append(Self.hexDigits[Int(byte & 15)])
            default:
                bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static let hexDigits = Array("0123456789abcdef".utf8)

    private func close(downTo depth: Int) {
        while open.count > depth {
            bytes.append(open.removeLast().isArray ? UInt8(ascii: "]") : UInt8(ascii: "}"))
        }
    }
}

/// The standard library's view of `BodyEncoder`. Paths are not kept: an error in our own values is a bug.
private struct ValueEncoder: Encoder {
    let target: BodyEncoder
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(ObjectContainer<Key>(target: target, depth: target.begin(isArray: false)))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        ArrayContainer(target: target, depth: target.begin(isArray: true))
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { ValueContainer(target: target) }
}

private struct ObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let target: BodyEncoder
    let depth: Int
    var codingPath: [any CodingKey] { [] }

    private func named(_ key: Key) -> BodyEncoder {
        target.key(key.stringValue, at: depth)
        return target
    }

    func encodeNil(forKey key: Key) { named(key).null() }
    func encode(_ value: Bool, forKey key: Key) { named(key).bool(value) }
    func encode(_ value: String, forKey key: Key) { named(key).string(value) }
    func encode(_ value: Double, forKey key: Key) throws { try named(key).number(value) }
    func encode(_ value: Float, forKey key: Key) throws { try named(key).number(value) }
    func encode(_ value: Int, forKey key: Key) { named(key).integer(value) }
    func encode(_ value: Int8, forKey key: Key) { named(key).integer(value) }
    func encode(_ value: Int16, forKey key: Key) { named(key).integer(value) }
    func encode(_ value: Int32, forKey key: Key) { named(key).integer(value) }
    func encode(_ value: Int64, forKey key: Key) { named(key).integer(value) }
    func encode(_ value: UInt, forKey key: Key) { named(key).integer(value) }
    func encode(_ value: UInt8, forKey key: Key) { named(key).integer(value) }
    func encode(_ value: UInt16, forKey key: Key) { named(key).integer(value) }
    func encode(_ value: UInt32, forKey key: Key) { named(key).integer(value) }
    func encode(_ value: UInt64, forKey key: Key) { named(key).integer(value) }
    func encode(_ value: some Encodable, forKey key: Key) throws { try named(key).value(value) }

    func nestedContainer<Inner: CodingKey>(
        keyedBy type: Inner.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Inner> {
        ValueEncoder(target: named(key)).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        ValueEncoder(target: named(key)).unkeyedContainer()
    }

    func superEncoder() -> any Encoder {
        target.key("super", at: depth)
        return ValueEncoder(target: target)
    }

    func superEncoder(forKey key: Key) -> any Encoder { ValueEncoder(target: named(key)) }
}

private struct ArrayContainer: UnkeyedEncodingContainer {
    let target: BodyEncoder
    let depth: Int
    var codingPath: [any CodingKey] { [] }
    var count: Int { target.count(at: depth) }

    private var next: BodyEncoder {
        target.element(at: depth)
        return target
    }

    func encodeNil() { next.null() }
    func encode(_ value: Bool) { next.bool(value) }
    func encode(_ value: String) { next.string(value) }
    func encode(_ value: Double) throws { try next.number(value) }
    func encode(_ value: Float) throws { try next.number(value) }
    func encode(_ value: Int) { next.integer(value) }
    func encode(_ value: Int8) { next.integer(value) }
    func encode(_ value: Int16) { next.integer(value) }
    func encode(_ value: Int32) { next.integer(value) }
    func encode(_ value: Int64) { next.integer(value) }
    func encode(_ value: UInt) { next.integer(value) }
    func encode(_ value: UInt8) { next.integer(value) }
    func encode(_ value: UInt16) { next.integer(value) }
    func encode(_ value: UInt32) { next.integer(value) }
    func encode(_ value: UInt64) { next.integer(value) }
    func encode(_ value: some Encodable) throws { try next.value(value) }

    func nestedContainer<Inner: CodingKey>(keyedBy type: Inner.Type) -> KeyedEncodingContainer<Inner> {
        ValueEncoder(target: next).container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { ValueEncoder(target: next).unkeyedContainer() }

    func superEncoder() -> any Encoder { ValueEncoder(target: next) }
}

private struct ValueContainer: SingleValueEncodingContainer {
    let target: BodyEncoder
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { target.null() }
    func encode(_ value: Bool) { target.bool(value) }
    func encode(_ value: String) { target.string(value) }
    func encode(_ value: Double) throws { try target.number(value) }
    func encode(_ value: Float) throws { try target.number(value) }
    func encode(_ value: Int) { target.integer(value) }
    func encode(_ value: Int8) { target.integer(value) }
    func encode(_ value: Int16) { target.integer(value) }
    func encode(_ value: Int32) { target.integer(value) }
    func encode(_ value: Int64) { target.integer(value) }
    func encode(_ value: UInt) { target.integer(value) }
    func encode(_ value: UInt8) { target.integer(value) }
    func encode(_ value: UInt16) { target.integer(value) }
    func encode(_ value: UInt32) { target.integer(value) }
    func encode(_ value: UInt64) { target.integer(value) }
    func encode(_ value: some Encodable) throws { try target.value(value) }
}
