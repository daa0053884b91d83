// What can be wrong with serial ports.
extension ProblemCatalog {
    static let ports: [ProblemEntry] = [
        ProblemEntry(
            .noPort, "Which serial port?",
            """
            A serial intake must say which port is meant. `usb_serial` is best: it stays the same on whatever \
            socket the stick is.
            """,
            wrong: """
                intakes:
                  receiver:
                    serial: {protocol: rfxtrx}
                """,
            right: """
                intakes:
                  receiver:
                    serial: {protocol: rfxtrx, usb_serial: RFXCOM_RFXtrx433_A1}
                """),
        ProblemEntry(
            .portNamedTwice, "A serial port named in two ways",
            """
            Two keys name the port, and they could come to mean two ports. Keep `usb_serial`.
            """,
            wrong: """
                intakes:
                  receiver:
                    serial: {protocol: rfxtrx, usb_serial: RFXCOM_RFXtrx433_A1, file: /dev/ttyUSB0}
                """,
            right: """
                intakes:
                  receiver:
                    serial: {protocol: rfxtrx, usb_serial: RFXCOM_RFXtrx433_A1}
                """),
        ProblemEntry(
            .foreignStick, "A stick that belongs to another program",
            """
            Zigbee and Z-Wave sticks belong to Zigbee2MQTT or Z-Wave JS, and two programs on one stick break \
            both. Read the devices behind it over MQTT.
            """,
            wrong: """
                intakes:
                  receiver:
                    serial: {protocol: rfxtrx, usb_serial: ITead_Sonoff_Zigbee_3.0}
                """,
            right: """
                intakes:
                  receiver:
                    serial: {protocol: rfxtrx, usb_serial: RFXCOM_RFXtrx433_A1}
                """),
        ProblemEntry(
            .notADeviceFile, "Not a device file",
            """
            `file` is the absolute path of a port, such as `/dev/serial/by-id/…`.
            """,
            wrong: """
                intakes:
                  receiver:
                    serial: {protocol: rfxtrx, file: ttyS0}
                """,
            right: """
                intakes:
                  receiver:
                    serial: {protocol: rfxtrx, file: /dev/ttyS0}
                """),
        ProblemEntry(
            .unstablePort, "A port that may be another after the next start",
            """
            `/dev/ttyUSB0` is whatever stick was found first. After the next start that may be another one, and \
            the receiver is deaf.
            """,
            wrong: """
                intakes:
                  receiver:
                    serial: {protocol: rfxtrx, file: /dev/ttyUSB0}
                """,
            right: """
                intakes:
                  receiver:
                    serial: {protocol: rfxtrx, usb_serial: RFXCOM_RFXtrx433_A1}
                """),
        ProblemEntry(
            .notAProduct, "Not a vendor and product",
            """
            `usb_product` is two numbers of four hexadecimal digits with a colon, as `lsusb` shows them.
            """,
            wrong: """
                intakes:
                  receiver:
                    serial: {protocol: rfxtrx, usb_product: RFXtrx433}
                """,
            right: """
                intakes:
                  receiver:
                    serial: {protocol: rfxtrx, usb_product: "0403:6001"}
                """),
        ProblemEntry(
            .badSpeed, "No serial port runs at this speed",
            """
            Serial ports have certain speeds; the hint lists them. RFXtrx433 runs at 38400.
            """,
            wrong: """
                intakes:
                  receiver:
                    serial: {protocol: rfxtrx, usb_serial: RFXCOM_RFXtrx433_A1, speed: 38000}
                """,
            right: """
                intakes:
                  receiver:
                    serial: {protocol: rfxtrx, usb_serial: RFXCOM_RFXtrx433_A1, speed: 38400}
                """),
    ]
}
