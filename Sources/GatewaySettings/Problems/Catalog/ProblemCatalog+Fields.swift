// What can be wrong with the fields of profiles, and with devices that publish on topics.
extension ProblemCatalog {
    static let fields: [ProblemEntry] = [
        ProblemEntry(
            .badIdentity, "A device that is not fully named",
            """
            Where many devices share one topic, the profile says by which places of a message a device is known. \
            The home says what stands there, one part for each place, in that order.
            """,
            wrong: cavius("[Cavius-Door]"), right: cavius("[Cavius-Door, dc3ce3126533]")),
        ProblemEntry(
            .bridgeSpeaksOther, "A bridge of another kind",
            """
            The bridge that the device names speaks another dialect than its profile, or that of an output is no \
            Zigbee2MQTT. The `dialect` of a bridge stands in its long form, under the broker.
            """,
            wrong: cavius("[Cavius-Door, dc3ce3126533]", bridge: "zigbee"),
            right: cavius("[Cavius-Door, dc3ce3126533]")),
        ProblemEntry(
            .badUnit, "A unit of something else",
            """
            The device measures in a unit that cannot be made into that of the capability: millivolts are no \
            temperature.
            """,
            wrong: climate("{path: /temperature, number: temperature, unit: mV}"),
            right: climate("{path: /temperature, number: temperature, unit: degF}")),
        ProblemEntry(
            .badRange, "A range that holds nothing",
            """
            `range` is the least and the most that the model can measure, in the unit of the capability. A value \
            outside is refused, so a range that no value can have would refuse all of them.
            """,
            wrong: climate("{path: /temperature, number: temperature, range: [50, -20]}"),
            right: climate("{path: /temperature, number: temperature, range: [-20, 50]}")),
        ProblemEntry(
            .badGroup, "A group of one",
            """
            A group holds two or more different values of one message that only mean something together, such as \
            both pressures of one cuff reading. They are taken all or not at all.
            """,
            wrong: climate("{path: /temperature, number: temperature, group: air}"),
            right: climate("{path: /temperature, number: temperature}")),
        ProblemEntry(
            .badPayload, "A message of two forms",
            """
            The messages of one topic have one form: either JSON, in which each value has its `path`, or one value \
            that is the whole message.
            """,
            wrong: climate(
                "{topic: temperature, payload: number, path: /temperature, number: temperature}", dialect: "json"),
            right: climate("{topic: temperature, payload: number, number: temperature}", dialect: "json")),
        ProblemEntry(
            .badPrivate, "A private value that is read",
            """
            What stands under `private` is read by nobody, kept nowhere and shown to nobody. A field cannot read it \
            all the same.
            """,
            wrong: climate("{path: /temperature, number: temperature}", more: "private: [/temperature]"),
            right: climate("{path: /temperature, number: temperature}", more: "private: [/name]")),
    ]

    private static func climate(_ field: String, dialect: String = "zigbee2mqtt", more: String? = nil) -> String {
        let device =
            dialect == "json"
            ? "\n# home.yaml\ndevices:\n  climate:\n    profile: climate\n    topic: attic/climate" : ""
        return """
            # devices/climate.yaml
            version: 1
            id: climate
            title: A climate sensor
            maker: somebody
            dialect: \(dialect)
            fields:
              - \(field)
            supervision: {silent_after: 50h}\(more.map { "\n" + $0 } ?? "")
            samples:
              - {payload: '{}', expect: {}}\(device)
            """
    }

    private static func cavius(_ identity: String, bridge: String = "attic") -> String {
        """
        # devices/cavius.yaml
        version: 1
        id: cavius
        title: A door contact
        maker: somebody
        dialect: rtl_433
        fields:
          - {path: /state, state: open, true_when: [open], false_when: [closed]}
        supervision: {silent_after: 50h}
        samples:
          - {payload: '{"model":"Cavius-Door","id":"dc3ce3126533","state":"open"}', expect: {open: true}}
        # home.yaml
        intakes:
          broker:
            mqtt:
              host: 127.0.0.1
              bridges: {zigbee: zigbee2mqtt, attic: {dialect: rtl_433, base_topic: rtl_433/attic}}
          receiver:
            serial: {protocol: rfxtrx, usb_serial: RFXCOM_RFXtrx433_A1}
        devices:
          back-door:
            profile: cavius
            bridge: \(bridge)
            identity: \(identity)
        """
    }
}
