import GatewayCore

/// A profile made ready for reading: which members to look at, in which form, and what their values mean.
struct FieldPlan: Sendable {
    /// What kind of value a place is expected to hold; the others are tried after it.
    enum Form: Sendable {
        case text, flag, number
    }

    /// One place in a message, with all fields that read it.
    struct Slot: Sendable {
        var path: String
        var form: Form
        var fields: [Field]
    }

    struct Field: Sendable {
        var capability: Capability
        var meaning: ProfileField.Meaning
        var range: ClosedRange<Quantity>?
        /// Place in a device's memory of what it last said; nil where nothing needs to be remembered.
        var memory: Int?
        /// An event told by a value that stays (`sos: true`): it happened when the value came, not each
        /// time the value is sent along.
        var isLevel: Bool
    }

    /// A member of an object, or an element of an array.
    struct Node: Sendable {
        var slot: Int?
        var children: [String: Node] = [:]
    }

    private(set) var slots: [Slot] = []
    private(set) var root = Node()
    /// How many values a device's memory holds.
    private(set) var memorySize = 0

    /// Zigbee2MQTT keeps what it publishes and sends it along with everything later; only `action` and its
    /// parts are never kept (lib/state.ts).
    private static func isKept(_ name: String) -> Bool {
        name != "action" && !name.hasPrefix("action_")
    }

    init(_ profile: DeviceProfile) {
        var slotByPath: [String: Int] = [:]
        for field in profile.fields {
            let tokens = Self.tokens(field.path)
            let key = tokens.joined(separator: "\u{0}")
            let slot = slotByPath[key] ?? slots.count
            if slot == slots.count {
                slotByPath[key] = slot
                slots.append(Slot(path: tokens.joined(separator: "/"), form: Self.form(field.meaning), fields: []))
                Self.place(slot, at: tokens[...], in: &root)
            }
            let isLevel =
                field.capability.kind == .event && profile.dialect == .zigbee2mqtt && Self.isKept(tokens.first ?? "")
            var memory: Int?
            if isLevel || field.capability.kind == .state {
                memory = memorySize
                memorySize += 1
            }
            slots[slot].fields.append(
                Field(
                    capability: field.capability, meaning: field.meaning, range: field.capability.range,
                    memory: memory, isLevel: isLevel))
        }
    }

    /// The tokens of a JSON pointer (RFC 6901, sections 3 and 4); a name without "/" is one token.
    static func tokens(_ path: String) -> [String] {
        let body = path.hasPrefix("/") ? path.dropFirst() : path[...]
        return body.split(separator: "/", omittingEmptySubsequences: false).map { token in
            guard token.contains("~") else { return String(token) }
            var text = ""
            var rest = token
            while let first = rest.first {
                if rest.hasPrefix("~1") || rest.hasPrefix("~0") {
                    text.append(rest.hasPrefix("~1") ? "/" : "~")
                    rest = rest.dropFirst(2)
                } else {
                    text.append(first)
                    rest = rest.dropFirst()
                }
            }
            return text
        }
    }

    private static func place(_ slot: Int, at tokens: ArraySlice<String>, in node: inout Node) {
        guard let first = tokens.first else {
            node.slot = slot
            return
        }
        place(slot, at: tokens.dropFirst(), in: &node.children[first, default: Node()])
    }

    private static func form(_ meaning: ProfileField.Meaning) -> Form {
        let literal: ProfileField.Literal? =
            switch meaning {
            case .happens(let when): when.first
            case .state(let on, let off): on.first ?? off.first
            case .bits, .number: .integer(0)
            }
        return switch literal {
        case .text: .text
        case .flag: .flag
        case .integer, nil: .number
        }
    }
}
