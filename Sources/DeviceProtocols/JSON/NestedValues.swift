import FoundationEssentials

/// The values that a profile wants from inside a member: "/update/state", "/events/0/component".
struct NestedValues: DecodableWithConfiguration {
    struct Place: Sendable {
        var node: FieldPlan.Node
        var plan: FieldPlan
    }

    private struct Skipped: Decodable {
        init(from decoder: any Decoder) throws {}
    }

    private(set) var found: [(slot: Int, value: Scalar)] = []
    private(set) var unmapped = 0

    init(from decoder: any Decoder, configuration place: Place) throws {
        let single = try decoder.singleValueContainer()
        if single.decodeNil() { return }
        if let slot = place.node.slot, let value = Self.scalar(single) { found.append((slot, value)) }
        guard !place.node.children.isEmpty else { return }
        if let object = try? decoder.container(keyedBy: MemberName.self) {
            try read(object, place)
        } else if var array = try? decoder.unkeyedContainer() {
            try read(&array, place)
        } else if place.node.slot == nil {
            unmapped += 1
        }
    }

    private mutating func read(_ object: KeyedDecodingContainer<MemberName>, _ place: Place) throws {
        let keys = object.allKeys
        guard keys.count <= DecodingLimits.members else { throw JSONMessage.TooManyMembers() }
        for key in keys {
            guard let child = place.node.children[key.stringValue] else {
                unmapped += 1
                continue
            }
            take(try object.decode(Self.self, forKey: key, configuration: Place(node: child, plan: place.plan)))
        }
    }

    private mutating func read(_ array: inout any UnkeyedDecodingContainer, _ place: Place) throws {
        while !array.isAtEnd, array.currentIndex <= DecodingLimits.arrayIndex {
            guard let child = place.node.children[String(array.currentIndex)] else {
                _ = try array.decode(Skipped.self)
                unmapped += 1
                continue
            }
            take(try array.decode(Self.self, configuration: Place(node: child, plan: place.plan)))
        }
    }

    private mutating func take(_ inner: Self) {
        found += inner.found
        unmapped += inner.unmapped
    }

    private static func scalar(_ container: any SingleValueDecodingContainer) -> Scalar? {
        if let number = try? container.decode(Double.self) { return .number(number) }
        if let text = try? container.decode(String.self) { return text.isEmpty ? nil : .text(text) }
        if let flag = try? container.decode(Bool.self) { return .flag(flag) }
        return .compound
    }
}
