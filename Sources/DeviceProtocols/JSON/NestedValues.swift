import FoundationEssentials

/// The values that a profile wants from inside a member: "/update/state", "/events/0/component".
struct NestedValues: DecodableWithConfiguration {
    struct Place: Sendable {
        var node: FieldPlan.Node
        var plan: FieldPlan
        /// How it came here.
        var path: String

        func within(_ name: String, _ node: FieldPlan.Node) -> Place {
            Place(node: node, plan: plan, path: path + "/" + name)
        }
    }

    private struct Skipped: Decodable {
        init(from decoder: any Decoder) throws {}
    }

    private(set) var found: [(slot: Int, value: Scalar)] = []
    private(set) var unmapped = 0
    private(set) var unmappedNames: [String] = []
    private(set) var elements: [JSONMessage.Element] = []

    init(from decoder: any Decoder, configuration place: Place) throws {
        let single = try decoder.singleValueContainer()
        if single.decodeNil() { return }
        if let slot = place.node.slot, let value = Self.scalar(single) { found.append((slot, value)) }
        if let list = place.node.list, var array = try? decoder.unkeyedContainer() {
            try readElements(&array, list, place)
            return
        }
        guard !place.node.children.isEmpty else { return }
        if let object = try? decoder.container(keyedBy: MemberName.self) {
            try read(object, place)
        } else if var array = try? decoder.unkeyedContainer() {
            try read(&array, place)
        } else if place.node.slot == nil {
            leave(place.path)
        }
    }

    private mutating func read(_ object: KeyedDecodingContainer<MemberName>, _ place: Place) throws {
        let keys = object.allKeys
        guard keys.count <= DecodingLimits.members else { throw JSONMessage.TooManyMembers() }
        for key in keys {
            guard let child = place.node.children[key.stringValue] else {
                leave(place.path + "/" + key.stringValue)
                continue
            }
            guard !child.isSilent else { continue }
            take(try object.decode(Self.self, forKey: key, configuration: place.within(key.stringValue, child)))
        }
    }

    private mutating func read(_ array: inout any UnkeyedDecodingContainer, _ place: Place) throws {
        while !array.isAtEnd, array.currentIndex <= DecodingLimits.arrayIndex {
            let name = String(array.currentIndex)
            guard let child = place.node.children[name], !child.isSilent else {
                _ = try array.decode(Skipped.self)
                if place.node.children[name] == nil { leave(place.path + "/" + name) }
                continue
            }
            take(try array.decode(Self.self, configuration: place.within(name, child)))
        }
    }

    /// Each element is a message of its own; what is no object is counted.
    private mutating func readElements(
        _ array: inout any UnkeyedDecodingContainer, _ list: Int, _ place: Place
    ) throws {
        let plan = place.plan.lists[list]
        while !array.isAtEnd, array.currentIndex <= DecodingLimits.arrayIndex {
            let index = array.currentIndex
            if let message = try? array.decode(JSONMessage.self, configuration: .profile(plan)) {
                elements.append(JSONMessage.Element(list: list, message: message))
            } else {
                leave(place.path)
                // Some versions of the library have stepped over it, some have not.
                if array.currentIndex == index { _ = try array.decode(Skipped.self) }
            }
        }
    }

    private mutating func take(_ inner: Self) {
        found += inner.found
        unmapped += inner.unmapped
        unmappedNames += inner.unmappedNames
        elements += inner.elements
    }

    private mutating func leave(_ path: String) {
        unmapped += 1
        if unmappedNames.count < DecodingLimits.unmappedNames { unmappedNames.append(path) }
    }

    private static func scalar(_ container: any SingleValueDecodingContainer) -> Scalar? {
        if let number = try? container.decode(Double.self) { return .number(number) }
        if let text = try? container.decode(String.self) { return text.isEmpty ? nil : .text(text) }
        if let flag = try? container.decode(Bool.self) { return .flag(flag) }
        return .compound
    }
}
