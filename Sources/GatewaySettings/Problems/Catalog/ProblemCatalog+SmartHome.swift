// What can be wrong with what a smart home sees and may ask for.
extension ProblemCatalog {
    static let smartHome: [ProblemEntry] = [
        ProblemEntry(
            .anybodyCommands, "Anybody could press the buttons",
            """
            Home Assistant's buttons cancel and acknowledge. Their messages come over the broker, so the broker \
            must know who writes: the gateway has a user and password there, or a client certificate, and others \
            may not write below its topic.
            """,
            wrong: """
                home_assistant:
                  commands: true
                """,
            right: """
                # secrets.yaml
                desk: whsec_ZXhhbXBsZS1leGFtcGxlLWV4YW1wbGUtMTIzNDU2Nzg=
                key: ABCDEFGHIJKLMNOP
                broker: hunter2
                # home.yaml
                intakes:
                  broker:
                    mqtt:
                      host: 127.0.0.1
                      user: pullcord
                      password: !secret broker
                      bridges: {zigbee: zigbee2mqtt}
                home_assistant:
                  commands: true
                """),
        ProblemEntry(
            .commandsOff, "A contact for a button that is not there",
            """
            `acknowledges_as` names for whom the button in Home Assistant acknowledges. Without `commands: true` \
            there is no button.
            """,
            wrong: """
                home_assistant:
                  acknowledges_as: anna
                """,
            right: """
                home_assistant:
                  prefix: homeassistant
                """),
    ]
}
