import FoundationEssentials

/// Reads the bodies of rows. Only restores, pages and commands do, so the library's decoder is fast enough.
enum BodyDecoder {
    static func decode<Value: Decodable>(_ type: Value.Type, from body: [UInt8]) throws -> Value {
        try JSONDecoder().decode(type, from: Data(body))
    }
}
