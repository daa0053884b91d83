/// What a line says under names, in its order, each name once: of a name that stands twice the first counts.
struct NamedValues: Sendable {
    private(set) var members: [(name: String, text: String)] = []
    private var names = Set<String>()

    /// - Returns: whether there was room.
    mutating func add(_ name: String, _ text: String) -> Bool {
        guard names.insert(name).inserted else { return true }
        members.append((name, text))
        return members.count <= DecodingLimits.members
    }

    subscript(name: String) -> String? { members.first { $0.name == name }?.text }

    /// The device that the line is from: what stands as `device`, or else as `id`.
    var device: String? {
        [self["device"], self["id"]].lazy.compactMap(\.self).first { !$0.isEmpty }
    }

    /// What profiles can name; a name without a value says nothing.
    var values: [(path: String, value: Scalar)] {
        members.compactMap { member in
            Self.scalar(member.text).map { (member.name, $0) }
        }
    }

    var described: DecodedValue {
        .object(
            members.map { member in
                let value: DecodedValue =
                    switch Self.scalar(member.text) {
                    case .flag(let flag): .flag(flag)
                    case .number(let number): DecodedValue(number: number)
                    case .text(let text): .text(text)
                    default: .null
                    }
                return .init(member.name, value)
            })
    }

    private static func scalar(_ text: String) -> Scalar? {
        switch text {
        case "": nil
        case "true": .flag(true)
        case "false": .flag(false)
        default: Scalar(plain: text)
        }
    }
}
