extension DiagnosticCase {
    static let secrets: [DiagnosticCase] = [
        DiagnosticCase(
            "an unknown secret",
            replacing: "!secret desk", with: "!secret dsk",
            reports: """
                home.yaml:22:15: error[PC0801]: there is no secret `dsk`
                 22 |       secret: !secret dsk
                    |               ^^^^^^^^^^^
                    = did you mean `desk`?
                """),
        DiagnosticCase(
            "a secret that begins with an exclamation mark",
            files: ["secrets.yaml": "desk: !hunter2\nkey: ABCDEFGHIJKLMNOP\n"],
            reports: """
                secrets.yaml:1:7: error[PC0205]: an unknown tag begins here
                   = put a secret that begins with `!` in quotes
                """),
        DiagnosticCase(
            "secrets that everybody can read",
            readableByAll: ["secrets.yaml"],
            reports: """
                secrets.yaml: error[PC0802]: everybody on this machine can read this file with secrets
                  = chmod 600 secrets.yaml
                """),
        DiagnosticCase(
            "a signing secret without its prefix",
            files: [
                "secrets.yaml": """
                desk: hunter2-hunter2
                key: ABCDEFGHIJKLMNOP
                """
            ],
            reports: """
                home.yaml:22:15: error[PC0803]: this secret does not begin with `whsec_`
                    = make one with: echo whsec_$(head -c 32 /dev/urandom | base64)
                """),
        DiagnosticCase(
            "a signing secret that is too short",
            files: [
                "secrets.yaml": """
                desk: whsec_c2hvcnQ=
                key: ABCDEFGHIJKLMNOP
                """
            ],
            reports: """
                home.yaml:22:15: error[PC0803]: this secret has 5 bytes behind `whsec_`; it must have 24 to 64
                    = make one with: echo whsec_$(head -c 32 /dev/urandom | base64)
                """),
        DiagnosticCase(
            "a key of the wrong length",
            files: [
                "secrets.yaml": """
                desk: whsec_ZXhhbXBsZS1leGFtcGxlLWV4YW1wbGUtMTIzNDU2Nzg=
                key: ABCDEF
                """
            ],
            reports: """
                home.yaml:24:64: error[PC0804]: this key has 6 characters; a text key has 16, 24 or 32
                """),
        DiagnosticCase(
            "a key in the wrong form",
            replacing: "key: !secret key", with: "key: !secret key, key_form: hexadecimal",
            reports: """
                home.yaml:24:64: error[PC0804]: this key has other signs than hexadecimal digits
                """),
        DiagnosticCase(
            "a secret that is a list",
            files: [
                "secrets.yaml": """
                desk: whsec_ZXhhbXBsZS1leGFtcGxlLWV4YW1wbGUtMTIzNDU2Nzg=
                key: [a, b]
                """
            ],
            reports: """
                secrets.yaml:2:6: error[PC0303]: the secret `key` is a list, not a text
                """),
        DiagnosticCase(
            "broken secrets show no line",
            files: [
                "secrets.yaml": """
                desk: whsec_x
                key: [hunter2
                """
            ],
            reports: """
                secrets.yaml:3:1: error[PC0201]: not YAML: did not find expected ',' or ']' while parsing a flow sequence
                """),
        DiagnosticCase(
            "a secret in a file that is not there",
            replacing: "secret: !secret desk", with: "secret_file: desk.key",
            reports: """
                home.yaml:22:20: error[PC0101]: `desk.key` does not exist
                 22 |       secret_file: desk.key
                    |                    ^^^^^^^^
                """),
        DiagnosticCase(
            "a secret in a file that everybody can read",
            replacing: "secret: !secret desk", with: "secret_file: desk.key",
            files: ["desk.key": "whsec_ZXhhbXBsZS1leGFtcGxlLWV4YW1wbGUtMTIzNDU2Nzg=\n"],
            readableByAll: ["desk.key"],
            reports: """
                home.yaml:22:20: error[PC0802]: everybody on this machine can read `desk.key`
                 22 |       secret_file: desk.key
                    |                    ^^^^^^^^
                    = chmod 600 desk.key
                """),
        DiagnosticCase(
            "a secret given twice",
            replacing: "secret: !secret desk", with: "secret: !secret desk\n      secret_file: desk.key",
            reports: """
                home.yaml:23:7: error[PC0321]: `webhook` of channel `desk` has both `secret` and `secret_file`
                 23 |       secret_file: desk.key
                    |       ^^^^^^^^^^^
                """),
    ]
}
