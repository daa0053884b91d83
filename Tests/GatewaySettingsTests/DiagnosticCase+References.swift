extension DiagnosticCase {
    static let references: [DiagnosticCase] = [
        DiagnosticCase(
            "an unknown room",
            replacing: "    room: hall\n", with: "    room: hal\n",
            reports: """
                home.yaml:51:11: error[PC0401]: there is no room `hal`
                 51 |     room: hal
                    |           ^^^
                    = did you mean `hall`?
                """),
        DiagnosticCase(
            "an unknown resident",
            replacing: "resident: margaret", with: "resident: george",
            reports: """
                home.yaml:42:15: error[PC0401]: there is no resident `george`
                 42 |     resident: george
                    |               ^^^^^^
                    = possible here: margaret
                """),
        DiagnosticCase(
            "an unknown profile",
            replacing: "profile: smoke", with: "profile: smok",
            reports: """
                home.yaml:50:14: error[PC0701]: there is no profile `smok`
                 50 |     profile: smok
                    |              ^^^^
                    = did you mean `smoke`?
                """),
        DiagnosticCase(
            "a profile with its ending",
            replacing: "profile: smoke", with: "profile: smoke.yaml",
            reports: """
                home.yaml:50:14: error[PC0402]: `smoke.yaml` cannot name a profile
                 50 |     profile: smoke.yaml
                    |              ^^^^^^^^^^
                    = without `.yaml`
                """),
        DiagnosticCase(
            "an unknown channel",
            replacing: "channels: [desk]", with: "channels: [desck]",
            reports: """
                home.yaml:19:3: warning[PC0607]: channel `desk` belongs to no contact
                 19 |   desk:
                    |   ^^^^
                home.yaml:26:33: error[PC0401]: there is no channel `desck`
                 26 |   anna: {name: Anna, channels: [desck]}
                    |                                 ^^^^^
                    = did you mean `desk`?
                """),
        DiagnosticCase(
            "an unknown contact",
            replacing: "tell: [anna]", with: "tell: [ana]",
            reports: """
                home.yaml:38:17: error[PC0401]: there is no contact `ana`
                 38 |       - {tell: [ana], wait: 1h}
                    |                 ^^^
                    = did you mean `anna`?
                """),
        DiagnosticCase(
            "a contact twice",
            replacing: "tell: [anna]", with: "tell: [anna, anna]",
            reports: """
                home.yaml:38:23: error[PC0320]: contact `anna` stands twice in this list
                 38 |       - {tell: [anna, anna], wait: 1h}
                    |                       ^^^^
                    = already named at home.yaml:38:17
                """),
        DiagnosticCase(
            "an unknown output",
            replacing: "last_action: [siren]", with: "last_action: [sirens]",
            reports: """
                home.yaml:35:19: error[PC0401]: there is no output `sirens`
                 35 |     last_action: [sirens]
                    |                   ^^^^^^
                    = did you mean `siren`?
                """),
        DiagnosticCase(
            "an unknown device",
            replacing: "devices: [smoke]", with: "devices: [smok]",
            reports: """
                home.yaml:60:15: error[PC0401]: there is no device `smok`
                 60 |     devices: [smok]
                    |               ^^^^
                    = did you mean `smoke`?
                """),
        DiagnosticCase(
            "an unknown escalation",
            replacing: "    kind: hazard\n", with: "    kind: hazard\n    escalation: emergncy\n",
            reports: """
                home.yaml:60:17: error[PC0401]: there is no escalation `emergncy`
                 60 |     escalation: emergncy
                    |                 ^^^^^^^^
                    = did you mean `emergency`?
                """),
        DiagnosticCase(
            "an unknown time zone",
            replacing: "zone: Europe/London", with: "zone: Europe/Londn",
            reports: """
                home.yaml:5:9: error[PC0404]: there is no time zone `Europe/Londn`
                 5 |   zone: Europe/Londn
                   |         ^^^^^^^^^^^^
                   = did you mean `Europe/London`?
                """),
        DiagnosticCase(
            "an unknown priority",
            replacing: "    priority: emergency\n", with: "    priority: high\n",
            reports: """
                home.yaml:68:15: error[PC0317]: unknown priority `high`
                 68 |     priority: high
                    |               ^^^^
                    = possible here: notice, fault, concern, urgent, emergency
                """),
        DiagnosticCase(
            "an unknown priority in the table",
            replacing: "devices:\n", with: "priorities:\n  emergancy: {acknowledgement_holds: 5m}\ndevices:\n",
            reports: """
                home.yaml:40:3: error[PC0317]: there is no priority `emergancy`
                 40 |   emergancy: {acknowledgement_holds: 5m}
                    |   ^^^^^^^^^
                    = did you mean `emergency`?
                """),
        DiagnosticCase(
            "a contact without channel",
            replacing: "  anna: {name: Anna, channels: [desk]}", with: "  anna: {name: Anna}",
            reports: """
                home.yaml:19:3: warning[PC0607]: channel `desk` belongs to no contact
                 19 |   desk:
                    |   ^^^^
                home.yaml:26:3: error[PC0302]: contact `anna` has no `channels`
                 26 |   anna: {name: Anna}
                    |   ^^^^
                """),
        DiagnosticCase(
            "a contact with an empty list",
            replacing: "  anna: {name: Anna, channels: [desk]}", with: "  anna: {name: Anna, channels: []}",
            reports: """
                home.yaml:19:3: warning[PC0607]: channel `desk` belongs to no contact
                 19 |   desk:
                    |   ^^^^
                home.yaml:26:32: error[PC0319]: `channels` of contact `anna` names nobody and nothing
                 26 |   anna: {name: Anna, channels: []}
                    |                                ^
                """),
        DiagnosticCase(
            "an unknown kind of data",
            replacing: "  anna: {name: Anna, channels: [desk]}",
            with: "  anna: {name: Anna, channels: [desk], shares: [name, adress]}",
            reports: """
                home.yaml:26:55: error[PC0317]: unknown kind of data `adress`
                 26 |   anna: {name: Anna, channels: [desk], shares: [name, adress]}
                    |                                                       ^^^^^^
                    = did you mean `address`?
                """),
    ]
}
