extension DiagnosticCase {
    static let connections: [DiagnosticCase] = [
        DiagnosticCase(
            "buttons for anybody",
            replacing: "outputs:\n", with: "home_assistant: {commands: true, acknowledges_as: ana}\noutputs:\n",
            reports: """
                home.yaml:28:28: error[PC0845]: anybody who reaches the broker `broker` could press the buttons of this home
                 28 | home_assistant: {commands: true, acknowledges_as: ana}
                    |                            ^^^^
                    = give the gateway a `user` and `password` at that broker, or a client certificate, and let it check who writes which topic
                home.yaml:28:51: error[PC0401]: there is no contact `ana`
                 28 | home_assistant: {commands: true, acknowledges_as: ana}
                    |                                                   ^^^
                    = did you mean `anna`?
                """),
        DiagnosticCase(
            "a contact for a button that is not there",
            replacing: "outputs:\n", with: "home_assistant: {acknowledges_as: anna, shares: [address]}\noutputs:\n",
            reports: """
                home.yaml:28:35: warning[PC0846]: `acknowledges_as` does nothing: buttons are not listened to
                 28 | home_assistant: {acknowledges_as: anna, shares: [address]}
                    |                                   ^^^^
                    = add `commands: true`, or leave it out
                home.yaml:28:50: error[PC0317]: `address` cannot be shared with Home Assistant
                 28 | home_assistant: {acknowledges_as: anna, shares: [address]}
                    |                                                  ^^^^^^^
                    = possible here: name, room
                """),
        DiagnosticCase(
            "an address with a scheme",
            replacing: "      host: 127.0.0.1\n", with: "      host: mqtt://127.0.0.1\n",
            reports: """
                home.yaml:14:13: error[PC0821]: `mqtt://127.0.0.1` is not a host name or address
                 14 |       host: mqtt://127.0.0.1
                    |             ^^^^^^^^^^^^^^^^
                    = without `…://`; the port has its own line
                """),
        DiagnosticCase(
            "a password without encryption",
            replacing: "      host: 127.0.0.1\n",
            with: "      host: 192.168.1.5\n      user: gateway\n      password: !secret key\n",
            reports: """
                home.yaml:14:13: warning[PC0841]: the password goes to `192.168.1.5` unencrypted
                 14 |       host: 192.168.1.5
                    |             ^^^^^^^^^^^
                    = add `tls: {ca: ca.pem}`, or `tls: true` for a broker with a public certificate
                """),
        DiagnosticCase(
            "a password in the settings",
            replacing: "      host: 127.0.0.1\n", with: "      host: 127.0.0.1\n      password: hunter2\n",
            reports: """
                home.yaml:15:7: warning[PC0805]: the password of `mqtt` of intake `broker` stands in the settings themselves
                    = `password: !secret name`, with `name: …` in secrets.yaml
                """),
        DiagnosticCase(
            "plain http to another machine",
            replacing: "http://127.0.0.1:8480/alerts", with: "http://desk.example/alerts",
            reports: """
                home.yaml:21:12: warning[PC0842]: what happens in this home goes to `desk.example` unencrypted
                 21 |       url: http://desk.example/alerts
                    |            ^^^^^^^^^^^^^^^^^^^^^^^^^^
                    = use `https://`
                """),
        DiagnosticCase(
            "a web address that is none",
            replacing: "http://127.0.0.1:8480/alerts", with: "desk.example",
            reports: """
                home.yaml:21:12: error[PC0822]: `desk.example` is not a web address
                 21 |       url: desk.example
                    |            ^^^^^^^^^^^^
                    = such as `https://desk.example/alerts`
                """),
        DiagnosticCase(
            "a wildcard in a base topic",
            replacing: "{zigbee: zigbee2mqtt}", with: "{zigbee: zigbee2mqtt/#}",
            reports: """
                home.yaml:15:25: error[PC0824]: `+` and `#` cannot stand in the topic `zigbee2mqtt/#`
                 15 |       bridges: {zigbee: zigbee2mqtt/#}
                    |                         ^^^^^^^^^^^^^
                """),
        DiagnosticCase(
            "a wrong wildcard",
            replacing: "      host: 127.0.0.1\n",
            with: "      host: 127.0.0.1\n      reading_topics: [home/+a, \"home/#/x\", \"home/+/state\"]\n",
            reports: """
                home.yaml:15:24: error[PC0824]: wildcards are wrong in the topic `home/+a`
                 15 |       reading_topics: [home/+a, "home/#/x", "home/+/state"]
                    |                        ^^^^^^^
                    = `+` is a whole level, `#` the last one
                home.yaml:15:33: error[PC0824]: wildcards are wrong in the topic `home/#/x`
                 15 |       reading_topics: [home/+a, "home/#/x", "home/+/state"]
                    |                                 ^^^^^^^^^^
                    = `+` is a whole level, `#` the last one
                """),
        DiagnosticCase(
            "both ways of one intake",
            replacing: "    serial: {protocol: rfxtrx, usb_serial: RFXCOM_RFXtrx433_A1}",
            with: "    serial: {protocol: rfxtrx, usb_serial: RFXCOM_RFXtrx433_A1}\n    mqtt: {host: 127.0.0.1}",
            reports: """
                home.yaml:16:3: error[PC0321]: intake `receiver` has both `mqtt` and `serial`
                 16 |   receiver:
                    |   ^^^^^^^^
                    = make two intakes of it
                """),
        DiagnosticCase(
            "no port named",
            replacing: "usb_serial: RFXCOM_RFXtrx433_A1", with: "speed: 38400",
            reports: """
                home.yaml:17:5: error[PC0811]: `serial` of intake `receiver` does not say which port it is
                 17 |     serial: {protocol: rfxtrx, speed: 38400}
                    |     ^^^^^^
                    = best `usb_serial`; else `usb_path`, `usb_product` or `file`
                """),
        DiagnosticCase(
            "a port named twice",
            replacing: "usb_serial: RFXCOM_RFXtrx433_A1", with: "usb_serial: RFXCOM_RFXtrx433_A1, file: /dev/ttyS1",
            reports: """
                home.yaml:17:5: error[PC0812]: `serial` of intake `receiver` names its port twice, by `usb_serial` and `file`
                 17 |     serial: {protocol: rfxtrx, usb_serial: RFXCOM_RFXtrx433_A1, file: /dev/ttyS1}
                    |     ^^^^^^
                    = keep the first
                """),
        DiagnosticCase(
            "a stick of another program",
            replacing: "usb_serial: RFXCOM_RFXtrx433_A1", with: "usb_serial: ITead_Sonoff_Zigbee_3.0_USB_Dongle_Plus",
            reports: """
                home.yaml:17:44: error[PC0813]: `ITead_Sonoff_Zigbee_3.0_USB_Dongle_Plus` is a Zigbee or Z-Wave stick, which belongs to its own program
                 17 |     serial: {protocol: rfxtrx, usb_serial: ITead_Sonoff_Zigbee_3.0_USB_Dongle_Plus}
                    |                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                    = read its devices over MQTT
                """),
        DiagnosticCase(
            "a file that moves",
            replacing: "usb_serial: RFXCOM_RFXtrx433_A1", with: "file: /dev/ttyUSB0",
            reports: """
                home.yaml:17:38: warning[PC0815]: `/dev/ttyUSB0` may be another device after the next start
                 17 |     serial: {protocol: rfxtrx, file: /dev/ttyUSB0}
                    |                                      ^^^^^^^^^^^^
                    = bind it by `usb_serial`; `udevadm info /dev/ttyUSB0` shows ID_SERIAL
                """),
        DiagnosticCase(
            "a product in capitals",
            replacing: "usb_serial: RFXCOM_RFXtrx433_A1", with: "usb_product: \"0403:600A\"",
            reports: """
                home.yaml:17:45: error[PC0816]: `0403:600A` is not a vendor and product
                 17 |     serial: {protocol: rfxtrx, usb_product: "0403:600A"}
                    |                                             ^^^^^^^^^^^
                    = four hex digits each, lower case: `0403:6001`
                """),
        DiagnosticCase(
            "a speed that no port has",
            replacing: "usb_serial: RFXCOM_RFXtrx433_A1", with: "usb_serial: A1, speed: 38401",
            reports: """
                home.yaml:17:55: error[PC0817]: no serial port runs at 38401
                 17 |     serial: {protocol: rfxtrx, usb_serial: A1, speed: 38401}
                    |                                                       ^^^^^
                    = possible: 1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200, 230400, 460800, 921600
                """),
        DiagnosticCase(
            "an account in small letters",
            replacing: "account: \"1234\"", with: "account: 12ab",
            reports: """
                home.yaml:24:51: error[PC0828]: `12ab` is not 3 to 16 hexadecimal digits
                 24 |     dc09: {host: 127.0.0.1, port: 12000, account: 12ab, key: !secret key}
                    |                                                   ^^^^
                    = write it in capitals: `12AB`
                """),
        DiagnosticCase(
            "an account that is too short",
            replacing: "account: \"1234\"", with: "account: \"12\"",
            reports: """
                home.yaml:24:51: error[PC0828]: `12` is not 3 to 16 hexadecimal digits
                 24 |     dc09: {host: 127.0.0.1, port: 12000, account: "12", key: !secret key}
                    |                                                   ^^^^
                    = digits 0 to 9 and capitals A to F
                """),
        DiagnosticCase(
            "no key to another machine",
            replacing: "dc09: {host: 127.0.0.1, port: 12000, account: \"1234\", key: !secret key}",
            with: "dc09: {host: arc.example, port: 12000, account: \"1234\"}",
            reports: """
                home.yaml:24:5: warning[PC0842]: what happens in this home goes to `arc.example` unencrypted
                 24 |     dc09: {host: arc.example, port: 12000, account: "1234"}
                    |     ^^^^
                    = ask the receiving centre for a key, and add `key: !secret …`
                """),
        DiagnosticCase(
            "an event code that is none",
            replacing: "key: !secret key}", with: "key: !secret key, codes: {help_call: 10, smok: 111}}",
            reports: """
                home.yaml:24:96: error[PC0310]: `help_call` must be 100 to 999, not 10
                 24 |     dc09: {host: 127.0.0.1, port: 12000, account: "1234", key: !secret key, codes: {help_call: 10, s
                    |                                                                                                ^^
                home.yaml:24:100: error[PC0301]: unknown key `smok` in `codes` of `dc09` of channel `centre`
                 24 |  "1234", key: !secret key, codes: {help_call: 10, smok: 111}}
                    |                                                   ^^^^
                    = did you mean `smoke`?
                """),
        DiagnosticCase(
            "a command in one word",
            replacing: "outputs:\n", with: "outputs:\n  voice:\n    speech: {command: espeak-ng -v en}\n",
            reports: """
                home.yaml:30:23: error[PC0830]: `espeak-ng -v en` is one word with blanks
                 30 |     speech: {command: espeak-ng -v en}
                    |                       ^^^^^^^^^^^^^^^
                    = write `[espeak-ng, -v, en]`; no shell reads it
                """),
        DiagnosticCase(
            "pages for everybody",
            replacing: "devices:\n", with: "pages: {listen: 0.0.0.0:8490}\ndevices:\n",
            reports: """
                home.yaml:39:17: warning[PC0843]: the pages of this home are open to everybody who reaches `0.0.0.0`, unencrypted
                 39 | pages: {listen: 0.0.0.0:8490}
                    |                 ^^^^^^^^^^^^
                    = listen on 127.0.0.1, and put a web server with TLS before it
                """),
        DiagnosticCase(
            "pages without a port",
            replacing: "devices:\n", with: "pages: {listen: localhost}\ndevices:\n",
            reports: """
                home.yaml:39:17: error[PC0823]: `localhost` is not an address with a port
                 39 | pages: {listen: localhost}
                    |                 ^^^^^^^^^
                    = such as `127.0.0.1:8490`
                """),
        DiagnosticCase(
            "a radio address that is none",
            replacing: "\"20:02:c0ffee\"", with: "pendant 1",
            reports: """
                home.yaml:48:14: error[PC0703]: `pendant 1` is not a radio address
                 48 |     address: pendant 1
                    |              ^^^^^^^^^
                    = packet type, subtype and identity: `20:02:c0ffee`; `pullcord devices watch` shows them
                """),
        DiagnosticCase(
            "an address of another dialect",
            replacing: "    profile: smoke\n", with: "    profile: smoke\n    address: x\n",
            reports: """
                home.yaml:51:5: error[PC0704]: `address` means nothing for a device of the dialect zigbee2mqtt
                 51 |     address: x
                    |     ^^^^^^^
                """),
        DiagnosticCase(
            "two devices with one address",
            replacing: "    profile: pendant\n    room: bathroom\n",
            with: "    profile: pendant\n    friendly_name: pendant\n",
            reports: """
                home.yaml:43:3: error[PC0702]: device `cord` has the same address as device `pendant`
                 43 |   cord:
                    |   ^^^^
                    = device `pendant` stands at home.yaml:40:3
                    = one sender is one device
                """),
        DiagnosticCase(
            "a bridge that supervises no radio",
            replacing: "    address: \"20:02:c0ffee\"\n",
            with: "    address: \"20:02:c0ffee\"\n    supervision: bridge\n",
            reports: """
                home.yaml:49:18: error[PC0706]: device `radio` has no bridge that could supervise it
                 49 |     supervision: bridge
                    |                  ^^^^^^
                """),
        DiagnosticCase(
            "an acceptance that nobody stands behind",
            replacing: "  anna: {name: Anna, channels: [desk]}",
            with: "  anna: {name: Anna, channels: [desk], acceptance_acknowledges: true}",
            reports: """
                home.yaml:26:65: warning[PC0609]: contact `anna` has no receiver of a receiving centre, so nobody stands behind its acceptance
                 26 |   anna: {name: Anna, channels: [desk], acceptance_acknowledges: true}
                    |                                                                 ^^^^
                    = leave it out, and let a person acknowledge
                """),
        DiagnosticCase(
            "a fault that nobody would hear of in time",
            replacing: "version: 1\n", with: "version: 1\nalerts: {fault_after: 2h}\n",
            reports: """
                home.yaml:2:23: error[PC0313]: `fault_after` must be 1s to 1h, not 2h
                 2 | alerts: {fault_after: 2h}
                   |                       ^^
                """),
    ]
}
