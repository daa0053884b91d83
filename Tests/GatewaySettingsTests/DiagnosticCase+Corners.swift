/// What is seldom written, and said as clearly.
extension DiagnosticCase {
    static let corners: [DiagnosticCase] = [
        DiagnosticCase(
            "includes nine deep",
            replacing: "version: 1\n",
            with: "version: 1\ninclude: a.yaml\n",
            files: [
                "a.yaml": "include: b.yaml\n",
                "b.yaml": "include: c.yaml\n",
                "c.yaml": "include: d.yaml\n",
                "d.yaml": "include: e.yaml\n",
                "e.yaml": "include: f.yaml\n",
                "f.yaml": "include: g.yaml\n",
                "g.yaml": "include: h.yaml\n",
                "h.yaml": "include: i.yaml\n",
                "i.yaml": "include: j.yaml\n",
                "j.yaml": "rooms: {cellar: the cellar}\n",
            ],
            reports: """
                h.yaml:1:1: error[PC0114]: includes are nested more than 8 deep
                 1 | include: i.yaml
                   | ^^^^^^^
                """),
        DiagnosticCase(
            "a pattern for folders",
            replacing: "version: 1\n",
            with: "version: 1\ninclude: \"*/rules.yaml\"\n",
            reports: """
                home.yaml:2:10: error[PC0115]: `*` and `?` stand for file names, not for folders
                 2 | include: "*/rules.yaml"
                   |          ^^^^^^^^^^^^^^
                """),
        DiagnosticCase(
            "a certificate that is not there",
            replacing: "      secret: !secret desk\n",
            with: "      secret: !secret desk\n      ca: desk-ca.pem\n",
            reports: """
                home.yaml:23:11: warning[PC0116]: `desk-ca.pem` is not to be found from here
                 23 |       ca: desk-ca.pem
                    |           ^^^^^^^^^^^
                """),
        DiagnosticCase(
            "brackets without end in sight",
            replacing: "  hall: the hall\n",
            with: "  hall: [[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]]\n",
            reports: """
                home.yaml:9:32: error[PC0207]: this is nested too deeply or unfolds to too much
                 9 |   hall: [[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]]
                   |                                ^
                   = settings have at most 24 levels and 100000 values
                """),
        DiagnosticCase(
            "a name as long as a story",
            replacing: "  hall: the hall\n",
            with:
                "  hall: the hall the hall the hall the hall the hall the hall the hall the hall the hall the hall the hall the hall the hall the hall the hall \n",
            reports: """
                home.yaml:9:9: error[PC0305]: `hall` has 134 characters; at most 120 are allowed
                 9 |   hall: the hall the hall the hall the hall the hall the hall the hall the hall the hall the hall th
                   |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                """),
        DiagnosticCase(
            "an output that is nothing",
            replacing: "    mqtt: {topic: zigbee2mqtt/siren/set, on: \"ON\", off: \"OFF\"}\n",
            with: "    name: the siren\n",
            reports: """
                home.yaml:29:3: error[PC0322]: output `siren` does not say how it is driven
                 29 |   siren:
                    |   ^^^^^
                    = one of `mqtt`, `speech`, `zigbee2mqtt`, `shelly_gen1`, `shelly_gen2`, `tasmota`, `esphome`, `zwave_js_ui`, `homie`, `rfxtrx`, `rflink`, `mysensors`
                """),
        DiagnosticCase(
            "an output with nothing to publish",
            replacing: "topic: zigbee2mqtt/siren/set, on: \"ON\", off: \"OFF\"",
            with: "topic: zigbee2mqtt/siren/set",
            reports: """
                home.yaml:30:5: error[PC0829]: `mqtt` of output `siren` has nothing to publish
                 30 |     mqtt: {topic: zigbee2mqtt/siren/set}
                    |     ^^^^
                    = add `on` and `off`, or `stages`
                home.yaml:35:19: error[PC0605]: output `siren` cannot be switched on: it has no `on`
                 35 |     last_action: [siren]
                    |                   ^^^^^
                """),
        DiagnosticCase(
            "an output at a serial port",
            replacing: "topic: zigbee2mqtt/siren/set, on",
            with: "intake: receiver, topic: zigbee2mqtt/siren/set, on",
            reports: """
                home.yaml:30:20: error[PC0826]: intake `receiver` is no MQTT broker
                 30 |     mqtt: {intake: receiver, topic: zigbee2mqtt/siren/set, on: "ON", off: "OFF"}
                    |                    ^^^^^^^^
                """),
        DiagnosticCase(
            "a radio device at a broker",
            replacing: "    address: \"20:02:c0ffee\"\n",
            with: "    address: \"20:02:c0ffee\"\n    intake: broker\n",
            reports: """
                home.yaml:49:13: error[PC0705]: intake `broker` does not speak rfxtrx, as the profile of device `radio` does
                 49 |     intake: broker
                    |             ^^^^^^
                """),
        DiagnosticCase(
            "a frame that is no frame",
            files: [
                "devices/radio.yaml":
                    "version: 1\nid: radio\ntitle: A radio\nmaker: somebody\ndialect: rfxtrx\nfields: [{path: status, event: help_call, when: [0x06]}]\nsupervision: {silent_after: 50h}\nsamples: [{payload: \"0820021\", expect: {}}]\n"
            ],
            reports: """
                devices/radio.yaml:8:21: error[PC0728]: a frame is written in hexadecimal digits, two for a byte
                 8 | samples: [{payload: "0820021", expect: {}}]
                   |                     ^^^^^^^^^
                """),
        DiagnosticCase(
            "a port without its folder",
            replacing: "usb_serial: RFXCOM_RFXtrx433_A1",
            with: "file: ttyS0",
            reports: """
                home.yaml:17:38: error[PC0814]: `ttyS0` is not a device file
                 17 |     serial: {protocol: rfxtrx, file: ttyS0}
                    |                                      ^^^^^
                    = such as `/dev/ttyUSB0`
                """),
        DiagnosticCase(
            "the gateway within a bridge's topic",
            replacing: "      bridges: {zigbee: zigbee2mqtt}\n",
            with: "      own_topic: zigbee2mqtt/pullcord\n      bridges: {zigbee: zigbee2mqtt}\n",
            reports: """
                home.yaml:16:25: error[PC0825]: `zigbee2mqtt` and the gateway's own topic `zigbee2mqtt/pullcord` lie within each other
                 16 |       bridges: {zigbee: zigbee2mqtt}
                    |                         ^^^^^^^^^^^
                """),
        DiagnosticCase(
            "half a certificate",
            replacing: "      bridges: {zigbee: zigbee2mqtt}\n",
            with: "      tls: {cert: /client.pem}\n      bridges: {zigbee: zigbee2mqtt}\n",
            files: [
                "/client.pem": "x"
            ],
            reports: """
                home.yaml:15:7: error[PC0827]: a client certificate needs both `cert` and `key`
                 15 |       tls: {cert: /client.pem}
                    |       ^^^
                """),
        DiagnosticCase(
            "acknowledgements of anybody",
            replacing: "      host: 127.0.0.1\n      bridges",
            with: "      host: 192.168.1.5\n      acknowledgements: true\n      tls: true\n      bridges",
            reports: """
                home.yaml:15:25: warning[PC0844]: anybody in the network could acknowledge through this broker
                 15 |       acknowledgements: true
                    |                         ^^^^
                    = give the gateway a user and password, and let the broker check who writes which topic
                """),
        DiagnosticCase(
            "a socket too far down",
            replacing: "devices:\n",
            with:
                "gateway: {control_socket: /a-long-name/a-long-name/a-long-name/a-long-name/a-long-name/a-long-name/a-long-name/a-long-name/a-long-name/control.sock}\ndevices:\n",
            reports: """
                home.yaml:1:1: error[PC0831]: the control socket's path has 121 bytes; a socket's path has at most 107
                 1 | version: 1
                   | ^
                   = give it a shorter `control_socket` under `gateway`
                """),
        DiagnosticCase(
            "a bridge's name twice",
            replacing: "      bridges: {zigbee: zigbee2mqtt}\n  receiver:\n",
            with:
                "      bridges: {zigbee: zigbee2mqtt}\n  second:\n    mqtt: {host: 127.0.0.2, bridges: {zigbee: zigbee2mqtt}}\n  receiver:\n",
            reports: """
                home.yaml:17:39: error[PC0403]: there are two bridges `zigbee`
                 17 |     mqtt: {host: 127.0.0.2, bridges: {zigbee: zigbee2mqtt}}
                    |                                       ^^^^^^
                    = already defined at home.yaml:15:17
                home.yaml:32:5: error[PC0302]: `mqtt` of output `siren` has no `intake`
                 32 |     mqtt: {topic: zigbee2mqtt/siren/set, on: "ON", off: "OFF"}
                    |     ^^^^
                    = the MQTT intake it is reached through
                home.yaml:42:3: error[PC0302]: device `pendant` has no `bridge`
                 42 |   pendant:
                    |   ^^^^^^^
                    = a bridge is named under its broker: `bridges: {zigbee: zigbee2mqtt}`
                home.yaml:45:3: error[PC0302]: device `cord` has no `bridge`
                 45 |   cord:
                    |   ^^^^
                    = a bridge is named under its broker: `bridges: {zigbee: zigbee2mqtt}`
                home.yaml:51:3: error[PC0302]: device `smoke` has no `bridge`
                 51 |   smoke:
                    |   ^^^^^
                    = a bridge is named under its broker: `bridges: {zigbee: zigbee2mqtt}`
                home.yaml:54:3: error[PC0302]: device `climate` has no `bridge`
                 54 |   climate:
                    |   ^^^^^^^
                    = a bridge is named under its broker: `bridges: {zigbee: zigbee2mqtt}`
                """),
        DiagnosticCase(
            "a device whose name stands in two files",
            replacing: "version: 1\n",
            with: "version: 1\ninclude: more/*.yaml\n",
            files: [
                "more/one.yaml": "# Spare devices.\n\ndevices:\n  spare: {profile: climate}\n",
                "more/two.yaml": "devices:\n  spare: {profile: door}\n",
            ],
            reports: """
                more/two.yaml:2:3: error[PC0403]: `spare` stands a second time under `devices`
                 2 |   spare: {profile: door}
                   |   ^^^^^
                   = already defined at more/one.yaml:4:3
                """),
    ]
}
