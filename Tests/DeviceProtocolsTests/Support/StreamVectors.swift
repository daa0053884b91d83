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
