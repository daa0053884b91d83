import DeviceProtocols
import GatewayCore

/// What is printed for one line.
struct DecodeAnswer {
    var line: Int
    /// What the line called itself by, given back as it came.
    var id: DecodedValue?
    /// Why it cannot be decoded, in one sentence; nil where it can.
    var reason: String?
    var decoded: DecodedValue = .null
    var statements = [Statement]()
    var device: String?
    /// The protocol or convention by which it was read.
    var form: String?
    var remarks: [String] = []

    var json: String {
        var members: [DecodedValue.Member] = [.init("line", .integer(Int64(line)))]
        if let id { members.append(.init("id", id)) }
        members.append(.init("valid", .flag(reason == nil)))
        if let reason { members.append(.init("reason", .text(reason))) }
        if let form { members.append(.init("form", .text(form))) }
        if let device { members.append(.init("device", .text(device))) }
        members.append(.init("decoded", decoded))
        members.append(.init("readings", .list(statements.map(Self.reading))))
        if !remarks.isEmpty { members.append(.init("remarks", .list(remarks.map(DecodedValue.text)))) }
        return DecodedValue.object(members).json
    }

    private static func reading(_ statement: Statement) -> DecodedValue {
        var members: [DecodedValue.Member] = [
            .init("capability", .text(statement.capability)), .init("value", statement.value),
        ]
        if let unit = statement.unit { members.append(.init("unit", .text(unit))) }
        members.append(.init("kind", .text(statement.kind.rawValue)))
        if let device = statement.device { members.append(.init("device", .text(device))) }
        if let source = statement.source { members.append(.init("src", .text(source))) }
        if let count = statement.count { members.append(.init("dedupe", count)) }
        if let meaning = statement.meaning { members.append(.init("means", .text(meaning.rawValue))) }
        return .object(members)
    }
}
