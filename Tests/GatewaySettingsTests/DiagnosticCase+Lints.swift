/// What is well formed and still not good: nobody would be told, or too late, or nothing would be found.
extension DiagnosticCase {
    static let lints: [DiagnosticCase] = [
        DiagnosticCase(
            "a contact without channels",
            replacing: "  anna: {name: Anna, channels: [desk]}\n",
            with: "  anna: {name: Anna}\n",
            reports: """
                home.yaml:19:3: warning[PC0607]: channel `desk` belongs to no contact
                 19 |   desk:
                    |   ^^^^
                home.yaml:26:3: error[PC0302]: contact `anna` has no `channels`
                 26 |   anna: {name: Anna}
                    |   ^^^^
                """),
        DiagnosticCase(
            "a contact with a list of no channels",
            replacing: "  anna: {name: Anna, channels: [desk]}\n",
            with: "  anna: {name: Anna, channels: []}\n",
            reports: """
                home.yaml:19:3: warning[PC0607]: channel `desk` belongs to no contact
                 19 |   desk:
                    |   ^^^^
                home.yaml:26:32: error[PC0319]: `channels` of contact `anna` names nobody and nothing
                 26 |   anna: {name: Anna, channels: []}
                    |                                ^
                """),
        DiagnosticCase(
            "a rung that tells nobody new",
            replacing: "      - {tell: [anna, centre], wait: 60s}\n",
            with: "      - {tell: [anna, centre], wait: 60s}\n      - {tell: [centre], wait: 60s}\n",
            reports: """
                home.yaml:35:16: warning[PC0610]: rung 2 of escalation `emergency` tells nobody new: `centre` was told before
                 35 |       - {tell: [centre], wait: 60s}
                    |                ^
                    = already told at home.yaml:34:16
                    = leave the rung out; the ladder begins again by itself (`repeat`)
                """),
        DiagnosticCase(
            "an emergency in which the next is told after hours",
            replacing: "      - {tell: [anna, centre], wait: 60s}\n",
            with: "      - {tell: [anna], wait: 2h}\n      - {tell: [centre], wait: 60s}\n",
            reports: """
                home.yaml:34:30: warning[PC0611]: in an emergency rung 2 of escalation `emergency` comes only 2h after rung 1
                 34 |       - {tell: [anna], wait: 2h}
                    |                              ^^
                    = some minutes are usual; at most 15m
                """),
        DiagnosticCase(
            "an emergency whose siren comes too late",
            replacing: "      - {tell: [anna, centre], wait: 60s}\n",
            with: "      - {tell: [anna, centre], wait: 20m}\n",
            reports: """
                home.yaml:34:38: warning[PC0611]: in an emergency the last action of escalation `emergency` comes only 20m after rung 1
                 34 |       - {tell: [anna, centre], wait: 20m}
                    |                                      ^^^
                    = some minutes are usual; at most 15m
                """),
        DiagnosticCase(
            "an escalation of one rule on which an emergency waits",
            replacing: """
                      - {tell: [anna], wait: 1h}
                devices:
                  pendant:
                    profile: pendant
                    resident: margaret
                  cord:
                    profile: pendant
                    room: bathroom
                  radio:
                    profile: radio
                    address: "20:02:c0ffee"
                  smoke:
                    profile: smoke
                    room: hall
                  climate:
                    profile: climate
                rules:
                  help:
                    kind: help_call
                    devices: [pendant, cord, radio]
                  fire:
                    kind: hazard
                    devices: [smoke]
                  cold:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 15
                    clears_at: 16.5
                    hold: 2h
                    priority: emergency

                """,
            with: """
                      - {tell: [anna], wait: 1h}
                      - {tell: [centre], wait: 1h}
                devices:
                  pendant:
                    profile: pendant
                    resident: margaret
                  cord:
                    profile: pendant
                    room: bathroom
                  radio:
                    profile: radio
                    address: "20:02:c0ffee"
                  smoke:
                    profile: smoke
                    room: hall
                  climate:
                    profile: climate
                rules:
                  help:
                    kind: help_call
                    devices: [pendant, cord, radio]
                  fire:
                    kind: hazard
                    devices: [smoke]
                  cold:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 15
                    clears_at: 16.5
                    hold: 2h
                    priority: emergency
                    escalation: fault

                """,
            reports: """
                home.yaml:38:30: warning[PC0611]: in an emergency rung 2 of escalation `fault` comes only 1h after rung 1
                 38 |       - {tell: [anna], wait: 1h}
                    |                              ^^
                    = some minutes are usual; at most 15m
                """),
        DiagnosticCase(
            "an emergency of which nobody may see where it is",
            replacing: "  anna: {name: Anna, channels: [desk]}\n  centre: {name: Centre, channels: [centre]}\n",
            with:
                "  anna: {name: Anna, channels: [desk], shares: [room]}\n  centre: {name: Centre, channels: [centre], shares: [room, story]}\n",
            reports: """
                home.yaml:32:3: warning[PC0612]: nobody on escalation `emergency` may see the name and the address: who comes in an emergency would not know where to go
                 32 |   emergency:
                    |   ^^^^^^^^^
                    = add `name` and `address` to what a contact `shares`
                """),
        DiagnosticCase(
            "an emergency of which nobody may see who it is",
            replacing: "  anna: {name: Anna, channels: [desk]}\n  centre: {name: Centre, channels: [centre]}\n",
            with:
                "  anna: {name: Anna, channels: [desk], shares: [address]}\n  centre: {name: Centre, channels: [centre], shares: []}\n",
            reports: """
                home.yaml:32:3: warning[PC0612]: nobody on escalation `emergency` may see the name: who comes in an emergency would not know who needs help
                 32 |   emergency:
                    |   ^^^^^^^^^
                    = add `name` to what a contact `shares`
                """),
        DiagnosticCase(
            "an emergency that rests for days once it is taken",
            replacing: "devices:\n",
            with: "priorities:\n  emergency: {acknowledgement_holds: 3d}\ndevices:\n",
            reports: """
                home.yaml:40:38: warning[PC0613]: an emergency that somebody took would not be asked about again for 3d
                 40 |   emergency: {acknowledgement_holds: 3d}
                    |                                      ^^
                    = at most 4h; the usual is 30m
                """),
        DiagnosticCase(
            "a hold for smoke",
            replacing: "    devices: [smoke]\n",
            with: "    devices: [smoke]\n    hold: 30s\n",
            reports: """
                home.yaml:61:5: error[PC0521]: a rule of the kind `hazard` has no hold: what it finds is told at once
                 61 |     hold: 30s
                    |     ^^^^
                    = leave `hold` out
                """),
        DiagnosticCase(
            "a hold for a call for help",
            replacing: "    devices: [pendant, cord, radio]\n",
            with: "    devices: [pendant, cord, radio]\n    hold: 5s\n",
            reports: """
                home.yaml:58:5: error[PC0521]: a rule of the kind `help_call` has no hold: what it finds is told at once
                 58 |     hold: 5s
                    |     ^^^^
                    = leave `hold` out
                """),
        DiagnosticCase(
            "a rule that its window never lets come true",
            replacing: """
                  climate:
                    profile: climate
                rules:
                  help:
                    kind: help_call
                    devices: [pendant, cord, radio]
                  fire:
                    kind: hazard
                    devices: [smoke]
                  cold:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 15
                    clears_at: 16.5
                    hold: 2h
                    priority: emergency

                """,
            with: """
                  front:
                    profile: door
                rules:
                  help:
                    kind: help_call
                    devices: [pendant, cord, radio]
                  fire:
                    kind: hazard
                    devices: [smoke]
                  quiet:
                    kind: inactivity
                    devices: [front]
                    window: 07:00-09:30
                    after: 3h
                    priority: fault

                """,
            reports: """
                home.yaml:65:12: error[PC0522]: `after` is 3h, but the window 07:00–09:30 lasts only 2h30m: rule `quiet` would never find anything
                 65 |     after: 3h
                    |            ^^
                    = the window stands at home.yaml:64:13
                """),
        DiagnosticCase(
            "a limit at the very end",
            replacing: "    below: 15\n    clears_at: 16.5\n",
            with: "    above: 125\n",
            reports: """
                home.yaml:65:12: error[PC0523]: temperature is never above 125: rule `cold` would never find anything
                 65 |     above: 125
                    |            ^^^
                    = it lies between -60 and 125
                """),
        DiagnosticCase(
            "a password in a web address",
            replacing: "      url: http://127.0.0.1:8480/alerts\n",
            with: "      url: https://anna:hunter2@desk.example/alerts\n",
            reports: """
                home.yaml:21:12: error[PC0806]: this web address holds a user and a password in plain text
                    = leave out what stands before the `@`: what is sent is signed with the channel's `secret`
                """),
        DiagnosticCase(
            "minutes by another word",
            replacing: "      - {tell: [anna], wait: 1h}\n",
            with: "      - {tell: [anna], wait: 5 min}\n",
            reports: """
                home.yaml:38:30: error[PC0312]: `5 min` is not a duration, but `wait` is a duration
                 38 |       - {tell: [anna], wait: 5 min}
                    |                              ^^^^^
                    = write it `5m`; the units are d, h, m, s and ms
                """),
        DiagnosticCase(
            "seconds written out",
            replacing: "wait: 60s",
            with: "wait: 90seconds",
            reports: """
                home.yaml:34:38: error[PC0312]: `90seconds` is not a duration, but `wait` is a duration
                 34 |       - {tell: [anna, centre], wait: 90seconds}
                    |                                      ^^^^^^^^^
                    = write it `90s`; the units are d, h, m, s and ms
                """),
        DiagnosticCase(
            "a unit of another language",
            replacing: "    hold: 2h\n",
            with: "    hold: 2std\n",
            reports: """
                home.yaml:67:11: error[PC0312]: `2std` is not a duration, but `hold` is a duration
                 67 |     hold: 2std
                    |           ^^^^
                    = write it like `30s`, `5m`, `1h30m` or `2d`
                """),
        DiagnosticCase(
            "a flag of old YAML",
            replacing: "  zone: Europe/London\n",
            with: "  zone: Europe/London\n  pets: On\n",
            reports: """
                home.yaml:6:9: error[PC0307]: `On` is neither `true` nor `false`
                 6 |   pets: On
                   |         ^^
                   = write `pets: true`; only true and false are flags
                """),
        DiagnosticCase(
            "a window with an hour too many",
            replacing: "devices:\n",
            with: "modes:\n  night: {window: 25:00-06:00}\ndevices:\n",
            reports: """
                home.yaml:40:19: error[PC0314]: `25:00-06:00` is not a part of the day
                 40 |   night: {window: 25:00-06:00}
                    |                   ^^^^^^^^^^^
                    = two times with a dash: `22:00-06:30`
                """),
        DiagnosticCase(
            "a bare number for a hold",
            replacing: "    hold: 2h\n",
            with: "    hold: 120\n",
            reports: """
                home.yaml:67:11: error[PC0311]: `120` has no unit, but `hold` is a duration
                 67 |     hold: 120
                    |           ^^^
                    = write `120s` for seconds, `120m` for minutes or `120h` for hours
                """),
        DiagnosticCase(
            "a device that nobody supervises",
            files: [
                "devices/radio.yaml": BaseHome.profile(
                    "radio", "{path: status, event: help_call, when: [0x06]}", dialect: "rfxtrx"
                )
                .replacing("{silent_after: 50h}", with: "none")
            ],
            reports: """
                home.yaml:46:3: warning[PC0710]: device `radio` is not supervised: nobody would notice that it is dead
                 46 |   radio:
                    |   ^^^^^
                    = if it reports by itself, add `supervision: {silent_after: 50h}`; if not, `{test_press_every: 30d}` asks for a press, and `none` says that you know
                """),
        DiagnosticCase(
            "three rules that mute each other in a circle",
            replacing: "    priority: emergency\n",
            with: """
                    priority: fault
                    muted_by: [cool]
                  cool:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 17
                    priority: fault
                    muted_by: [fresh]
                  fresh:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 18
                    priority: fault
                    muted_by: [cold]

                """,
            reports: """
                home.yaml:69:16: error[PC0517]: rule `cold` is muted by `cool`, which it mutes itself
                 69 |     muted_by: [cool]
                    |                ^^^^
                    = rule `cool` is muted by `fresh` at home.yaml:76:16
                    = rule `fresh` is muted by `cold` at home.yaml:83:16
                    = let only the consequence be muted by its cause
                home.yaml:76:16: error[PC0517]: rule `cool` is muted by `fresh`, which it mutes itself
                 76 |     muted_by: [fresh]
                    |                ^^^^^
                    = rule `fresh` is muted by `cold` at home.yaml:83:16
                    = rule `cold` is muted by `cool` at home.yaml:69:16
                    = let only the consequence be muted by its cause
                home.yaml:83:16: error[PC0517]: rule `fresh` is muted by `cold`, which it mutes itself
                 83 |     muted_by: [cold]
                    |                ^^^^
                    = rule `cold` is muted by `cool` at home.yaml:69:16
                    = rule `cool` is muted by `fresh` at home.yaml:76:16
                    = let only the consequence be muted by its cause
                """),
        DiagnosticCase(
            "three files that include each other in a circle",
            replacing: "version: 1\n", with: "version: 1\ninclude: a.yaml\n",
            files: ["a.yaml": "include: b.yaml\n", "b.yaml": "include: a.yaml\n"],
            reports: """
                b.yaml:1:10: error[PC0112]: `a.yaml` includes itself
                 1 | include: a.yaml
                   |          ^^^^^^
                   = `a.yaml` is included at home.yaml:2:10
                   = `b.yaml` is included at a.yaml:1:10
                   = by way of home.yaml, a.yaml, b.yaml
                """),
    ]
}
