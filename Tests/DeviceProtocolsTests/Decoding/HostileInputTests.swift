import DeviceProtocols
import GatewayCore
import Testing

/// What nobody should send.
@Suite struct HostileInputTests {
    private static let press = #"{"action":"emergency","battery":null,"linkquality":90}"#

    /// One hostile payload; most are a real message with something done to it.
    private func payload(_ random: inout SeededBytes) -> [UInt8] {
        var bytes = Array(Self.press.utf8)
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return random.bytes(Int.random(in: 0...200, using: &random))
        case 1: return Array(repeating: UInt8(ascii: "["), count: Int.random(in: 1...5_000, using: &random))
        case 2: return Array(String(repeating: "{\"action\":", count: Int.random(in: 1...900, using: &random)).utf8)
        case 3: return Array("{\"battery\":\(String(repeating: "9", count: 400))}".utf8)
        case 4: return Array("{\"x\":\"\(String(repeating: "\\u0000", count: 500))\"}".utf8)
        case 5: return bytes + bytes
        case 6: return Array("{\"action\":{\"action\":\"emergency\"},\"battery\":[1],\"linkquality\":\"\"}".utf8)
        case 7: return random.bytes(3) + bytes
        case 8: return Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &random)))
        case 9: return Array(repeating: UInt8(ascii: " "), count: 65_537)
        case 10: return Array("{\"action\":\"\\ud800\",\"battery\":-1e308}".utf8)
        default:
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            return bytes
        }
    }

    @Test func `ten thousand hostile messages are counted and a press between them is heard`() {
        var random = SeededBytes(seed: 1)
        var home = SampleHome([.zigbee("pendant", .pendant), .zigbee("victim", .pendant)])
        var presses = 0
        var counted = 0
        var spoke = 0
        for round in 1...10_000 {
            let topic = round % 3 == 0 ? "zigbee2mqtt/victim/availability" : "zigbee2mqtt/victim"
            let decoded = home.publish(topic, payload(&random))
            if decoded.undecodableCount + decoded.unmapped + decoded.refused + decoded.copies > 0 { counted += 1 }
            if !decoded.readings.isEmpty { spoke += 1 }
            home.wait(.milliseconds(10))
            if round % 1_000 == 500 {
                presses += home.publish("zigbee2mqtt/pendant", Self.press).events.count
            }
        }
        #expect(presses == 10)
        #expect(counted > 9_000, "Only messages that stay readable may go uncounted.")
        #expect(spoke < 1_500)
    }

    @Test func `garbage on the radio port is counted and a press between it is heard`() {
        var random = SeededBytes(seed: 2)
        var home = SampleHome([.radio("remote", "20:08:0a2b3c", .remote)])
        var presses = 0
        var counted = 0
        for round in 1...10_000 {
            let garbage = random.bytes(Int.random(in: 1...60, using: &random))
            counted += home.receive(SampleHome.radio, garbage).undecodableCount
            home.wait(.milliseconds(250))
            guard round % 500 == 0 else { continue }
            home.wait(.seconds(4))
            presses += home.receive(SampleHome.radio, hex: "082008180a2b3c0659").events.count
        }
        #expect(presses == 20)
        #expect(counted > 5_000)
    }

    @Test func `garbage on a line port is counted and a press between it is heard`() {
        var random = SeededBytes(seed: 3)
        var home = SampleHome([.line("mat", .mat)])
        var presses = 0
        var counted = 0
        for round in 1...10_000 {
            let garbage = random.bytes(Int.random(in: 1...400, using: &random))
            counted += home.receive(SampleHome.line, garbage).undecodableCount
            guard round % 500 == 0 else { continue }
            home.wait(.seconds(4))
            let line = Array("{\"device\":\"mat\",\"press\":1}\n".utf8)
            presses += home.receive(SampleHome.line, line).events.count
        }
        #expect(presses == 20)
        #expect(counted > 5_000)
    }

    @Test func `sentences and strangers of one arrival are bounded`() {
        var home = SampleHome([])
        let lines = (0..<500).map { "{\"device\":\"d\($0)\"}\nx\n" }.joined()
        let decoded = home.receive(SampleHome.line, Array(lines.utf8))
        #expect(decoded.undecodableCount == 500)
        #expect(decoded.undecodable.count == 16)
        #expect(decoded.strangers.count == 16)
    }

    @Test func `an arrival from an intake that is not declared is counted`() {
        var home = SampleHome([])
        #expect(home.receive(IntakeID("nowhere"), [1]).undecodableCount == 1)
    }
}
