/// The members of an object that a profile names, found by the bytes of their names without making a text of them.
///
/// The names are the profile's; those of a message only ask. So nobody outside can make it slow.
struct MemberTable: Sendable {
    private(set) var nodes: [FieldPlan.Node] = []
    private var names: [[UInt8]] = []
    /// Places by hash, each counted from one, zero for none: a power of two of them, at most half in use.
    private var buckets: [Int] = []

    var isEmpty: Bool { nodes.isEmpty }

    var count: Int { nodes.count }

    /// The place of the name that stands in the range.
    func place(of bytes: [UInt8], in range: Range<Int>) -> Int? {
        guard !buckets.isEmpty else { return nil }
        var bucket = Self.hash(bytes, range) & (buckets.count - 1)
        while buckets[bucket] > 0 {
            let place = buckets[bucket] - 1
            if names[place].elementsEqual(bytes[range]) { return place }
            bucket = (bucket + 1) & (buckets.count - 1)
        }
        return nil
    }

    func place(of name: String) -> Int? {
        let bytes = Array(name.utf8)
        return place(of: bytes, in: bytes.indices)
    }

    subscript(name: String) -> FieldPlan.Node? { place(of: name).map { nodes[$0] } }

    /// Changes a member's node, which is a new one where the name is new.
    mutating func change(_ name: String, _ body: (inout FieldPlan.Node) -> Void) {
        if let place = place(of: name) { return body(&nodes[place]) }
        var node = FieldPlan.Node()
        body(&node)
        nodes.append(node)
        names.append(Array(name.utf8))
        var size = 4
        while size < 2 * names.count { size *= 2 }
        buckets = Array(repeating: 0, count: size)
        for (place, name) in names.enumerated() {
            var bucket = Self.hash(name, name.indices) & (size - 1)
            while buckets[bucket] > 0 { bucket = (bucket + 1) & (size - 1) }
            buckets[bucket] = place + 1
        }
    }

    /// FNV-1a, 64 bits; the highest are dropped.
    private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for place in range { hash = (hash ^ UInt64(bytes[place])) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF)
    }
}
