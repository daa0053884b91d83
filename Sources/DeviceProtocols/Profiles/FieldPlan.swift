import GatewayCore

/// What a profile wants of one topic or frame, ready for reading: which members to look at, in which form, and
/// what their values mean.
struct FieldPlan: Sendable {
    /// What kind of value a place is expected to hold; the others are tried after it.
    enum Form: Sendable {
        case text, flag, number
    }

    /// One place in a message, with all fields that read it; none where only guards, counters or the clock do.
    struct Slot: Sendable {
        var path: String
        var form: Form
        var fields: [Field] = []
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
        var guards: [Guard] = []
        var scaling: Scaling
        /// Place of its group.
        var group: Int?
        var counter: Counter?
    }

    /// Another value of the message that must be one of these.
    struct Guard: Sendable {
        var slot: Int
        var equals: [ProfileField.Literal]
    }

    /// Where the message counts what it tells, and the place in a device's memory of the last count.
    struct Counter: Sendable {
        var slot: Int
        var memory: Int
    }

    /// How a number becomes one in its capability's unit.
    struct Scaling: Hashable, Sendable {
        var offset: Int64 = 0
        var conversion: MeasuredUnit.Conversion?
    }

    /// A member of an object, or an element of an array.
    struct Node: Sendable {
        var slot: Int?
        var children: [String: Node] = [:]
        /// Read by nobody and shown to nobody.
        var isSilent = false
        /// The elements below are messages of their own, read by this one of the plan's lists.
        var list: Int?
    }

    /// A field with where it stands on this topic, and its places in the device's memory.
    struct Source: Sendable {
        var field: ProfileField
        var tokens: [String]
        /// What the paths beside it are counted from: `where` and `counter`.
        var base: [String] = []
        var isLevel: Bool
        var memory: Int?
        var counter: Int?
    }

    private(set) var slots: [Slot] = []
    private(set) var root = Node()
    private(set) var lists: [FieldPlan] = []
    /// Where the message says when what it tells happened.
    private(set) var clock: Int?
    /// How many of its fields belong to each group.
    private(set) var groups: [Int] = []
    /// Members that no field names are counted.
    var countsUnmapped = true

    /// - Parameters:
    ///   - clock: where the message says when what it tells happened.
    ///   - silent: what nobody reads.
    ///   - known: what needs no field.
    ///   - naming: places that are read beside the fields, as texts, the first slots of all.
    init(
        _ sources: [Source], clock: [String]? = nil, silent: [[String]] = [], known: [[String]] = [],
        naming: [[String]] = []
    ) {
        var slotByPath: [[String]: Int] = [:]
        func slot(_ tokens: [String], _ form: Form) -> Int {
            if let known = slotByPath[tokens] { return known }
            slotByPath[tokens] = slots.count
            slots.append(Slot(path: tokens.joined(separator: "/"), form: form))
            Self.change(at: tokens[...], in: &root) { [place = slots.count - 1] in $0.slot = place }
            return slots.count - 1
        }
        for tokens in naming { _ = slot(tokens, .text) }
        var groupByName: [String: Int] = [:]
        for source in sources {
            let field = source.field
            let place = slot(source.tokens, Self.form(field.meaning))
            let guards = field.guards.map { guarding in
                Guard(
                    slot: slot(source.base + Self.tokens(guarding.path), Self.form(guarding.equals.first)),
                    equals: guarding.equals)
            }
            let counter = zip(field.counter, source.counter).map { path, memory in
                Counter(slot: slot(source.base + Self.tokens(path), .number), memory: memory)
            }
            var group: Int?
            if let name = field.group {
                let known = groupByName[name] ?? groups.count
                if known == groups.count { groups.append(0) }
                groupByName[name] = known
                groups[known] += 1
                group = known
            }
            slots[place].fields.append(
                Field(
                    capability: field.capability, meaning: field.meaning,
                    range: Self.narrower(field.range, field.capability.range), memory: source.memory,
                    isLevel: source.isLevel, guards: guards,
                    scaling: Scaling(
                        offset: field.offset.thousandths, conversion: field.unit?.conversion(to: field.capability)),
                    group: group, counter: counter))
        }
        self.clock = clock.map { slot($0, .number) }
        for tokens in known { Self.change(at: tokens[...], in: &root) { _ in } }
        for tokens in silent {
            Self.change(at: tokens[...], in: &root) { node in
                node = Node()
                node.isSilent = true
            }
        }
    }

    /// Reads the elements of an array as messages of their own.
    mutating func read(elementsAt tokens: [String], by plan: FieldPlan) {
        lists.append(plan)
        Self.change(at: tokens[...], in: &root) { [place = lists.count - 1] in $0.list = place }
    }

    /// The plan of what is inside of one of its members.
    mutating func stand(at node: Node) { root = node }

    /// The tokens of a JSON pointer (RFC 6901, sections 3 and 4); a name without "/" is one token, and the
    /// empty text the whole message.
    static func tokens(_ path: String) -> [String] {
        if path.isEmpty { return [] }
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

    private static func change(at tokens: ArraySlice<String>, in node: inout Node, _ body: (inout Node) -> Void) {
        guard let first = tokens.first else { return body(&node) }
        change(at: tokens.dropFirst(), in: &node.children[first, default: Node()], body)
    }

    private static func narrower(
        _ own: ClosedRange<Quantity>?, _ possible: ClosedRange<Quantity>?
    ) -> ClosedRange<Quantity>? {
        guard let own, let possible else { return own ?? possible }
        return own.clamped(to: possible)
    }

    private static func form(_ meaning: ProfileField.Meaning) -> Form {
        switch meaning {
        case .happens(let when): form(when.first)
        case .state(let on, let off): form(on.first ?? off.first)
        case .bits, .number: .number
        }
    }

    private static func form(_ literal: ProfileField.Literal?) -> Form {
        switch literal {
        case .text: .text
        case .flag: .flag
        case .integer, nil: .number
        }
    }
}

/// Both or nothing.
private func zip<First, Second>(_ first: First?, _ second: Second?) -> (First, Second)? {
    guard let first, let second else { return nil }
    return (first, second)
}
