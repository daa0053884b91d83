import FoundationEssentials

/// One value of a message, as a text: the message itself, or a member of its JSON.
enum OutputValue {
    /// - Returns: nil where there is no text, flag or whole number.
    static func text(in bytes: [UInt8], at path: [String]) -> String? {
        guard bytes.count <= DecodingLimits.messageBytes else { return nil }
        if path.isEmpty {
            return bytes.count <= DecodingLimits.outputWordBytes ? String(validating: bytes, as: UTF8.self) : nil
        }
        // UTF-16 and UTF-32 would be guessed from NUL bytes.
        guard !bytes.contains(0) else { return nil }
        let member = try? JSONDecoder().decode(
            Member.self, from: Data(bytes), configuration: path[...])
        return member?.text
    }

    private struct Member: DecodableWithConfiguration {
        var text: String?

        init(from decoder: any Decoder, configuration path: ArraySlice<String>) throws {
            if let first = path.first {
                let container = try decoder.container(keyedBy: MemberName.self)
                let rest = path.dropFirst()
                text = try container.decode(Member.self, forKey: MemberName(first), configuration: rest).text
                return
            }
            let container = try decoder.singleValueContainer()
            if let flag = try? container.decode(Bool.self) {
                text = flag ? "true" : "false"
            } else if let number = try? container.decode(Int64.self) {
                text = "\(number)"
            } else {
                text = try container.decode(String.self)
            }
        }
    }
}
