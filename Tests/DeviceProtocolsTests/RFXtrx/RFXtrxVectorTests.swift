import DeviceProtocols
import Foundation
import GatewayCore
import Testing

/// Frames with their values from independent packages.
@Suite struct RFXtrxVectorTests {
    struct File: Decodable {
        var vectors: [Vector]
    }

    struct Vector: Decodable, Sendable, CustomTestStringConvertible {
        struct Decoded: Decodable, Sendable {
            var packettype: Int
            var subtype: Int?
            var seqnbr: Int?
            var id_string: String?
            var battery: Int?
            var rssi: Int?
            var security1_status: Int?
            var event_values: Events?
            var cmnd: Int?
            var unitcode: Int?
            var level: Int?
            var cmd: Int?
            var temp: Double?
            var humidity: Int?
        }

        struct Events: Decodable, Sendable {
            var Tamper: Bool?
        }

        var id: String
        var frame_hex: String
        var group: String
        var valid: Bool
        var decoded: Decoded?
        /// All of it, in pyRFXtrx's names.
        var stated: DecodedJSON?

        enum CodingKeys: String, CodingKey {
            case id, frame_hex, group, valid, decoded
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            frame_hex = try container.decode(String.self, forKey: .frame_hex)
            id = try container.decodeIfPresent(String.self, forKey: .id) ?? frame_hex
            group = try container.decodeIfPresent(String.self, forKey: .group) ?? ""
            valid = try container.decodeIfPresent(Bool.self, forKey: .valid) ?? true
            decoded = try container.decodeIfPresent(Decoded.self, forKey: .decoded)
            stated = try container.decodeIfPresent(DecodedJSON.self, forKey: .decoded)
        }

        var testDescription: String { id }
    }

    private static func vectors(_ isWanted: (Vector) -> Bool) throws -> [Vector] {
        try JSONDecoder().decode(File.self, from: Vectors.contents("rfxtrx.json")).vectors.filter(isWanted)
    }

    private static let groups: Set = [
        "security1", "security1_generated", "security2", "lighting1", "lighting2", "lighting3", "lighting4",
        "lighting5", "lighting6", "chime", "temp", "hum", "temphum",
    ]

    @Test(arguments: try vectors { $0.valid && groups.contains($0.group) })
    func `each device's frame decodes to its values`(_ vector: Vector) throws {
        let decoded = try #require(vector.decoded)
        let frame = try #require(RFXtrxFrame(bytes(vector.frame_hex)))
        #expect(frame.content == .device)
        #expect(Int(frame.type) == decoded.packettype)
        #expect(Int(frame.subtype) == decoded.subtype)
        #expect(Int(frame.sequence) == decoded.seqnbr)
        #expect(frame["status"] == decoded.security1_status)
        #expect(frame["tamper"] == decoded.event_values?.Tamper.map { $0 ? 1 : 0 })
        #expect(frame["battery"] == decoded.battery)
        #expect(frame["signal"] == decoded.rssi)
        #expect(frame["humidity"] == decoded.humidity)
        if let command = decoded.cmnd { #expect(frame["command"] == command) }
        if let code = decoded.cmd { #expect(frame["command"] == code & 0x0F) }
        if let unit = decoded.unitcode { #expect(frame["unit"] == unit) }
        if let level = decoded.level { #expect(frame["level"] == level) }
        let identity = try #require(frame.identities.first)
        // pyRFXtrx writes "d3dc54:32", "C1", "1234567:5" and "70:02".
        let id = try #require(decoded.id_string).lowercased()
        let body = identity.split(separator: ":").dropFirst(2).joined(separator: ":")
        if vector.group.hasPrefix("security1") {
            #expect(body + ":32" == id)
        } else {
            #expect(body.filter { $0 != ":" } == id.filter { $0 != ":" })
        }
    }

    @Test(arguments: try vectors { $0.decoded?.temp != nil })
    func `each temperature is exact`(_ vector: Vector) throws {
        let profile = DeviceProfile(
            id: "t", title: "T", maker: "M", dialect: .rfxtrx,
            fields: [
                ProfileField(path: "temperature", capability: .temperature, meaning: .number(scaleThousandths: 1_000))
            ])
        let frame = try #require(RFXtrxFrame(bytes(vector.frame_hex)))
        let identity = try #require(frame.identities.first)
        var home = SampleHome([.radio("t", identity, profile)])
        let temperature = try #require(vector.decoded?.temp)
        let wanted = try #require(Quantity(temperature))
        #expect(home.receive(SampleHome.radio, hex: vector.frame_hex).words == ["temperature \(wanted)"])
    }

    @Test(arguments: try vectors { !$0.valid })
    func `each invalid frame is counted and gives nothing`(_ vector: Vector) {
        #expect(RFXtrxFrame(bytes(vector.frame_hex)) == nil)
        var home = SampleHome([])
        let decoded = home.receive(SampleHome.radio, hex: vector.frame_hex)
        #expect(decoded.undecodableCount == 1)
        #expect(decoded.readings.isEmpty)
        #expect(decoded.strangers.isEmpty)
    }

    @Test(arguments: try vectors { $0.valid })
    func `each frame says what pyRFXtrx says of it`(_ vector: Vector) throws {
        var stream = RFXtrxStream()
        let outcome = stream.take(bytes(vector.frame_hex), at: SampleHome([]).moment)
        #expect(outcome.refusals.isEmpty)
        let frame = try #require(outcome.frames.first)
        #expect(try #require(vector.stated).differences(from: frame.decoded) == [])
    }

    @Test func `generated frames of every type say what pyRFXtrx says of them`() throws {
        let vectors = try Vectors.lines("rfxtrx-generated.jsonl").map { line in
            try JSONDecoder().decode(Vector.self, from: line)
        }
        #expect(vectors.count >= 200)
        var types: Set<Substring> = []
        for vector in vectors {
            let frame = try #require(RFXtrxFrame(bytes(vector.frame_hex)), "\(vector.id)")
            let differences = try #require(vector.stated).differences(from: frame.described)
            #expect(differences == [], "\(vector.id)")
            types.insert(vector.frame_hex.dropFirst(2).prefix(2))
        }
        #expect(types.count == 30)
    }

    @Test func `an undecoded frame is nobody's`() {
        var home = SampleHome([])
        let decoded = home.receive(SampleHome.radio, hex: "09030104280ab7660470")
        #expect(decoded.undecodableCount == 0)
        #expect(decoded.strangers.isEmpty)
        #expect(decoded.readings.isEmpty)
    }

    @Test func `the interface tells its band`() {
        var home = SampleHome([])
        let decoded = home.receive(SampleHome.radio, hex: "0d010001025345000c2f01010000")
        #expect(decoded.interfaces == [.rfxtrx(RFXtrxInterface(type: 0x53, firmware: 0x45))])
        #expect(RFXtrxInterface(type: 0x53, firmware: 0x45).band == "433.92 MHz")
        #expect(RFXtrxInterface(type: 0x99, firmware: 1).band == nil)
    }
}
