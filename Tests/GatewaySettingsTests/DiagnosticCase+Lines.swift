/// Mistakes with what is at the serial ports of texts, meters and oximeters.
extension DiagnosticCase {
    static let lines = [
        DiagnosticCase(
            "a MySensors node that cannot be",
            replacing: "protocol: rfxtrx, usb_serial: RFXCOM_RFXtrx433_A1",
            with: "protocol: mysensors, usb_serial: RFXCOM_RFXtrx433_A1",
            files: ["devices/radio.yaml": BaseHome.profile("radio", node, dialect: "mysensors")],
            reports: """
                home.yaml:48:14: error[PC0703]: `20:02:c0ffee` is not the address of a device that speaks mysensors
                 48 |     address: "20:02:c0ffee"
                    |              ^^^^^^^^^^^^^^
                    = the number of its node, such as `12`, or of node and child, `12:1`
                """),
        DiagnosticCase(
            "an RFLink device at a port that speaks another protocol",
            replacing: "    address: \"20:02:c0ffee\"\n", with: "    address: newkaku:1\n    intake: receiver\n",
            files: ["devices/radio.yaml": BaseHome.profile("radio", switched, dialect: "rflink")],
            reports: """
                home.yaml:49:13: error[PC0705]: intake `receiver` does not speak rflink, as the profile of device `radio` does
                 49 |     intake: receiver
                    |             ^^^^^^^^
                """),
        DiagnosticCase(
            "a line with a JSON pointer",
            replacing: "protocol: rfxtrx, usb_serial: RFXCOM_RFXtrx433_A1",
            with: "protocol: csv_lines, usb_serial: RFXCOM_RFXtrx433_A1",
            files: ["devices/radio.yaml": BaseHome.profile("radio", pointer, dialect: "lines")],
            reports: """
                devices/radio.yaml:7:12: error[PC0727]: frames have fields, not JSON pointers
                 7 |   - {path: /event, event: help_call, when: [press]}
                   |            ^^^^^^
                   = write `event`
                """),
    ]

    private static let node = "{path: 1/V_TRIPPED, event: help_call, when: [1]}"
    private static let switched = "{path: command, event: help_call, when: [\"on\"]}"
    private static let pointer = "{path: /event, event: help_call, when: [press]}"
}
