extension DiagnosticCase {
    /// A device of a dialect of topics in place of the climate sensor, whose rule asks for a temperature.
    private static func device(
        _ name: String, _ dialect: String, _ field: String, _ settings: String, reports report: String
    ) -> DiagnosticCase {
        DiagnosticCase(
            name,
            replacing: """
                  climate:
                    profile: climate

                """,
            with: """
                  climate:
                    profile: climate
                \(settings)

                """,
            files: ["devices/climate.yaml": BaseHome.profile("climate", field, dialect: dialect)], reports: report)
    }

    static let topics: [DiagnosticCase] = [
        device(
            "a Shelly without topic", "shelly_gen1", "{topic: sensor/temperature, number: temperature}",
            "    room: hall",
            reports: """
                home.yaml:52:3: error[PC0302]: device `climate` has no `topic`
                 52 |   climate:
                    |   ^^^^^^^
                    = such as `shellies/shellydw2-A4CF12F454A3`
                """),
        device(
            "an address where a topic belongs", "tasmota", "{path: /DS18B20/Temperature, number: temperature}",
            "    topic: cellar\n    address: cellar",
            reports: """
                home.yaml:55:5: error[PC0704]: `address` means nothing for a device of the dialect tasmota
                 55 |     address: cellar
                    |     ^^^^^^^
                """),
        device(
            "an identity that is not whole", "rtl_433", "{path: /temperature_C, number: temperature}",
            "    topic: rtl_433/attic/events\n    identity: GT-WT02",
            reports: """
                home.yaml:55:15: error[PC0711]: `identity` has 1 parts, where the profile names a device by 2
                 55 |     identity: GT-WT02
                    |               ^^^^^^^
                    = what its messages say at /model, /id, in that order
                """),
        device(
            "no identity among many", "rtl_433", "{path: /temperature_C, number: temperature}",
            "    topic: rtl_433/attic/events",
            reports: """
                home.yaml:52:3: error[PC0302]: device `climate` has no `identity`
                 52 |   climate:
                    |   ^^^^^^^
                    = what its messages say at /model, /id
                """),
        device(
            "a bridge of another dialect", "rtl_433", "{path: /temperature_C, number: temperature}",
            "    bridge: zigbee\n    identity: [GT-WT02, 211]",
            reports: """
                home.yaml:54:13: error[PC0712]: bridge `zigbee` speaks zigbee2mqtt, not rtl_433, as the profile of device `climate` does
                 54 |     bridge: zigbee
                    |             ^^^^^^
                    = bridge `zigbee` stands at home.yaml:15:17
                """),
        DiagnosticCase(
            "a bridge of which nobody can say where it stands",
            replacing: "bridges: {zigbee: zigbee2mqtt}",
            with: "bridges: {zigbee: zigbee2mqtt, waves: {base_topic: zwave, dialect: zwave_js_ui}}",
            reports: """
                home.yaml:15:38: error[PC0302]: bridge `waves` has no `state_topic`
                 15 |       bridges: {zigbee: zigbee2mqtt, waves: {base_topic: zwave, dialect: zwave_js_ui}}
                    |                                      ^^^^^
                    = where it says that it is there: `zwave/_CLIENTS/ZWAVE_GATEWAY-<name>/status`
                """),
        DiagnosticCase(
            "what only Zigbee2MQTT publishes",
            replacing: "bridges: {zigbee: zigbee2mqtt}",
            with: "bridges: {zigbee: zigbee2mqtt, attic: {base_topic: rtl_433/a, dialect: rtl_433, output: json}}",
            reports: """
                home.yaml:15:95: error[PC0704]: `output` means nothing for a bridge of the dialect rtl_433
                 15 |       bridges: {zigbee: zigbee2mqtt, attic: {base_topic: rtl_433/a, dialect: rtl_433, output: json}}
                    |                                                                                               ^^^^
                """),
        zigbeeSiren(
            "a siren at a bridge of another dialect", "{bridge: radar}",
            bridges: "radar: {base_topic: homie/5, dialect: homie}",
            reports: """
                home.yaml:30:27: error[PC0712]: bridge `radar` speaks homie, not zigbee2mqtt, as output `siren` does
                 30 |     zigbee2mqtt: {bridge: radar}
                    |                           ^^^^^
                    = bridge `radar` stands at home.yaml:15:38
                """),
        serialSiren(
            "a siren at an address to which nothing can be sent", #"rfxtrx: {address: "20:02:c0ffee"}"#,
            reports: """
                home.yaml:30:23: error[PC0703]: nothing can be sent to `20:02:c0ffee`
                 30 |     rfxtrx: {address: "20:02:c0ffee"}
                    |                       ^^^^^^^^^^^^^^
                    = packet type 10, 11, 14 or 16, subtype, identity and unit: `11:00:0b1f2a3:1`
                """),
        serialSiren(
            "a sound of what is no chime", #"rfxtrx: {address: "11:00:0b1f2a3:1", sound: 2}"#,
            reports: """
                home.yaml:30:49: error[PC0704]: `sound` is for chimes, whose addresses begin with `16`
                 30 |     rfxtrx: {address: "11:00:0b1f2a3:1", sound: 2}
                    |                                                 ^
                """),
        serialSiren(
            "a siren behind a port of another protocol", "mysensors: {intake: receiver, node: 12, child: 1}",
            reports: """
                home.yaml:30:25: error[PC0705]: intake `receiver` does not speak mysensors, as output `siren` does
                 30 |     mysensors: {intake: receiver, node: 12, child: 1}
                    |                         ^^^^^^^^
                """),
    ]

    /// The siren behind a serial port.
    private static func serialSiren(_ name: String, _ way: String, reports report: String) -> DiagnosticCase {
        DiagnosticCase(
            name, replacing: #"mqtt: {topic: zigbee2mqtt/siren/set, on: "ON", off: "OFF"}"#, with: way, reports: report)
    }

    /// The siren behind Zigbee2MQTT, in a home with one more bridge.
    private static func zigbeeSiren(
        _ name: String, _ settings: String, bridges: String, reports report: String
    ) -> DiagnosticCase {
        let between = BaseHome.text.split(separator: "bridges: {zigbee: zigbee2mqtt}")[1]
            .split(separator: "    mqtt: {topic: zigbee2mqtt/siren/set")[0]
        let siren = #"mqtt: {topic: zigbee2mqtt/siren/set, on: "ON", off: "OFF"}"#
        return DiagnosticCase(
            name, replacing: "zigbee: zigbee2mqtt}\(between)    \(siren)",
            with: "zigbee: zigbee2mqtt, \(bridges)}\(between)    zigbee2mqtt: \(settings)", reports: report)
    }
}
