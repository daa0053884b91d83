import DeviceProtocols
import GatewayCore
import Testing

/// Results of the doubtful, each defined.
@Suite struct JSONReaderTests {
    private func decode(_ bytes: [UInt8]) -> DecodedArrival {
        var home = SampleHome([.zigbee("pendant", .pendant)])
        return home.publish("zigbee2mqtt/pendant", bytes)
    }

    private func decode(_ text: String) -> DecodedArrival { decode(Array(text.utf8)) }

    @Test func `of a name that stands twice the first counts`() {
        #expect(decode(#"{"action":"emergency","action":""}"#).events == [.helpCall])
        #expect(decode(#"{"action":"","action":"emergency"}"#).events == [])
    }

    @Test func `a byte order mark of UTF-8 is skipped`() {
        #expect(decode([0xEF, 0xBB, 0xBF] + Array(#"{"action":"emergency"}"#.utf8)).events == [.helpCall])
    }

    @Test(arguments: [
        "", " ", "null", "true", "1", "\"emergency\"", "[{\"action\":\"emergency\"}]", "{", "{]", "{\"action\"}",
        "{\"action\":\"emergency\"", "{\"action\":\"emergency\"}}", "{'action':'emergency'}",
        "{\"action\":\"emergency\"} // press", "{\"action\":\"emergency\"}\u{0}",
    ])
    func `what is not one JSON object is refused`(_ text: String) {
        let decoded = decode(text)
        #expect(decoded.undecodableCount == 1)
        #expect(decoded.readings.isEmpty)
    }

    @Test func `UTF-16 and bytes that are not UTF-8 are refused`() {
        let wide = Array(#"{"action":"emergency"}"#.utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        #expect(decode(wide).undecodableCount == 1)
        #expect(decode([0xFF, 0xFE] + wide).undecodableCount == 1)
        let broken = Array(#"{"action":"emergency","name":""#.utf8) + [0xC3, 0x28] + Array("\"}".utf8)
        #expect(decode(broken).undecodable == ["The message is not UTF-8 text."])
    }

    @Test(arguments: ["NaN", "Infinity", "-", "1e999", "01", "1.", ".5", "0x10", "{}", "[]", "true", "\"full\""])
    func `a value that is no number of its field gives nothing and is counted`(_ value: String) {
        let decoded = decode("{\"battery\":\(value)}")
        #expect(decoded.readings.isEmpty)
        #expect(decoded.unmapped + decoded.undecodableCount == 1)
    }

    @Test func `plain decimal text is a number`() {
        #expect(decode(#"{"battery":"52.6"}"#).words == ["battery 52.6"])
        #expect(decode(#"{"battery":"0x1p3"}"#).unmapped == 1)
        #expect(decode(#"{"battery":"nan"}"#).unmapped == 1)
    }

    @Test(arguments: [("21.37", 21_370), ("-0.85", -850), ("0.0005", 1), ("99.999", 99_999), ("1e1", 10_000)])
    func `decimals are exact in thousandths`(_ text: String, _ thousandths: Int64) {
        var home = SampleHome([.zigbee("door", .door)])
        let decoded = home.publish("zigbee2mqtt/door", "{\"temperature\":\(text)}")
        #expect(decoded.readings.map(\.value) == [.number(Quantity(thousandths: thousandths))])
    }

    @Test func `every hundredth of a degree is exact`() {
        var home = SampleHome([.zigbee("door", .door)])
        for hundredths in -6_000...12_500 {
            let sign = hundredths < 0 ? "-" : ""
            let size = abs(hundredths)
            let text = "\(sign)\(size / 100).\((size % 100).padded(to: 2))"
            let decoded = home.publish("zigbee2mqtt/door", "{\"temperature\":\(text)}")
            let wanted = ReadingValue.number(Quantity(thousandths: Int64(hundredths) * 10))
            guard decoded.readings.first?.value == wanted else {
                Issue.record("\(text) became \(decoded.words).")
                return
            }
        }
    }

    @Test func `depth and size and number of members are bounded`() {
        let deep = "{\"battery\":" + String(repeating: "[", count: 600) + String(repeating: "]", count: 600) + "}"
        #expect(decode(deep).undecodable == ["The message is not a JSON object."])
        #expect(decode(String(repeating: "{\"a\":", count: 10_000)).undecodableCount == 1)
        let long = "{\"action\":\"emergency\",\"x\":\"" + String(repeating: "x", count: 70_000) + "\"}"
        #expect(decode(long).undecodable == ["The message is longer than 65536 bytes."])
        let wide = "{" + (0..<600).map { "\"m\($0)\":1" }.joined(separator: ",") + "}"
        #expect(decode(wide).undecodable == ["The message has more than 512 members in one object."])
    }

    @Test func `values inside objects and arrays are found by their pointer`() {
        let profile = DeviceProfile(
            id: "nested", title: "N", maker: "M", dialect: .json,
            fields: [
                ProfileField(
                    path: "/params/events/0/event", capability: .buttonPress,
                    meaning: .happens(when: [.text("single_push")])),
                ProfileField(
                    path: "/a~1b/m~0n", capability: .temperature, meaning: .number(scaleThousandths: 1_000)),
                ProfileField(
                    path: "/flags", capability: .open, meaning: .bits(mask: 1, equals: 1)),
                ProfileField(
                    path: "/flags", capability: .tamper, meaning: .bits(mask: 4, equals: 4)),
            ])
        let device = EnrolledDevice(
            id: DeviceID("n"), intake: SampleHome.broker, address: .topic("n"), profile: profile)
        var home = SampleHome([device])
        let decoded = home.publish(
            "n",
            #"{"params":{"ts":1,"events":[{"event":"single_push"},{"event":"x"}]},"a/b":{"m~n":-3},"flags":5}"#)
        #expect(decoded.words == ["button_press", "temperature -3", "open true", "tamper true"])
        #expect(decoded.unmapped == 2)
        #expect(home.publish("n", #"{"params":7,"a/b":null,"flags":true}"#).unmapped == 2)
    }
}
