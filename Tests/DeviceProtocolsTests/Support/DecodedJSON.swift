import DeviceProtocols

/// A decoded value as a vector file writes it: whole and broken numbers are one kind, and members have no order.
indirect enum DecodedJSON: Decodable, Hashable, Sendable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([DecodedJSON])
    case object([String: DecodedJSON])

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
        } else if let list = try? container.decode([DecodedJSON].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: DecodedJSON].self))
        }
    }

    init(_ value: DecodedValue) {
        switch value {
        case .null: self = .null
        case .flag(let flag): self = .flag(flag)
        case .integer(let integer): self = .number(Double(integer))
        case .number(let number): self = .number(number)
        case .text(let text): self = .text(text)
        case .list(let list): self = .list(list.map(DecodedJSON.init))
        case .object(let members):
            self = .object(Dictionary(uniqueKeysWithValues: members.map { ($0.name, DecodedJSON($0.value)) }))
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
