import GatewaySettings
import Testing

struct BridgeAnnouncementTests {
    private func read(_ text: String) -> BridgeAnnouncement? { BridgeAnnouncement(Array(text.utf8)) }

    /// The example of Zigbee2MQTT's own documentation (docs/guide/usage/mqtt_topics_and_messages.md), with the
    /// features that it leaves out as its exposes.md has them.
    private static let documented = """
        [
          {
            "ieee_address": "0x00158d00018255df", "type": "Router", "network_address": 29159, "supported": true,
            "friendly_name": "my_plug",
            "endpoints": {"1": {"bindings": [], "clusters": {"input": ["genOnOff", "genBasic"], "output": []}}},
            "definition": {
              "model": "ZNCZ02LM", "vendor": "Xiaomi", "description": "Mi power plug ZigBee", "options": [],
              "exposes": [
                {"type": "switch", "features": [{"type": "binary", "name": "state", "property": "state"}]},
                {"type": "numeric", "name": "power", "property": "power", "unit": "W", "access": 5}
              ]
            },
            "power_source": "Mains (single phase)", "model_id": "lumi.plug", "interview_completed": true
          },
          {
            "ieee_address": "0x00169a00022256da", "type": "Router", "network_address": 22160, "supported": false,
            "friendly_name": "my_sensor", "definition": null, "power_source": "Battery", "model_id": null
          },
          {
            "ieee_address": "0x00124b00120144ae", "type": "Coordinator", "network_address": 0, "supported": false,
            "friendly_name": "Coordinator", "definition": null, "model_id": null
          }
        ]
        """

    @Test func `the documented list is read, without its coordinator`() throws {
        let list = try #require(read(Self.documented))
        #expect(
            list.devices == [
                AnnouncedDevice(
                    friendlyName: "my_plug", model: "ZNCZ02LM", vendor: "Xiaomi",
                    description: "Mi power plug ZigBee", modelID: "lumi.plug", properties: ["state", "power"]),
                AnnouncedDevice(friendlyName: "my_sensor"),
            ])
        #expect(list.refused == 0)
    }

    @Test func `an entry of another form hides no other`() throws {
        let list = try #require(
            read(
                """
                [7, null, "pendant", [], {}, {"friendly_name": 7}, {"friendly_name": "a", "definition": "x"},
                 {"friendly_name": "b", "definition": {"model": [], "exposes": {"property": "smoke"}}},
                 {"friendly_name": "c", "definition": {"exposes": [7, {"property": 7}, {"property": "smoke"}]}}]
                """))
        #expect(list.devices.map(\.friendlyName) == ["a", "b", "c"])
        #expect(list.devices.map(\.properties) == [[], [], ["smoke"]])
        #expect(list.refused == 6)
    }

    @Test(arguments: [
        "", "+", "a/#", "a//b", "/a", "a/", "bridge", "bridge/state", "x/set", "x/get", "x/availability", "a\\nb",
        "a\\u0000b", "a\\u0085b", String(repeating: "x", count: 257),
    ])
    func `a name that cannot be a device's topic is left out`(name: String) throws {
        let list = try #require(read("[{\"friendly_name\": \"\(name)\"}, {\"friendly_name\": \"good\"}]"))
        #expect(list.devices.map(\.friendlyName) == ["good"])
        #expect(list.refused == 1)
    }

    @Test func `a name that comes twice, and what is beyond all networks, is left out`() throws {
        let twice = try #require(read(#"[{"friendly_name": "a"}, {"friendly_name": "a"}]"#))
        #expect(twice.devices.count == 1 && twice.refused == 1)
        let many = (0..<1_000).map { "{\"friendly_name\": \"d\($0)\"}" }.joined(separator: ",")
        let list = try #require(read("[\(many)]"))
        #expect(list.devices.count == 250 && list.refused == 750)
        let nothings = try #require(read("[" + String(repeating: "0,", count: 500_000) + "{\"friendly_name\": \"a\"}]"))
        #expect(nothings.devices.isEmpty && nothings.refused == 500_001)
    }

    @Test(arguments: ["", " ", "{}", "null", "7", "[", "[{]", "\u{0}", "[\"\u{FFFD}", "[NaN]"])
    func `what is no list is none`(text: String) {
        #expect(read(text) == nil)
    }

    @Test func `a pile of brackets, and a list that is too large, is none`() {
        #expect(read(String(repeating: "[", count: 100_000)) == nil)
        let deep = String(repeating: "{\"features\":[", count: 5_000)
        #expect(read("[{\"friendly_name\":\"a\",\"definition\":{\"exposes\":[" + deep) == nil)
        #expect(BridgeAnnouncement([0x5B] + [UInt8](repeating: 0x20, count: 4_194_304) + [0x5D]) == nil)
    }

    @Test func `features far inside features are not followed`() throws {
        let inner = (0..<40).reduce(#"{"property": "smoke"}"#) { text, _ in "{\"features\": [\(text)]}" }
        let list = try #require(read("[{\"friendly_name\":\"a\",\"definition\":{\"exposes\":[\(inner)]}}]"))
        #expect(list.devices.map(\.properties) == [[]])
    }
}
