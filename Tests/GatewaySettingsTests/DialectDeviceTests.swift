import DeviceProtocols
import GatewayCore
import GatewaySettings
import Testing

/// Devices of every MQTT dialect, from their settings to what the broker is asked for.
struct DialectDeviceTests {
    private static let bridges = """
        bridges:
                zigbee: zigbee2mqtt
                attic: {base_topic: rtl_433/attic, dialect: rtl_433}
                waves: {base_topic: zwave, dialect: zwave_js_ui, state_topic: zwave/_CLIENTS/ZWAVE_GATEWAY-x/status}
                root: {base_topic: homie/5/root, dialect: homie}
                assistant: {base_topic: ha, dialect: home_assistant}
        """

    private func read(
        _ dialect: String, _ field: String, _ settings: String, remarks: Int = 0
    ) throws -> Settings {
        let text = BaseHome.text
            .replacing("bridges: {zigbee: zigbee2mqtt}", with: Self.bridges)
            .replacing("  climate:\n    profile: climate\n", with: "  climate:\n    profile: climate\n\(settings)\n")
        let profile = BaseHome.profile("climate", field, dialect: dialect)
        let result = BaseHome.read(text, files: ["devices/climate.yaml": profile])
        #expect(result.problems.count == remarks, "\(BaseHome.report(result))")
        return try #require(result.settings)
    }

    @Test(arguments: [
        (
            "shelly_gen1", "{topic: sensor/temperature, number: temperature}", "    topic: shellies/x",
            "shellies/x/sensor/temperature"
        ),
        (
            "shelly_gen2", "{topic: \"status/temperature:0\", path: /tC, number: temperature}", "    topic: x",
            "x/events/rpc"
        ),
        ("tasmota", "{path: /DS18B20/Temperature, number: temperature}", "    topic: cellar", "tele/cellar/SENSOR"),
        (
            "tasmota", "{path: /DS18B20/Temperature, number: temperature}", "    topic: home/cellar/%prefix%",
            "home/cellar/tele/LWT"
        ),
        ("esphome", "{topic: sensor/t/state, number: temperature}", "    topic: radar", "radar/sensor/t/state"),
        (
            "rtl_433", "{path: /temperature_C, number: temperature}", "    identity: [GT-WT02, 211]",
            "rtl_433/attic/events"
        ),
        (
            "openmqttgateway", "{path: /tempc, number: temperature}", "    topic: home/OMG/BTtoMQTT/AA",
            "home/OMG/BTtoMQTT/AA"
        ),
        (
            "zwave_js_ui", "{topic: 49/0/Air_temperature, number: temperature}", "    topic: zwave/5",
            "zwave/5/49/0/Air_temperature"
        ),
        ("homie", "{topic: engine/temperature, number: temperature}", "    topic: homie/5/car", "homie/5/car/$state"),
        ("home_assistant", "{number: temperature}", "    topic: ha/sensor/t", "ha/sensor/t/state"),
        ("json", "{topic: t, payload: text, number: temperature}", "    topic: own", "own/t"),
    ])
    func `the broker is asked for what the device says`(
        _ dialect: String, _ field: String, _ settings: String, _ topic: String
    ) throws {
        let settings = try read(dialect, field, settings)
        let brokers = settings.intakes.compactMap { intake -> BrokerConnection? in
            guard case .mqtt(let broker) = intake.connection else { return nil }
            return broker
        }
        let broker = try #require(brokers.first)
        #expect(broker.readingTopics.contains(topic), "\(broker.readingTopics)")
        #expect(broker.readingTopics.contains("homeassistant/status"))
        let hasBridge = ["rtl_433", "zwave_js_ui", "homie", "home_assistant"].contains(dialect)
        let device = try #require(settings.plan.home.devices.first { $0.id.name == "climate" })
        #expect((device.bridge != nil) == hasBridge)
    }

    @Test func `what can raise an emergency comes by the alarm session`() throws {
        let settings = try read(
            "shelly_gen2",
            "{topic: \"status/smoke:0\", path: /alarm, state: smoke}\n"
                + "  - {topic: \"status/temperature:0\", path: /tC, number: temperature}", "    topic: x",
            remarks: 1)
        guard case .mqtt(let broker)? = settings.intakes.first?.connection else { return }
        #expect(broker.alarmTopics.filter { $0.hasPrefix("x/") } == ["x/status/smoke:0", "x/events/rpc"])
        #expect(broker.readingTopics.filter { $0.hasPrefix("x/") } == ["x/status/temperature:0", "x/online"])
    }

    @Test func `a state that ends by itself is known to the home`() throws {
        let settings = try read(
            "zigbee2mqtt",
            "{path: /occupancy, state: motion, clears_after: 2m}\n"
                + "  - {path: /temperature, number: temperature}", "    room: hall")
        let device = try #require(settings.plan.home.devices.first { $0.id.name == "climate" })
        #expect(device.clearings == [Clearing(capability: .motion, after: .minutes(2))])
    }

    @Test func `a topic is one device's, or shared by devices that are all named in it`() {
        let text = BaseHome.text.replacing(
            "  climate:\n    profile: climate\n",
            with: """
                  climate: {profile: climate, topic: box}
                  first: {profile: cuff, topic: box, identity: A}
                  second: {profile: cuff, topic: other, identity: A}
                  third: {profile: cuff, topic: other, identity: B}

                """)
        let cuff = BaseHome.profile(
            "cuff", "{path: /t, number: temperature}\nidentity: [/mac]", dialect: "json")
        let climate = BaseHome.profile("climate", "{path: /t, number: temperature}", dialect: "json")
        let result = BaseHome.read(text, files: ["devices/cuff.yaml": cuff, "devices/climate.yaml": climate])
        #expect(result.errors.map(\.message) == ["device `first` has the same topic as device `climate`"])
    }
}
