import DeviceProtocols
import GatewayTesting
import Testing

/// Home Assistant's discovery messages: what they announce, and what the states after them say.
struct DiscoveryTests {
    private static func message(_ topic: String, _ payload: String) throws -> PublishedMessage {
        try PublishedMessage(topic: topic, payload: Array(payload.utf8), isRetained: true)
    }

    private static func read(_ reader: inout StatementReader, _ topic: String, _ payload: String) throws -> [String] {
        let message = try PublishedMessage(topic: topic, payload: Array(payload.utf8), isRetained: false)
        return try reader.read(message, as: .homeAssistant).statements.map(ConventionTests.say)
    }

    @Test func `abbreviations and the base topic are expanded`() throws {
        let discovery = try DiscoveryMessage(
            Self.message(
                "homeassistant/binary_sensor/node/hall/config",
                #"{"~":"home/hall","stat_t":"~/state","dev_cla":"door","uniq_id":"h1","pl_on":"open","avty_t":"~/alive","dev":{"ids":["AA"],"mf":"Maker","mdl":"D1"}}"#))
        let entity = try #require(discovery.entities.first)
        #expect(entity.stateTopic == "home/hall/state" && entity.deviceClass == "door" && entity.uniqueID == "h1")
        #expect(entity.payloadOn == "open" && entity.availabilities.first?.topic == "home/hall/alive")
        #expect(entity.device == "AA" && entity.maker == "Maker" && entity.model == "D1")
    }

    @Test func `one message announces a device with its components`() throws {
        let discovery = try DiscoveryMessage(
            Self.message(
                "homeassistant/device/0AFFD2/config",
                #"{"device":{"identifiers":["0AFFD2"],"name":"test_device"},"o":{"name":"Foo2Mqtt"},"state_topic":"foobar/state","cmps":{"bla1":{"p":"device_automation","atype":"trigger","pl":"short_press","t":"foobar/triggers/button1","type":"button_short_press","stype":"button_1"},"bla2":{"platform":"sensor","val_tpl":"{{ value_json.x }}"},"gone":{"p":"sensor"}}}"#))
        #expect(discovery.entities.map(\.object).sorted() == ["bla1", "bla2"])
        #expect(discovery.entities.allSatisfy { $0.device == "0AFFD2" && $0.deviceName == "test_device" })
        let sensor = try #require(discovery.entities.first { $0.object == "bla2" })
        #expect(sensor.stateTopic == "foobar/state" && sensor.template?.path == ["x"])
    }

    @Test(arguments: [
        ("{{ value }}", []), ("{{value_json.x}}", ["x"]), (#"{{ value_json["x y"] }}"#, ["x y"]),
        ("{{ value_json.x.y }}", ["x", "y"]), ("{{ value_json['a'].b_2 }}", ["a", "b_2"]),
    ] as [(String, [String])])
    func `a template that is a path to a value is read`(_ text: String, _ path: [String]) {
        #expect(ValueTemplate(text)?.path == path)
    }

    @Test(arguments: [
        "", "{{ }}", "{{ value_json }}", "{{ value_json.x | float }}", "{{ value_json.x }} °C", "{% if x %}",
        "{{ value_json[0] }}", "{{ value_json.x + 1 }}", "{{ states('x') }}", "{{ value_json..x }}", "{{ value.x }}",
        #"{{ value_json["x }}"#, "{{ value_jsonx }}", "value_json.x", "{{{ value }}}", "{{ value_json.3 }}",
    ])
    func `a template that is more is refused`(_ text: String) {
        #expect(ValueTemplate(text) == nil)
    }

    @Test func `an announcement with a program for a template says so, and still announces`() throws {
        let discovery = try DiscoveryMessage(
            Self.message(
                "homeassistant/sensor/x/config", #"{"stat_t":"a","val_tpl":"{{ value_json.x | round(1) }}"}"#))
        #expect(discovery.entities.count == 1 && discovery.entities[0].template == nil)
        #expect(discovery.remarks.count == 1 && discovery.remarks[0].contains("is not run"))
    }

    @Test(arguments: [
        ("device_automation/x", #"{"automation_type":"trigger","device":{"identifiers":["A"]},"topics":"t","type":"a","subtype":"b"}"#, "is `topics` meant?"),
        ("device_automation/x", #"{"device":{"identifiers":["A"]},"topic":"t","type":"a","subtype":"b"}"#, "needs `automation_type` to be `trigger`"),
        ("device_automation/x", #"{"automation_type":"trigger","topic":"t","type":"a","subtype":"b"}"#, "needs `device`"),
        ("binary_sensor/x", #"{"name":"x"}"#, "A binary_sensor needs `state_topic`"),
        ("event/x", #"{"stat_t":"x"}"#, "An event needs `event_types`"),
        ("device/x", #"{"device":{}}"#, "needs `components`"),
        ("sensor/x", "ON", "neither"),
    ])
    func `a wrong announcement is refused with what is wrong`(_ part: String, _ payload: String, _ words: String) throws {
        let message = try Self.message("homeassistant/\(part)/config", payload)
        let error = #expect(throws: StatementRefusal.self) { try DiscoveryMessage(message) }
        #expect(error?.sentence.contains(words) == true, "\(error?.sentence ?? "")")
    }

    @Test func `states are read by their announcement until it is taken back`() throws {
        var reader = StatementReader()
        let state = "homeassistant/binary_sensor/garden/state"
        #expect(try Self.read(&reader, state, "ON") == [])
        let topic = "homeassistant/binary_sensor/garden/config"
        let config = #"{"name":null,"device_class":"motion","state_topic":"homeassistant/binary_sensor/garden/state"}"#
        #expect(try Self.read(&reader, topic, config) == ["discovery.binary_sensor=motion"])
        #expect(try Self.read(&reader, state, "ON") == ["motion=true"])
        #expect(try Self.read(&reader, state, "OFF") == ["motion=false"])
        #expect(try Self.read(&reader, state, "perhaps") == [])
        #expect(try Self.read(&reader, topic, "") == ["discovery.removed=garden"])
        #expect(try Self.read(&reader, state, "ON") == [])
    }

    @Test func `triggers, events, sensors and availability are read by their announcements`() throws {
        var reader = StatementReader()
        _ = try Self.read(
            &reader, "homeassistant/device_automation/b/config",
            #"{"automation_type":"trigger","device":{"identifiers":["A"]},"payload":"short","topic":"b/press","type":"t","subtype":"s"}"#)
        #expect(try Self.read(&reader, "b/press", "short") == ["button.press=short"])
        #expect(try Self.read(&reader, "b/press", "long") == [])
        _ = try Self.read(
            &reader, "homeassistant/event/e/config", #"{"state_topic":"e/s","event_types":["single"]}"#)
        #expect(try Self.read(&reader, "e/s", #"{"event_type":"single"}"#) == ["button.press=single"])
        #expect(try Self.read(&reader, "e/s", #"{"event_type":"double"}"#) == [])
        _ = try Self.read(
            &reader, "homeassistant/sensor/t/config",
            #"{"state_topic":"t/s","device_class":"temperature","unit_of_measurement":"°F","value_template":"{{ value_json.t }}","availability":{"topic":"t/a","payload_available":"up","payload_not_available":"down"}}"#)
        #expect(try Self.read(&reader, "t/s", #"{"t":68}"#) == ["temperature=20 Cel"])
        #expect(try Self.read(&reader, "t/a", "down") == ["device.available=false"])
    }

    @Test(.ownThread) func `a flood of announcements fills no memory`() throws {
        var reader = StatementReader()
        for number in 0..<5_000 {
            _ = try Self.read(
                &reader, "homeassistant/sensor/s\(number)/config",
                #"{"state_topic":"s/\#(number)","device_class":"humidity"}"#)
        }
        #expect(try Self.read(&reader, "s/1", "40") == ["humidity=40 %"])
        #expect(try Self.read(&reader, "s/4999", "40") == [])
    }
}
