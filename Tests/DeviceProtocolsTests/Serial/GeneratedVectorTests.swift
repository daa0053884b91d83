import Foundation
import GatewayCore
import Testing

@testable import DeviceProtocols

/// Lines and telegrams made from a seed, with what independent packages make of them.
@Suite struct GeneratedVectorTests {
    struct Vector: Decodable, Sendable {
        var `protocol`: String
        var frame: String
        var decoded: DecodedJSON?
    }

    @Test(arguments: ["mysensors", "rflink", "dsmr"])
    func `what an independent package reads is read alike, and what it refuses is refused`(_ name: String) throws {
        let serialProtocol = try #require(SerialConnection.SerialProtocol(rawValue: name))
        var count = 0
        for line in try Vectors.lines("generated.jsonl") {
            let vector = try JSONDecoder().decode(Vector.self, from: line)
            guard vector.protocol == name else { continue }
            count += 1
            let outcome = StreamVectors.outcome(serialProtocol, [Array(vector.frame.utf8)])
            let decoded = outcome.frames.map { DecodedJSON($0.decoded) }
            #expect(decoded == (vector.decoded.map { [$0] } ?? []), "\(vector.frame.debugDescription)")
        }
        #expect(count >= 30)
    }
}
