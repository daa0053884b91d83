// What can be wrong with connections.
extension ProblemCatalog {
    static let connections: [ProblemEntry] = [
        ProblemEntry(
            .notAHost, "Not a host",
            """
            A host is a name or a number, without `…://` and without a port, which has a key of its own.
            """,
            wrong: """
                channels:
                  centre:
                    dc09: {host: "tcp://127.0.0.1", port: 12000, account: "1234", key: !secret key}
                """,
            right: """
                channels:
                  centre:
                    dc09: {host: 127.0.0.1, port: 12000, account: "1234", key: !secret key}
                """),
        ProblemEntry(
            .notAWebAddress, "Not a web address",
            """
            A web address begins with `https://`, or with `http://` for this machine alone, and is written \
            without blanks.
            """,
            wrong: """
                channels:
                  desk:
                    webhook:
                      url: desk.example/alerts
                      secret: !secret desk
                """,
            right: """
                channels:
                  desk:
                    webhook:
                      url: https://desk.example/alerts
                      secret: !secret desk
                """),
        ProblemEntry(
            .notAnAddressWithPort, "Not an address with a port",
            """
            What the gateway listens on is an address of this machine and a port: `127.0.0.1:8490`.
            """,
            wrong: """
                pages:
                  listen: 8490
                """,
            right: """
                pages:
                  listen: 127.0.0.1:8490
                """),
        ProblemEntry(
            .badTopic, "Not a topic",
            """
            A topic of MQTT has levels with `/` between them, not at its ends. `+` and `#` stand for whole \
            levels, and only where something is subscribed to.
            """,
            wrong: """
                outputs:
                  siren:
                    mqtt: {topic: /zigbee2mqtt/siren/set, on: "ON", off: "OFF"}
                """,
            right: """
                outputs:
                  siren:
                    mqtt: {topic: zigbee2mqtt/siren/set, on: "ON", off: "OFF"}
                """),
        ProblemEntry(
            .topicsOverlap, "The gateway's topic within a bridge's",
            """
            The gateway publishes under its own topic, by default `pullcord/` and the home's id. Within a \
            bridge's topic it would hear itself.
            """,
            wrong: """
                intakes:
                  broker:
                    mqtt:
                      host: 127.0.0.1
                      own_topic: zigbee2mqtt/pullcord
                      bridges: {zigbee: zigbee2mqtt}
                """,
            right: """
                intakes:
                  broker:
                    mqtt:
                      host: 127.0.0.1
                      own_topic: pullcord/flat-12
                      bridges: {zigbee: zigbee2mqtt}
                """),
        ProblemEntry(
            .notABroker, "Not an MQTT broker",
            """
            Something that speaks MQTT names a serial intake.
            """,
            wrong: """
                outputs:
                  siren:
                    mqtt: {intake: receiver, topic: zigbee2mqtt/siren/set, on: "ON", off: "OFF"}
                """,
            right: """
                outputs:
                  siren:
                    mqtt: {intake: broker, topic: zigbee2mqtt/siren/set, on: "ON", off: "OFF"}
                """),
        ProblemEntry(
            .halfACertificate, "Half of a client certificate",
            """
            A client certificate is a pair: `cert` for what is shown and `key` for what proves it.
            """,
            wrong: """
                intakes:
                  broker:
                    mqtt:
                      host: 127.0.0.1
                      tls: {cert: /etc/pullcord/client.pem}
                      bridges: {zigbee: zigbee2mqtt}
                """,
            right: """
                intakes:
                  broker:
                    mqtt:
                      host: 127.0.0.1
                      tls: true
                      bridges: {zigbee: zigbee2mqtt}
                """),
        ProblemEntry(
            .badAccount, "Not an account of a receiving centre",
            """
            Account, receiver and line are hexadecimal digits in capitals, as the centre gave them. Quote them, \
            so that a zero in front stays.
            """,
            wrong: """
                channels:
                  centre:
                    dc09: {host: 127.0.0.1, port: 12000, account: 12ab, key: !secret key}
                """,
            right: """
                channels:
                  centre:
                    dc09: {host: 127.0.0.1, port: 12000, account: "12AB", key: !secret key}
                """),
        ProblemEntry(
            .nothingToPublish, "An output with nothing to publish",
            """
            An output over MQTT needs the texts that switch it: `on` and `off`, or one for each stage of \
            feedback under `stages`.
            """,
            wrong: """
                outputs:
                  siren:
                    mqtt: {topic: zigbee2mqtt/siren/set}
                """,
            right: """
                outputs:
                  siren:
                    mqtt: {topic: zigbee2mqtt/siren/set, on: "ON", off: "OFF"}
                """),
        ProblemEntry(
            .commandInOneWord, "A command in one word",
            """
            No shell reads the command, so that nothing a person is called can be taken for a part of it. Write \
            program and arguments as a list.
            """,
            wrong: """
                outputs:
                  voice:
                    speech: {command: [espeak-ng -v en]}
                """,
            right: """
                outputs:
                  voice:
                    speech: {command: [espeak-ng, -v, en]}
                """),
        ProblemEntry(
            .socketPathTooLong, "The path of the control socket is too long",
            """
            Linux allows a socket's path 107 bytes. Give the gateway a shorter `control_socket`.
            """,
            wrong: """
                gateway:
                  control_socket: "/srv/a-very-long-folder-name/and-another-very-long-folder-name\\
                    /and-one-more-very-long-folder-name/control.sock"
                """,
            right: """
                gateway:
                  control_socket: /run/pullcord/control.sock
                """),
        ProblemEntry(
            .passwordUnencrypted, "A password over a plain connection",
            """
            The password of the broker goes through the network where everybody can read it, and with it \
            everybody can press the pendant or switch off the siren. Use TLS, or a broker on this machine.
            """,
            wrong: """
                # secrets.yaml
                desk: whsec_ZXhhbXBsZS1leGFtcGxlLWV4YW1wbGUtMTIzNDU2Nzg=
                key: ABCDEFGHIJKLMNOP
                broker: hunter2
                # home.yaml
                intakes:
                  broker:
                    mqtt:
                      host: 192.168.1.5
                      user: pullcord
                      password: !secret broker
                      bridges: {zigbee: zigbee2mqtt}
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
                      host: 192.168.1.5
                      user: pullcord
                      password: !secret broker
                      tls: true
                      bridges: {zigbee: zigbee2mqtt}
                """),
        ProblemEntry(
            .homeUnencrypted, "What happens in the home goes out unencrypted",
            """
            Alerts say who lives where and that they need help. On the way to another machine everybody could \
            read them. Use `https://`, and a key for a receiving centre.
            """,
            wrong: """
                channels:
                  desk:
                    webhook:
                      url: http://desk.example/alerts
                      secret: !secret desk
                """,
            right: """
                channels:
                  desk:
                    webhook:
                      url: https://desk.example/alerts
                      secret: !secret desk
                """),
        ProblemEntry(
            .pagesOpen, "The pages of the home are open to others",
            """
            The gateway would serve its pages to the whole network without encryption. Let it listen on \
            127.0.0.1, with a web server with TLS before it.
            """,
            wrong: """
                pages:
                  listen: 0.0.0.0:8490
                """,
            right: """
                pages:
                  listen: 127.0.0.1:8490
                """),
        ProblemEntry(
            .anybodyAcknowledges, "Anybody could acknowledge",
            """
            The gateway takes acknowledgements from this broker without a user of its own: anybody in the \
            network could say that help is on its way. Give it a user and password, and let the broker check who \
            may write which topic.
            """,
            wrong: """
                intakes:
                  broker:
                    mqtt:
                      host: 192.168.1.5
                      acknowledgements: true
                      tls: true
                      bridges: {zigbee: zigbee2mqtt}
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
                      host: 192.168.1.5
                      acknowledgements: true
                      user: pullcord
                      password: !secret broker
                      tls: true
                      bridges: {zigbee: zigbee2mqtt}
                """),
    ]
}
