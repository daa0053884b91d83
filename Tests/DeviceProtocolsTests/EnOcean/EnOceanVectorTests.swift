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
        let combined = try Self.combined()
        #expect(profiles.union(combined.map(\.eep)).union(["D2-14-41"]).isSuperset(of: EquipmentProfile.names))
    }

    /// What a telegram's data hold, by the tables of enocean-js.
    struct Combined: Decodable {
        struct Value: Decodable {
            var raw: Int64
            var value: Double?
        }

        var eep: String
        var data: String
        var values: [String: Value]
    }

    private static func combined() throws -> [Combined] {
        try Vectors.lines("enocean-combined.jsonl").map { try JSONDecoder().decode(Combined.self, from: $0) }
    }

    @Test func `telegrams of profiles that the package has not decode to what other tables say`() throws {
        for vector in try Self.combined() {
            let rorg = vector.eep.prefix(2).lowercased()
            let packet = ESP3Packet(
                type: 1, data: bytes("\(rorg)\(vector.data)0181b74430"), optional: bytes("01ffffffff3700"))
            var stream = EnOceanStream(profileOf: ["0181b744": vector.eep])
            let outcome = stream.take(packet.bytes, at: SampleHome([]).moment)
            let values = try #require(outcome.frames.first?.decoded["values"], "\(vector)")
            for (name, stated) in vector.values {
                let value = try #require(values[name], "\(vector.eep) \(name)")
                #expect(value["raw"] == .integer(stated.raw), "\(vector.eep) \(name)")
                if let number = stated.value {
                    #expect(value["value"] == .number(number), "\(vector.eep) \(name)")
                }
            }
        }
    }

    /// 21.3 degrees, 45 %, 300 lx, first threshold, 0.5, -1 and 0.25 g, closed; by EEP.xml of kipe/enocean.
    @Test func `a multisensor's telegram is read across its bytes`() throws {
        let bits: [(Int, Int)] = [(613, 10), (90, 8), (300, 17), (1, 2), (600, 10), (300, 10), (550, 10), (1, 1), (0, 4)]
        let text = bits.map { value, size in
            let digits = String(value, radix: 2)
            return String(repeating: "0", count: size - digits.count) + digits
        }.joined()
        let data = stride(from: 0, to: text.count, by: 8).map { start in
            UInt8(text.dropFirst(start).prefix(8), radix: 2)!
        }
        let packet = ESP3Packet(
            type: 1, data: [0xD2] + data + bytes("0181b74430"), optional: bytes("01ffffffff3700"))
        var stream = EnOceanStream(profileOf: ["0181b744": "D2-14-41"])
        let frame = try #require(stream.take(packet.bytes, at: SampleHome([]).moment).frames.first)
        let values = try #require(frame.decoded["values"])
        #expect(values["TMP"]?["value"] == .number(21.3))
        #expect(values["HUM"]?["value"] == .number(45))
        #expect(values["ILL"]?["value"] == .number(300))
        #expect(values["ACC"]?["value"] == .text("Threshold 1 exceeded"))
        #expect(values["ACX"]?["value"] == .number(0.5))
        #expect(values["ACY"]?["value"] == .number(-1))
        #expect(values["ACZ"]?["value"] == .number(0.25))
        #expect(values["CO"]?["value"] == .text("Closed"))
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
