import Foundation
import GatewayCore
import Testing

@testable import DeviceProtocols

/// Frames and streams with what independent packages and captures make of them.
@Suite struct StreamVectorTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var serialProtocol: SerialConnection.SerialProtocol
        var vector: StreamVectors.Vector

        var testDescription: String { vector.id }
    }

    private static func cases(_ isWanted: (StreamVectors.Vector) -> Bool) throws -> [Case] {
        let files: [(String, SerialConnection.SerialProtocol)] = [
            ("mysensors.json", .mysensors), ("rflink.json", .rflink), ("dsmr.json", .dsmr), ("cms50.json", .cms50),
        ]
        return try files.flatMap { file, serialProtocol in
            try StreamVectors.of(file).filter(isWanted).map { vector in
                Case(serialProtocol: vector.group == "v7_realtime" ? .cms50V7 : serialProtocol, vector: vector)
            }
        }
    }

    @Test(arguments: try cases { $0.valid && $0.chunks_hex == nil })
    func `each frame decodes to its values, name by name`(_ given: Case) throws {
        let outcome = StreamVectors.outcome(given.serialProtocol, given.vector.chunks)
        #expect(outcome.frames.map { DecodedJSON($0.decoded) } == [try #require(given.vector.decoded)])
        if given.vector.id != "rflink-033" { #expect(outcome.refusals.isEmpty) }
    }

    @Test(arguments: try cases { !$0.valid })
    func `each invalid frame is refused with a sentence`(_ given: Case) {
        let outcome = StreamVectors.outcome(given.serialProtocol, given.vector.chunks)
        #expect(outcome.frames.isEmpty)
        #expect(!outcome.refusals.isEmpty)
        #expect(outcome.refusals.allSatisfy { $0.hasSuffix(".") })
    }

    @Test(arguments: try cases { $0.chunks_hex != nil })
    func `each stream gives its frames`(_ given: Case) throws {
        let frames = StreamVectors.outcome(given.serialProtocol, given.vector.chunks).frames.map(\.decoded)
        switch try #require(given.vector.decoded) {
        case .list(let wanted): #expect(frames.map(DecodedJSON.init) == wanted)
        case .object(let wanted):
            #expect(.number(Double(frames.count)) == wanted["telegrams"])
            let headers = frames.map { $0["header"].map(DecodedJSON.init) ?? .null }
            #expect(.list(headers) == wanted["telegram_headers"])
        default: Issue.record("A stream decodes to a list.")
        }
    }

    @Test(arguments: try cases { $0.sequence != nil })
    func `the rolling number of an RFLink line stands beside`(_ given: Case) throws {
        let frame = try #require(StreamVectors.outcome(given.serialProtocol, given.vector.chunks).frames.first)
        #expect(frame.value("sequence") == given.vector.sequence.map(Scalar.text))
        #expect(frame.decoded["sequence"] == nil)
    }
}
