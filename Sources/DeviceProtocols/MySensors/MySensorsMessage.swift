import GatewayCore

/// One line of the MySensors serial protocol, version 2.x: `node;child;command;ack;type;payload`.
///
/// Taken apart and checked as pymysensors does it (`Message.decode` and `Message.validate`).
struct MySensorsMessage: Hashable, Sendable {
    enum Command: Int, Sendable {
        case presentation, set, request, `internal`, stream
    }

    enum Refusal: Error, Hashable {
        /// No such line: other fields, or numbers that are none.
        case form
        /// The fields are there, and one of them holds what it cannot.
        case content(String)

        var sentence: String {
            switch self {
            case .form: "A line is not node;child;command;ack;type;payload, as MySensors writes it."
            case .content(let what): "A MySensors line holds what it cannot: \(what)."
            }
        }
    }

    /// 0 is the gateway itself, 255 a node without a number.
    let node: Int
    /// 255 is the node as a whole.
    let child: Int
    let command: Command
    /// It repeats what we sent.
    let isEcho: Bool
    let type: Int
    /// "V_TRIPPED".
    let typeName: String
    let payload: String

    static let wholeNode = 255
    static let unnumbered = 255
    static let gateway = 0

    init(_ line: String) throws(Refusal) {
        let parts = line.split(separator: ";", omittingEmptySubsequences: false)
        guard parts.count == 6 else { throw .form }
        var numbers: [Int] = []
        for part in parts.dropLast() {
            guard let number = Self.number(part) else { throw .form }
            numbers.append(number)
        }
        node = numbers[0]
        child = numbers[1]
        type = numbers[4]
        payload = Self.withoutBlanksBehind(parts[5])
        guard node <= Self.unnumbered else { throw .content("there is no node \(node)") }
        guard child <= Self.wholeNode else { throw .content("there is no child \(child)") }
        guard let command = Command(rawValue: numbers[2]) else { throw .content("there is no command \(numbers[2])") }
        guard numbers[3] <= 1 else { throw .content("`ack` is \(numbers[3])") }
        self.command = command
        isEcho = numbers[3] == 1
        let names = Self.names(command)
        guard names.indices.contains(type), !names[type].isEmpty else {
            throw .content("\(MySensorsNames.commands[command.rawValue]) knows no type \(type)")
        }
        typeName = names[type]
        guard isChildPossible else { throw .content("\(typeName) does not come from child \(child)") }
        guard MySensorsPayload(command, typeName).allows(payload) else {
            throw .content("\(typeName) is no \(MySensorsPayload(command, typeName).words)")
        }
    }

    /// Node messages come from child 255, and values from any other.
    private var isChildPossible: Bool {
        switch command {
        case .presentation: true
        case .set, .request: child != Self.wholeNode
        case .internal: child == Self.wholeNode || typeName == "I_ID_REQUEST" || typeName == "I_ID_RESPONSE"
        case .stream: child == Self.wholeNode
        }
    }

    private static func names(_ command: Command) -> [String] {
        switch command {
        case .presentation: MySensorsNames.presentations
        case .set, .request: MySensorsNames.values
        case .internal: MySensorsNames.internals
        case .stream: MySensorsNames.streams
        }
    }

    /// Up to three digits, and leading zeros as the sender likes them.
    private static func number(_ text: Substring) -> Int? {
        guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }

    private static func withoutBlanksBehind(_ text: Substring) -> String {
        var text = text
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }

    // MARK: - What it says

    /// Node and child, then the node.
    var identities: [String] { ["\(node):\(child)", "\(node)"] }

    /// Whether a device speaks, and not the gateway, nor our own message come back.
    var isFromDevice: Bool {
        if isEcho || node == Self.unnumbered { return false }
        return node != Self.gateway || command == .set || command == .presentation && child != Self.wholeNode
    }

    /// The value that it brings; nil where it brings none.
    var scalar: Scalar? {
        guard command == .set || command == .internal, !payload.isEmpty else { return nil }
        if MySensorsPayload(command, typeName) == .flag { return .bit(payload == "1") }
        return Scalar(plain: payload)
    }

    var described: DecodedValue {
        .object([
            .init("node_id", .integer(Int64(node))),
            .init("child_id", .integer(Int64(child))),
            .init("command", .integer(Int64(command.rawValue))),
            .init("command_name", .text(MySensorsNames.commands[command.rawValue])),
            .init("ack", .integer(isEcho ? 1 : 0)),
            .init("type", .integer(Int64(type))),
            .init("type_name", .text(typeName)),
            .init("payload", .text(payload)),
        ])
    }
}
