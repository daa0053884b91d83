import DeviceProtocols
import GatewayCore
import Testing

/// What nobody should send, on the topics of every dialect.
@Suite struct HostileDialectTests {
    /// A device of each dialect that takes calls for help, the topic of a press, and the press.
    private static let homes: [(profile: DeviceProfile, base: String, topic: String, press: String)] = [
        (.of(.zigbee2mqtt, .event(.helpCall, "/action", .text("sos"))), "b", "b", #"{"action":"sos"}"#),
        (.of(.homeAssistant, .event(.helpCall, topic: "event_type", "", .text("sos"))), "b", "b/event_type", "\"sos\""),
        (
            .of(.shellyGen1, .event(.helpCall, topic: "input_event/0", "/event", .text("S"))), "b", "b/input_event/0",
            #"{"event":"S","event_cnt":2}"#
        ),
        (
            .of(.shellyGen2, .event(.helpCall, topic: "events", "/event", .text("single_push"))), "b", "b/events/rpc",
            #"{"params":{"events":[{"component":"input:0","event":"single_push"}]}}"#
        ),
        (
            .of(.tasmota, .event(.helpCall, topic: "stat/RESULT", "/Button1/Action", .text("SINGLE"))), "b",
            "stat/b/RESULT", #"{"Button1":{"Action":"SINGLE"}}"#
        ),
        (
            .of(.esphome, .event(.helpCall, topic: "event/call/state", "", .text("press"))), "b", "b/event/call/state",
            "press"
        ),
        (
            .of(.zwaveJSUI, .event(.helpCall, topic: "central_scene/endpoint_0/scene/001", "", .integer(0))), "b",
            "b/central_scene/endpoint_0/scene/001", "0"
        ),
        (.of(.homie, .event(.helpCall, topic: "button/press", "", .text("sos"))), "b", "b/button/press", "sos"),
        (
            .of(.openMQTTGateway, .event(.helpCall, "/button", .integer(1))), "b", "b",
            #"{"model_id":"SBBT-002C","button":1}"#
        ),
    ]

    private static func payload(_ press: String, _ random: inout SeededBytes) -> [UInt8] {
        var bytes = Array(press.utf8)
        switch Int.random(in: 0..<7, using: &random) {
        case 0: return random.bytes(Int.random(in: 0...300, using: &random))
        case 1: return Array(String(repeating: "[{\"a\":", count: Int.random(in: 1...600, using: &random)).utf8)
        case 2: return Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &random)))
        case 3: return bytes + random.bytes(4)
        case 4: return Array(repeating: UInt8(ascii: "9"), count: Int.random(in: 1...400, using: &random))
        case 5: return Array("{\"params\":{\"events\":[[],7,null,{\"event\":{}}]},\"value\":[1e999]}".utf8)
        default:
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            return bytes
        }
    }

    @Test(arguments: homes.indices) func `a press between hostile messages is heard, and nothing else is one`(
        _ index: Int
    ) {
        let (profile, base, topic, press) = Self.homes[index]
        var random = SeededBytes(seed: UInt64(index))
        var home = SampleHome(profile, at: base)
        var presses = 0
        var noise = 0
        for round in 1...1_000 {
            noise += home.publish(topic, Self.payload(press, &random)).events.count
            home.wait(.seconds(4))
            if round % 100 == 0 { presses += home.publish(topic, press).events.count }
            home.wait(.seconds(4))
        }
        #expect(presses == 10, "\(profile.dialect)")
        // A short word that lost a sign in its blanks is still that word.
        #expect(noise < 30, "\(profile.dialect)")
    }
}
