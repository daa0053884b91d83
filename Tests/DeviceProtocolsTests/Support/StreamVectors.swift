import Foundation
import GatewayCore

@testable import DeviceProtocols

/// A file of frames or streams with what they decode to.
struct StreamVectors: Decodable, Sendable {
    var vectors: [Vector]

    struct Vector: Decodable, Sendable, CustomStringConvertible {
        var id: String
        var group: String
        var valid: Bool
        var frame: String?
        var frame_hex: String?
        var chunks_hex: [String]?
        var decoded: DecodedJSON?
        var sequence: String?

        var description: String { id }

        var chunks: [[UInt8]] { (chunks_hex ?? [frame_hex ?? ""]).map(bytes) }
    }

    static func of(_ file: String) throws -> [Vector] {
        try JSONDecoder().decode(StreamVectors.self, from: Vectors.contents(file)).vectors
    }

    /// What a fresh stream makes of a vector's pieces, and of its end.
    static func outcome(
        _ serialProtocol: SerialConnection.SerialProtocol, _ chunks: [[UInt8]]
    ) -> StreamOutcome {
        guard var stream = serialProtocol.stream else { return StreamOutcome() }
        var outcome = StreamOutcome()
        let moment = SampleHome([]).moment
        for chunk in chunks {
            let part = stream.take(chunk, at: moment)
            outcome.frames += part.frames
            outcome.refusals += part.refusals
        }
        let rest = stream.finish(at: moment)
        outcome.frames += rest.frames
        outcome.refusals += rest.refusals
        return outcome
    }
}

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
}
