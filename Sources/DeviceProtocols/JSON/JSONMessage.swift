/// What one JSON object says, as far as a device's profile asks.
///
/// Only the values that the profile names are made; the rest is checked and passed.
struct JSONMessage: Sendable {
    /// Who reads the object.
    enum Reader: Sendable {
        case profile(FieldPlan)
        /// The member "device" says whose profile.
        case directory([String: (device: Int, plan: FieldPlan)])
    }

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

    /// The object at hand.
    init(_ reader: Reader, from scanner: inout JSONScanner) throws(JSONScanner.Fault) {
        switch reader {
        case .profile(let plan): try read(&scanner, plan)
        case .directory(let directory):
            var ahead = scanner
            guard case .text(let text)? = try Self.scalar(Self.deviceName, &ahead) else {
                scanner = ahead
                return
            }
            name = text
            guard let entry = directory[text] else {
                scanner = ahead
                return
            }
            device = entry.device
            try read(&scanner, entry.plan)
        }
    }

    private static func scalar(_ name: String, _ scanner: inout JSONScanner) throws(JSONScanner.Fault) -> Scalar? {
        try scanner.member(name) { scanner throws(JSONScanner.Fault) in try scanner.scalar() }
    }

    /// The value at hand, of which the inside is wanted.
    init(whole plan: FieldPlan, from scanner: inout JSONScanner) throws(JSONScanner.Fault) {
        values = Array(repeating: nil, count: plan.slots.count)
        try read(&scanner, plan.root, plan, "")
    }

    private mutating func read(_ scanner: inout JSONScanner, _ plan: FieldPlan) throws(JSONScanner.Fault) {
        values = Array(repeating: nil, count: plan.slots.count)
        var first = FirstOnes()
        let members = plan.root.children
        var count = 0
        try scanner.open()
        while let name = try scanner.nextMember(after: count) {
            count += 1
            guard count <= DecodingLimits.members else { throw .tooManyMembers }
            if let place = try scanner.find(name, in: members) {
                try read(&scanner, members.nodes[place], plan, name, isFirst: first.insert(place))
            } else if scanner.matches(name, Self.lastSeenName) {
                let value = try scanner.scalar()
                if first.insert(members.count) { lastSeen = value }
            } else {
                try scanner.skip()
                guard plan.countsUnmapped, self.name == nil || !scanner.matches(name, Self.deviceName) else {
                    continue
                }
                unmapped += 1
                if unmappedNames.count < DecodingLimits.unmappedNames {
                    unmappedNames.append(scanner.text(of: name) ?? "")
                }
            }
        }
    }

    private mutating func read(
        _ scanner: inout JSONScanner, _ node: FieldPlan.Node, _ plan: FieldPlan, _ name: JSONScanner.Quoted,
        isFirst: Bool
    ) throws(JSONScanner.Fault) {
        if !isFirst || node.isSilent {
            try scanner.skip()
        } else if !node.children.isEmpty || node.list != nil {
            try read(&scanner, node, plan, scanner.text(of: name) ?? "")
        } else if let slot = node.slot {
            values[slot] = try scanner.scalar()
        } else {
            try scanner.skip()
        }
    }

    // MARK: - What stands inside a member: "/update/state", "/events/0/component"

    /// - Parameter path: how it came here.
    private mutating func read(
        _ scanner: inout JSONScanner, _ node: FieldPlan.Node, _ plan: FieldPlan, _ path: String
    ) throws(JSONScanner.Fault) {
        let kind = try scanner.kind()
        let isCompound = kind == .object || kind == .list
        if let slot = node.slot, isCompound { values[slot] = .compound }
        if let list = node.list, kind == .list {
            try readElements(&scanner, list, plan, path)
        } else if isCompound, !node.children.isEmpty {
            if kind == .object {
                try readMembers(&scanner, node, plan, path)
            } else {
                try readArray(&scanner, node, plan, path)
            }
        } else if let slot = node.slot, !isCompound {
            values[slot] = try scanner.scalar()
        } else {
            try scanner.skip()
            if node.slot == nil, kind != .null, !node.children.isEmpty { leave(path) }
        }
    }

    private mutating func readMembers(
        _ scanner: inout JSONScanner, _ node: FieldPlan.Node, _ plan: FieldPlan, _ path: String
    ) throws(JSONScanner.Fault) {
        var first = FirstOnes()
        var count = 0
        try scanner.open()
        while let name = try scanner.nextMember(after: count) {
            count += 1
            guard count <= DecodingLimits.members else { throw .tooManyMembers }
            guard let place = try scanner.find(name, in: node.children) else {
                try scanner.skip()
                leave(path + "/" + (scanner.text(of: name) ?? ""))
                continue
            }
            let child = node.children.nodes[place]
            if !first.insert(place) || child.isSilent {
                try scanner.skip()
            } else {
                try read(&scanner, child, plan, path + "/" + (scanner.text(of: name) ?? ""))
            }
        }
    }

    private mutating func readArray(
        _ scanner: inout JSONScanner, _ node: FieldPlan.Node, _ plan: FieldPlan, _ path: String
    ) throws(JSONScanner.Fault) {
        var index = 0
        try scanner.open()
        while try scanner.nextElement(after: index) {
            let child = index <= DecodingLimits.arrayIndex ? node.children[String(index)] : nil
            if let child, !child.isSilent {
                try read(&scanner, child, plan, path + "/\(index)")
            } else {
                try scanner.skip()
                if child == nil, index <= DecodingLimits.arrayIndex { leave(path + "/\(index)") }
            }
            index += 1
        }
    }

    /// Each element is a message of its own; what is no object is counted.
    private mutating func readElements(
        _ scanner: inout JSONScanner, _ list: Int, _ plan: FieldPlan, _ path: String
    ) throws(JSONScanner.Fault) {
        var index = 0
        try scanner.open()
        while try scanner.nextElement(after: index) {
            if index > DecodingLimits.arrayIndex {
                try scanner.skip()
            } else if try scanner.kind() == .object {
                let message = try JSONMessage(.profile(plan.lists[list]), from: &scanner)
                elements.append(Element(list: list, message: message))
            } else {
                try scanner.skip()
                leave(path)
            }
            index += 1
        }
    }

    private mutating func leave(_ path: String) {
        unmapped += 1
        if unmappedNames.count < DecodingLimits.unmappedNames { unmappedNames.append(path) }
    }
}
