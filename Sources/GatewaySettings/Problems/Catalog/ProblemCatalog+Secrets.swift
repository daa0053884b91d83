// What can be wrong with secrets.
extension ProblemCatalog {
    static let secrets: [ProblemEntry] = [
        ProblemEntry(
            .unknownSecret, "There is no such secret",
            """
            `!secret name` takes its text from `secrets.yaml` beside the settings, or from a credential of \
            systemd with that name. Neither has it.
            """,
            wrong: """
                channels:
                  desk:
                    webhook:
                      url: http://127.0.0.1:8480/alerts
                      secret: !secret dsk
                """,
            right: """
                channels:
                  desk:
                    webhook:
                      url: http://127.0.0.1:8480/alerts
                      secret: !secret desk
                """),
        ProblemEntry(
            .secretReadableByAll, "Everybody can read a secret",
            """
            The file with a secret is readable for every user of the machine. The gateway refuses it, so that \
            this is mended before the secret is in use.
            """,
            wrong: """
                -rw-r--r-- 1 pullcord pullcord 124 secrets.yaml
                """,
            right: """
                chmod 600 secrets.yaml
                """,
            isHome: false),
        ProblemEntry(
            .badSigningSecret, "Not a signing secret",
            """
            A webhook is signed with a secret of the form of Standard Webhooks: `whsec_` and 24 to 64 bytes in \
            base64. Make one with `echo whsec_$(head -c 32 /dev/urandom | base64)` and give it to the desk as \
            well.
            """,
            wrong: """
                # secrets.yaml
                desk: hunter2
                key: ABCDEFGHIJKLMNOP
                """,
            right: """
                # secrets.yaml
                desk: whsec_ZXhhbXBsZS1leGFtcGxlLWV4YW1wbGUtMTIzNDU2Nzg=
                key: ABCDEFGHIJKLMNOP
                """),
        ProblemEntry(
            .badReceiverKey, "Not a key of a receiving centre",
            """
            The centre gives a key of 16, 24 or 32 characters, or of 32, 48 or 64 hexadecimal digits with \
            `key_form: hexadecimal`. Another length was copied wrongly.
            """,
            wrong: """
                # secrets.yaml
                desk: whsec_ZXhhbXBsZS1leGFtcGxlLWV4YW1wbGUtMTIzNDU2Nzg=
                key: ABCDEF
                """,
            right: """
                # secrets.yaml
                desk: whsec_ZXhhbXBsZS1leGFtcGxlLWV4YW1wbGUtMTIzNDU2Nzg=
                key: ABCDEFGHIJKLMNOP
                """),
        ProblemEntry(
            .secretInSettings, "A secret in plain text among the settings",
            """
            The settings are copied, shown to colleagues and kept in backups; a secret in them goes along. Put \
            it into `secrets.yaml` and name it with `!secret`.
            """,
            wrong: """
                channels:
                  centre:
                    dc09: {host: 127.0.0.1, port: 12000, account: "1234", key: ABCDEFGHIJKLMNOP}
                """,
            right: """
                channels:
                  centre:
                    dc09: {host: 127.0.0.1, port: 12000, account: "1234", key: !secret key}
                """),
        ProblemEntry(
            .credentialsInAddress, "A password in a web address",
            """
            The web address holds a user and password in plain text. Pullcord signs what it sends with the \
            channel's secret; leave out what stands before the `@`.
            """,
            wrong: """
                channels:
                  desk:
                    webhook:
                      url: https://anna:hunter2@desk.example/alerts
                      secret: !secret desk
                """,
            right: """
                channels:
                  desk:
                    webhook:
                      url: https://desk.example/alerts
                      secret: !secret desk
                """),
    ]
}
