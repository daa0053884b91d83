import DeviceProtocols

/// A vector's stated values, whatever they are.
indirect enum JSONTree: Decodable, Sendable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([JSONTree])
    case object([String: JSONTree])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([JSONTree].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: JSONTree].self))
        }
    }

    /// Where the decoded value is not the stated one; members that nobody states may be there.
    func differences(from decoded: DecodedValue?, at path: String = "") -> [String] {
        switch (self, decoded) {
        case (.object(let stated), .object):
            return stated.sorted { $0.key < $1.key }.flatMap { name, value in
                value.differences(from: decoded?[name], at: path + "/" + name)
            }
        case (.list(let stated), .list(let found)) where stated.count == found.count:
            return zip(stated, found).enumerated().flatMap { index, pair in
                pair.0.differences(from: pair.1, at: path + "/\(index)")
            }
        case (.null, .null): return []
        case (.flag(let stated), .flag(let found)) where stated == found: return []
        case (.text(let stated), .text(let found)) where stated == found: return []
        case (.number(let stated), .integer(let found)) where stated == Double(found): return []
        case (.number(let stated), .number(let found)) where stated == found: return []
        default: return ["\(path) is \(decoded.map { "\($0)" } ?? "missing") and not \(self)"]
        }
    }
}
