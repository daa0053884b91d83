import DeviceProtocols
import Foundation
import GatewayCore
import Testing

/// Frames with their values from an independent package.
@Suite struct EnOceanVectorTests {
    struct File: Decodable {
        var vectors: [Vector]
    }

    struct Vector: Decodable, Sendable, CustomTestStringConvertible {
        struct Enrolled: Decodable, Sendable {
            var sender: String?
            var eep: String?
        }

        var frame_hex: String
        var valid = true
        var stated: DecodedJSON?
        /// The EEP that the sender was enrolled with.
        var profile: String?
        var sender: String
        var response: String?

        enum CodingKeys: String, CodingKey {
            case frame_hex, valid, decoded, enrolled, response_hex
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            frame_hex = try container.decode(String.self, forKey: .frame_hex)
            valid = try container.decodeIfPresent(Bool.self, forKey: .valid) ?? true
            stated = try container.decodeIfPresent(DecodedJSON.self, forKey: .decoded)
            response = try container.decodeIfPresent(String.self, forKey: .response_hex)
            let own = try container.decodeIfPresent(Enrolled.self, forKey: .decoded)
            let enrolled = try container.decodeIfPresent(String.self, forKey: .enrolled)
            sender = (own?.sender ?? "").filter { $0 != ":" }.lowercased()
            profile = enrolled ?? own?.eep
        }

        var testDescription: String { frame_hex }

        func decode() -> StreamOutcome {
            var stream = EnOceanStream(profileOf: profile.map { [sender: $0] } ?? [:])
            let moment = SampleHome([]).moment
            var outcome = stream.take(bytes(frame_hex), at: moment)
            let rest = stream.finish(at: moment)
            outcome.frames += rest.frames
            outcome.refusals += rest.refusals
            return outcome
        }
    }

    private static func vectors(_ isWanted: (Vector) -> Bool) throws -> [Vector] {
        try JSONDecoder().decode(File.self, from: Vectors.contents("enocean.json")).vectors.filter(isWanted)
    }

    @Test(arguments: try vectors(\.valid))
    func `each frame decodes to its values`(_ vector: Vector) throws {
        let outcome = vector.decode()
        #expect(outcome.refusals == [])
        let frame = try #require(outcome.frames.first)
        #expect(try #require(vector.stated).differences(from: frame.decoded) == [])
    }

    @Test(arguments: try vectors { !$0.valid })
    func `each invalid frame is counted and gives nothing`(_ vector: Vector) {
        let outcome = vector.decode()
        #expect(outcome.frames.isEmpty)
        #expect(!outcome.refusals.isEmpty)
    }

    @Test func `telegrams of every profile decode to what an independent package says`() throws {
        let vectors = try Vectors.lines("enocean-generated.jsonl").map { line in
            try JSONDecoder().decode(Vector.self, from: line)
        }
        var profiles: Set<String> = []
        for vector in vectors {
            let outcome = vector.decode()
            let frame = try #require(outcome.frames.first, "\(vector.frame_hex)")
            let differences = try #require(vector.stated).differences(from: frame.decoded)
            #expect(differences == [], "\(vector.frame_hex)")
            if let profile = vector.profile { profiles.insert(String(profile.prefix(8))) }
        }
        #expect(profiles.isSuperset(of: EquipmentProfile.names))
    }

    @Test func `the answer to a universal teach-in is the independent package's`() throws {
        let vectors = try Vectors.lines("enocean-generated.jsonl").map { line in
            try JSONDecoder().decode(Vector.self, from: line)
        }
        var answered = 0
        for vector in vectors {
            guard let wanted = vector.response else { continue }
            var framer = ESP3Framer()
            let found = framer.take(bytes(vector.frame_hex), at: SampleHome([]).moment).packets
            let telegram = try #require(found.first.flatMap { EnOceanTelegram($0.packet) })
            let response = EnOceanTeachIn.response(to: telegram, from: bytes("ff800102"), .taughtIn)
            guard telegram.teachIn?.expectsResponse == true else {
                #expect(response == nil)
                continue
            }
            #expect(response == bytes(wanted))
            answered += 1
        }
        #expect(answered > 0)
    }
}
