import DeviceProtocols
import Foundation
import GatewayCore
import Testing

/// Every Zigbee2MQTT message of the collection, read by a profile that knows all of them.
@Suite struct Zigbee2MQTTVectorTests {
    struct Vector: Decodable, Sendable, CustomTestStringConvertible {
        struct Expectation: Decodable, Sendable {
            var capability: String
            var value: Value
        }

        enum Value: Decodable, Sendable {
            case flag(Bool), number(Double), text(String)

            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                if let flag = try? container.decode(Bool.self) {
                    self = .flag(flag)
                } else if let number = try? container.decode(Double.self) {
                    self = .number(number)
                } else {
                    self = .text(try container.decode(String.self))
                }
            }
        }

        var id: String
        var topic: String
        var payload: String
        var retain: Bool?
        var expect: [Expectation]

        var testDescription: String { id }
    }

    private static func vectors() throws -> [Vector] {
        try Vectors.lines("zigbee2mqtt.jsonl").map { try JSONDecoder().decode(Vector.self, from: $0) }
    }

    private static let profile = DeviceProfile(
        id: "any", title: "Any", maker: "Any", dialect: .zigbee2mqtt,
        fields: [
            ProfileField(
                path: "/action", capability: .buttonPress,
                meaning: .happens(
                    when: ["emergency", "single", "single_left", "brightness_stop"].map { .text($0) })),
            ProfileField(path: "/linkquality", capability: .linkQuality, meaning: .number(scaleThousandths: 1_000)),
            ProfileField(path: "/battery", capability: .battery, meaning: .number(scaleThousandths: 1_000)),
            ProfileField(path: "/temperature", capability: .temperature, meaning: .number(scaleThousandths: 1_000)),
            ProfileField(path: "/humidity", capability: .humidity, meaning: .number(scaleThousandths: 1_000)),
            ProfileField(path: "/pressure", capability: .pressure, meaning: .number(scaleThousandths: 1_000)),
            ProfileField(path: "/voltage", capability: .voltage, meaning: .number(scaleThousandths: 1)),
            ProfileField(path: "/power", capability: .power, meaning: .number(scaleThousandths: 1_000)),
            ProfileField(path: "/energy", capability: .energy, meaning: .number(scaleThousandths: 1_000)),
        ])

    @Test(arguments: try vectors())
    func `each says what it should`(_ vector: Vector) throws {
        var name = String(vector.topic.dropFirst("zigbee2mqtt/".count))
        for suffix in ["/availability", "/action"] where name.hasSuffix(suffix) { name.removeLast(suffix.count) }
        var home = SampleHome([.zigbee(name, Self.profile)])
        let decoded = home.publish(vector.topic, vector.payload, retained: vector.retain ?? false)
        #expect(decoded.undecodableCount == 0)
        var wanted: [String] = []
        for expectation in vector.expect {
            switch (expectation.capability, expectation.value) {
            case ("bridge.available", .flag(let isOnline)):
                #expect(decoded.bridges == [.init(bridge: SampleHome.zigbee, isOnline: isOnline)])
            case ("device.available", .flag(let isOnline)): wanted.append("available \(isOnline) retained")
            case ("bridge.event", _): break
            case ("button.press", _): wanted.append("button_press")
            case ("pressure", .number(2)): #expect(decoded.refused == 1, "2 hPa is no air pressure.")
            case ("battery_voltage", .number(let value)): wanted.append("voltage \(value / 1_000)")
            case ("linkquality", .number(let value)): wanted.append("link_quality \(Int(value))")
            case (let capability, .number(let value)):
                let quantity = try #require(Quantity(value))
                wanted.append("\(capability) \(quantity)")
            default: Issue.record("An expectation that this test does not know: \(expectation.capability).")
            }
        }
        // Some expectations leave the link quality out.
        let said = decoded.words.filter { wanted.contains($0) || !$0.hasPrefix("link_quality") }
        #expect(said.sorted() == wanted.sorted())
    }
}
