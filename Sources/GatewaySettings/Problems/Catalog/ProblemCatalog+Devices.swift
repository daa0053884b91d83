// What can be wrong with devices.
extension ProblemCatalog {
    static let devices: [ProblemEntry] = [
        ProblemEntry(
            .unknownProfile, "There is no such profile",
            """
            `profile` names a file of `devices/` without `.yaml`, beside the settings or among those that come \
            with the gateway.
            """,
            wrong: """
                devices:
                  smoke:
                    profile: smke
                """,
            right: """
                devices:
                  smoke:
                    profile: smoke
                """),
        ProblemEntry(
            .sameAddress, "Two devices with one address",
            """
            Two devices are known by the same address. What one of them sends would be taken for the other. One \
            sender is one device.
            """,
            wrong: """
                devices:
                  radio-two:
                    profile: radio
                    address: "20:02:c0ffee"
                """,
            right: """
                devices:
                  radio-two:
                    profile: radio
                    address: "20:02:c0ffef"
                rules:
                  help:
                    kind: help_call
                    devices: [pendant, cord, radio, radio-two]
                """),
        ProblemEntry(
            .notARadioAddress, "Not a radio address",
            """
            A device heard by an RFXtrx receiver is known by packet type, subtype and identity in hexadecimal \
            digits with colons; `pullcord devices watch` shows them when the device is pressed. An EnOcean device \
            is known by the eight hex digits of its sender, which stand on it. Devices of MySensors, RFLink and \
            others have an address of another form, which the hint names.
            """,
            wrong: """
                devices:
                  radio:
                    profile: radio
                    address: c0ffee
                """,
            right: """
                devices:
                  radio:
                    profile: radio
                    address: "20:02:c0ffee"
                """),
        ProblemEntry(
            .keyNotForDialect, "A setting of another kind of device",
            """
            The device speaks in another way than the setting is for: a Zigbee device has a friendly name, a \
            radio device an address.
            """,
            wrong: """
                devices:
                  smoke:
                    profile: smoke
                    address: "20:02:c0ffef"
                """,
            right: """
                devices:
                  smoke:
                    profile: smoke
                    friendly_name: smoke-hall
                """),
        ProblemEntry(
            .intakeSpeaksOther, "An intake that speaks another protocol",
            """
            The device's profile, or the output, needs another protocol than the intake speaks. Name another \
            intake, or another profile.
            """,
            wrong: """
                devices:
                  radio:
                    profile: radio
                    address: "20:02:c0ffee"
                    intake: broker
                """,
            right: """
                devices:
                  radio:
                    profile: radio
                    address: "20:02:c0ffee"
                    intake: receiver
                """),
        ProblemEntry(
            .noBridgeToSupervise, "No bridge that could supervise",
            """
            `supervision: bridge` trusts a bridge such as Zigbee2MQTT to say when a device is gone. This device \
            comes in without one; say after what time without a message it is missing.
            """,
            wrong: """
                devices:
                  radio:
                    profile: radio
                    address: "20:02:c0ffee"
                    supervision: bridge
                """,
            right: """
                devices:
                  radio:
                    profile: radio
                    address: "20:02:c0ffee"
                    supervision: {silent_after: 50h}
                """),
        ProblemEntry(
            .deviceCannotBe, "A device that cannot be this",
            """
            An entrance needs a door contact, a sensor that overlooks pets needs motion, a visitor's tag needs a \
            button.
            """,
            wrong: """
                devices:
                  smoke:
                    profile: smoke
                    entrance: true
                """,
            right: """
                devices:
                  front-door:
                    profile: door
                    entrance: true
                """),
        ProblemEntry(
            .nobodyHears, "A device that no rule watches",
            """
            The device can tell of something grave, and no rule watches it: a pendant that is pressed and nobody \
            hears.
            """,
            wrong: """
                rules:
                  help:
                    kind: help_call
                    devices: [pendant, cord]
                """,
            right: """
                rules:
                  help:
                    kind: help_call
                    devices: [pendant, cord, radio]
                """),
        ProblemEntry(
            .tagAsHelpButton, "A visitor's tag that calls for help",
            """
            The device begins and ends visits, and a rule also takes its press for a call for help. Each coming \
            and going would be an alert.
            """,
            wrong: """
                visitors:
                  nurse: The nurse
                devices:
                  radio:
                    profile: radio
                    address: "20:02:c0ffee"
                    visitor: nurse
                """,
            right: """
                visitors:
                  nurse: The nurse
                devices:
                  tag:
                    profile: panel
                    visitor: nurse
                """),
        ProblemEntry(
            .unsupervised, "A device without supervision",
            """
            Nobody would notice that the device is dead until it is needed. If it reports by itself, say after \
            what time it is missing. If it cannot, `supervision: {test_press_every: 30d}` asks \
            for a press when none was heard for so long, and `none` says that you know.
            """,
            wrong: """
                devices:
                  pull-switch:
                    profile: pull
                    address: "20:02:c0ffef"
                rules:
                  help:
                    kind: help_call
                    devices: [pendant, cord, radio, pull-switch]
                # devices/pull.yaml
                version: 1
                id: pull
                title: A radio pull switch
                maker: somebody
                dialect: rfxtrx
                fields: [{path: status, event: help_call, when: [0x06]}]
                supervision: none
                samples: [{payload: "08200217c0ffef0d69", expect: {}}]
                """,
            right: """
                devices:
                  pull-switch:
                    profile: pull
                    address: "20:02:c0ffef"
                    supervision: none
                rules:
                  help:
                    kind: help_call
                    devices: [pendant, cord, radio, pull-switch]
                # devices/pull.yaml
                version: 1
                id: pull
                title: A radio pull switch
                maker: somebody
                dialect: rfxtrx
                fields: [{path: status, event: help_call, when: [0x06]}]
                supervision: none
                samples: [{payload: "08200217c0ffef0d69", expect: {}}]
                """),
    ]
}
