extension DiagnosticCase {
    static let fields: [DiagnosticCase] = [
        DiagnosticCase(
            "a unit of something else",
            files: ["devices/climate.yaml": field("climate", "{path: /temperature, number: temperature, unit: mV}")],
            reports: """
                devices/climate.yaml:7:53: error[PC0729]: temperature is not measured in mV
                 7 |   - {path: /temperature, number: temperature, unit: mV}
                   |                                                     ^^
                   = possible: Cel, degF, K
                """),
        DiagnosticCase(
            "an unknown unit",
            files: ["devices/climate.yaml": field("climate", "{path: /temperature, number: temperature, unit: F}")],
            reports: """
                devices/climate.yaml:7:53: error[PC0317]: there is no unit `F`
                 7 |   - {path: /temperature, number: temperature, unit: F}
                   |                                                     ^
                   = possible: Cel, degF, K, %, V, mV, W, mW, kW, kWh, Wh, Wmin, J, kg, g, lb, hPa, kPa, Pa, mbar, mmHg, mg/dL, mmol/L, lx, ppm, /min, /s
                """),
        DiagnosticCase(
            "a range the wrong way round",
            files: [
                "devices/climate.yaml": field("climate", "{path: /temperature, number: temperature, range: [50, -20]}")
            ],
            reports: """
                devices/climate.yaml:7:54: error[PC0730]: `range` is the least and the most
                 7 |   - {path: /temperature, number: temperature, range: [50, -20]}
                   |                                                      ^
                   = such as `[50, 260]`
                """),
        DiagnosticCase(
            "a range outside of what can be",
            files: [
                "devices/climate.yaml": field("climate", "{path: /temperature, number: temperature, range: [200, 300]}")
            ],
            reports: """
                devices/climate.yaml:7:54: error[PC0730]: temperature is never within 200 to 300
                 7 |   - {path: /temperature, number: temperature, range: [200, 300]}
                   |                                                      ^
                   = it can be -60 to 125, whatever the device's unit
                """),
        DiagnosticCase(
            "a condition that is no pointer",
            files: [
                "devices/climate.yaml": field(
                    "climate", "{path: /temperature, number: temperature, where: {path: model, equals: A}}")
            ],
            reports: """
                devices/climate.yaml:7:61: error[PC0727]: `model` is not a JSON pointer
                 7 |   - {path: /temperature, number: temperature, where: {path: model, equals: A}}
                   |                                                             ^^^^^
                   = write `/model`
                """),
        DiagnosticCase(
            "a condition without value",
            files: [
                "devices/climate.yaml": field(
                    "climate", "{path: /temperature, number: temperature, where: {path: /model}}")
            ],
            reports: """
                devices/climate.yaml:7:54: error[PC0302]: `where` of field 1 has no `equals`
                 7 |   - {path: /temperature, number: temperature, where: {path: /model}}
                   |                                                      ^
                """),
        DiagnosticCase(
            "a unit of an event",
            files: [
                "devices/climate.yaml": field("climate", "{path: /action, event: help_call, when: [sos], unit: Cel}")
            ],
            reports: """
                devices/climate.yaml:7:58: error[PC0724]: `unit` has no meaning beside `event`
                 7 |   - {path: /action, event: help_call, when: [sos], unit: Cel}
                   |                                                          ^^^
                """),
        DiagnosticCase(
            "a topic in a dialect of frames",
            files: [
                "devices/climate.yaml": field(
                    "climate", "{topic: state, path: status, state: smoke}", dialect: "rfxtrx")
            ],
            reports: """
                devices/climate.yaml:7:13: error[PC0704]: `topic` means nothing for a field of the dialect rfxtrx
                 7 |   - {topic: state, path: status, state: smoke}
                   |             ^^^^^
                devices/climate.yaml:10:15: error[PC0728]: a frame is written in hexadecimal digits, two for a byte
                 10 |   - {payload: "{}", expect: {}}
                    |               ^^^^
                """),
        DiagnosticCase(
            "a field without topic",
            files: [
                "devices/climate.yaml": field(
                    "climate", "{state: open, true_when: [open], false_when: [close]}", dialect: "shelly_gen1")
            ],
            reports: """
                devices/climate.yaml:7:5: error[PC0302]: field 1 has no `topic`
                 7 |   - {state: open, true_when: [open], false_when: [close]}
                   |     ^
                   = such as `sensor/state`
                """),
        DiagnosticCase(
            "a word with a path",
            files: [
                "devices/climate.yaml": field(
                    "climate", "{topic: sensor/state, payload: text, path: /state, state: open}", dialect: "shelly_gen1"
                )
            ],
            reports: """
                devices/climate.yaml:7:48: error[PC0732]: a message that is text has no `path`
                 7 |   - {topic: sensor/state, payload: text, path: /state, state: open}
                   |                                                ^^^^^^
                   = the whole message is the value
                """),
        DiagnosticCase(
            "a private value that is read",
            files: [
                "devices/climate.yaml": field(
                    "climate", "{path: /temperature, number: temperature}", more: "private: [/temperature]")
            ],
            reports: """
                devices/climate.yaml:9:11: error[PC0733]: `/temperature` is private, but `/temperature` is read
                 9 | private: [/temperature]
                   |           ^^^^^^^^^^^^
                   = what is private nobody reads
                """),
        DiagnosticCase(
            "an identity in a dialect of topics",
            files: [
                "devices/climate.yaml": field(
                    "climate", "{path: /temperature, number: temperature}", more: "identity: [/mac]")
            ],
            reports: """
                devices/climate.yaml:9:11: error[PC0704]: `identity` means nothing for a profile of the dialect zigbee2mqtt
                 9 | identity: [/mac]
                   |           ^
                """),
        DiagnosticCase(
            "a time without form",
            files: [
                "devices/climate.yaml": field(
                    "climate", "{path: /temperature, number: temperature}", more: "time: {path: /time}")
            ],
            reports: """
                devices/climate.yaml:9:1: error[PC0302]: `time` of profile `climate` has no `form`
                 9 | time: {path: /time}
                   | ^^^^
                   = possible: iso8601, unix, unix_ms
                """),
    ]

    private static func field(
        _ id: String, _ field: String, dialect: String = "zigbee2mqtt", more: String? = nil
    ) -> String {
        """
        version: 1
        id: \(id)
        title: A \(id)
        maker: somebody
        dialect: \(dialect)
        fields:
          - \(field)
        supervision: {silent_after: 50h}\(more.map { "\n" + $0 } ?? "")
        samples:
          - {payload: "{}", expect: {}}

        """
    }
}
