import FoundationEssentials

/// What one JSON object says, as far as a device's profile asks.
///
/// Only members that the profile names are decoded, in the form that it expects first: trying one type after
/// another on every value costs four times as much (74 bytes: 12 µs against 4 µs, release build).
struct JSONMessage: DecodableWithConfiguration {
    /// Who reads the object.
    enum Reader: Sendable {
        case profile(FieldPlan)
        /// The member "device" says whose profile.
        case directory([String: (device: Int, plan: FieldPlan)])
    }

    struct TooManyMembers: Error {}

    /// One element of an array that is read as messages of their own.
    struct Element: Sendable {
        /// Which of the plan's lists reads it.
        var list: Int
        var message: JSONMessage
    }

    /// One for each slot of the plan; nil for missing, null and the empty text.
    var values: [Scalar?] = []
    /// Zigbee2MQTT's own member, in whichever form.
    private(set) var lastSeen: Scalar?
    /// Members that no field names.
    private(set) var unmapped = 0
    /// The paths of the first of them.
    private(set) var unmappedNames: [String] = []
    private(set) var elements: [Element] = []
    /// The member "device", where a directory was asked.
    private(set) var name: String?
    /// The device that it names, if it is enrolled.
    private(set) var device: Int?

    private static let lastSeenName = "last_seen"
    private static let deviceName = "device"

    /// A message that is one value.
    init(values: [Scalar?]) {
        self.values = values
    }

    init(from decoder: any Decoder, configuration reader: Reader) throws {
        let container = try decoder.container(keyedBy: MemberName.self)
        let keys = container.allKeys
        guard keys.count <= DecodingLimits.members else { throw TooManyMembers() }
        switch reader {
        case .profile(let plan):
            read(container, keys, plan)
        case .directory(let directory):
            guard case .text(let text)? = Self.scalar(container, MemberName(Self.deviceName), .text) else { return }
            name = text
            guard let entry = directory[text] else { return }
            device = entry.device
            read(container, keys, entry.plan)
        }
    }

    private mutating func read(
        _ container: KeyedDecodingContainer<MemberName>, _ keys: [MemberName], _ plan: FieldPlan
    ) {
        values = Array(repeating: nil, count: plan.slots.count)
        for key in keys {
            if let node = plan.root.children[key.stringValue] {
                if !node.isSilent { read(container, key, node, plan) }
            } else if key.stringValue == Self.lastSeenName {
                lastSeen = Self.scalar(container, key, .text)
            } else if plan.countsUnmapped, name == nil || key.stringValue != Self.deviceName {
                unmapped += 1
                if unmappedNames.count < DecodingLimits.unmappedNames { unmappedNames.append(key.stringValue) }
            }
        }
    }

    private mutating func read(
        _ container: KeyedDecodingContainer<MemberName>, _ key: MemberName, _ node: FieldPlan.Node, _ plan: FieldPlan
    ) {
        if let slot = node.slot { values[slot] = Self.scalar(container, key, plan.slots[slot].form) }
        guard !node.children.isEmpty || node.list != nil else { return }
        let inner = NestedValues.Place(node: node, plan: plan, path: key.stringValue)
        do {
            let nested = try container.decodeIfPresent(NestedValues.self, forKey: key, configuration: inner)
            if let nested { take(nested) }
        } catch {
            unmapped += 1
            if unmappedNames.count < DecodingLimits.unmappedNames { unmappedNames.append(key.stringValue) }
        }
    }

    mutating func take(_ nested: NestedValues) {
        for (slot, value) in nested.found { values[slot] = value }
        unmapped += nested.unmapped
        unmappedNames += nested.unmappedNames
        elements += nested.elements
    }

    /// Nil for missing, null and the empty text: they never change a state and are never a press.
    static func scalar(
        _ container: KeyedDecodingContainer<MemberName>, _ key: MemberName, _ form: FieldPlan.Form
    ) -> Scalar? {
        switch form {
        case .text: text(container, key) ?? number(container, key) ?? flag(container, key) ?? .some(.compound)
        case .flag: flag(container, key) ?? number(container, key) ?? text(container, key) ?? .some(.compound)
        case .number: number(container, key) ?? text(container, key) ?? flag(container, key) ?? .some(.compound)
        }
    }

    // Each gives nil when the value is of another type, and a nil inside when there is no value.

    private static func text(_ container: KeyedDecodingContainer<MemberName>, _ key: MemberName) -> Scalar?? {
        do {
            guard let text = try container.decodeIfPresent(String.self, forKey: key) else { return .some(nil) }
            return .some(text.isEmpty ? nil : .text(text))
        } catch {
            return nil
        }
    }

    private static func flag(_ container: KeyedDecodingContainer<MemberName>, _ key: MemberName) -> Scalar?? {
        do {
            return .some(try container.decodeIfPresent(Bool.self, forKey: key).map(Scalar.flag))
        } catch {
            return nil
        }
    }

    private static func number(_ container: KeyedDecodingContainer<MemberName>, _ key: MemberName) -> Scalar?? {
        do {
            return .some(try container.decodeIfPresent(Double.self, forKey: key).map(Scalar.number))
        } catch {
            return nil
        }
    }
}
