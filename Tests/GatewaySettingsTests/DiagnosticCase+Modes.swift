extension DiagnosticCase {
    static let modes: [DiagnosticCase] = [
        DiagnosticCase(
            "an entrance that is no door",
            replacing: "  climate:\n    profile: climate\n",
            with:
                "  climate:\n    profile: climate\n    entrance: true\n",
            reports: """
                home.yaml:54:15: error[PC0707]: device `climate` cannot be an entrance: it tells no open
                 54 |     entrance: true
                    |               ^^^^
                    = it tells temperature
                """),
        DiagnosticCase(
            "a thermometer that overlooks pets",
            replacing: "  climate:\n    profile: climate\n",
            with:
                "  climate:\n    profile: climate\n    overlooks_pets: true\n",
            reports: """
                home.yaml:54:21: error[PC0707]: device `climate` cannot overlook pets: it tells no motion
                 54 |     overlooks_pets: true
                    |                     ^^^^
                    = it tells temperature
                """),
        DiagnosticCase(
            "a tag that cannot be pressed",
            replacing: "  climate:\n    profile: climate\n",
            with:
                "  climate:\n    profile: climate\n    visitor: nurse\nvisitors:\n  nurse: The nurse\n",
            reports: """
                home.yaml:54:14: error[PC0707]: device `climate` cannot be a visitor's tag: it tells neither button_press nor help_call
                 54 |     visitor: nurse
                    |              ^^^^^
                    = it tells temperature
                """),
        DiagnosticCase(
            "a tag of somebody unknown",
            replacing: "devices:\n  pendant:\n    profile: pendant\n",
            with:
                "visitors: {nurse: The nurse}\ndevices:\n  pendant:\n    profile: pendant\n    visitor: nurs\n",
            reports: """
                home.yaml:43:14: error[PC0401]: there is no visitor `nurs`
                 43 |     visitor: nurs
                    |              ^^^^
                    = did you mean `nurse`?
                """),
        DiagnosticCase(
            "a tag that calls for help as well",
            replacing: "devices:\n  pendant:\n    profile: pendant\n",
            with:
                "visitors: {nurse: The nurse}\ndevices:\n  pendant:\n    profile: pendant\n    visitor: nurse\n",
            reports: """
                home.yaml:57:3: warning[PC0709]: rule `help` takes device `pendant` for a call for help, which is the tag of visitor `nurse`
                 57 |   help:
                    |   ^^^^
                    = leave it out of the rule: each coming and going would be an alert
                """),
        DiagnosticCase(
            "a mode that has no settings",
            replacing: "rooms:\n", with: "modes:\n  nigth: {stay: 8h}\nrooms:\n",
            reports: """
                home.yaml:9:3: error[PC0301]: unknown key `nigth` in `modes` of the settings
                 9 |   nigth: {stay: 8h}
                   |   ^^^^^
                   = did you mean `night`?
                """),
        DiagnosticCase(
            "home as a mode with an end",
            replacing: "rooms:\n", with: "modes:\n  home: {stay: 8h}\nrooms:\n",
            reports: """
                home.yaml:9:3: error[PC0301]: unknown key `home` in `modes` of the settings
                 9 |   home: {stay: 8h}
                   |   ^^^^
                   = possible here: away, holiday, night, visitors
                """),
        DiagnosticCase(
            "a night that is no part of the day",
            replacing: "rooms:\n", with: "modes:\n  night: {window: from ten}\nrooms:\n",
            reports: """
                home.yaml:9:19: error[PC0314]: `from ten` is not a part of the day
                 9 |   night: {window: from ten}
                   |                   ^^^^^^^^
                   = two times with a dash: `22:00-06:30`
                """),
        DiagnosticCase(
            "a mode that lasts too long",
            replacing: "rooms:\n", with: "modes:\n  away: {stay: 120d}\nrooms:\n",
            reports: """
                home.yaml:9:16: error[PC0313]: `stay` must be 1m to 90d, not 120d
                 9 |   away: {stay: 120d}
                   |                ^^^^
                """),
        DiagnosticCase(
            "a window for being away",
            replacing: "rooms:\n", with: "modes:\n  away: {window: 08:00-12:00}\nrooms:\n",
            reports: """
                home.yaml:9:10: error[PC0301]: unknown key `window` in `away` of `modes` of the settings
                 9 |   away: {window: 08:00-12:00}
                   |          ^^^^^^
                   = possible here: stay
                """),
        DiagnosticCase(
            "a visit without end",
            replacing: "rooms:\n", with: "visitors:\n  nurse: {name: The nurse, stay: 7d}\nrooms:\n",
            reports: """
                home.yaml:9:34: error[PC0313]: `stay` must be 1m to 2d, not 7d
                 9 |   nurse: {name: The nurse, stay: 7d}
                   |                                  ^^
                """),
        DiagnosticCase(
            "a visitor without a name",
            replacing: "rooms:\n", with: "visitors:\n  nurse: {stay: 1h}\nrooms:\n",
            reports: """
                home.yaml:9:3: error[PC0302]: visitor `nurse` has no `name`
                 9 |   nurse: {stay: 1h}
                   |   ^^^^^
                   = as responders know them: `name: the morning carer`
                """),
        DiagnosticCase(
            "quiet hours that are none",
            replacing: "rooms:\n", with: "alerts: {quiet_hours: 22-7}\nrooms:\n",
            reports: """
                home.yaml:8:23: error[PC0314]: `22-7` is not a part of the day
                 8 | alerts: {quiet_hours: 22-7}
                   |                       ^^^^
                   = two times with a dash: `22:00-06:30`
                """),
        DiagnosticCase(
            "a group that waits too long",
            replacing: "rooms:\n", with: "alerts: {group_wait: 1h}\nrooms:\n",
            reports: """
                home.yaml:8:22: error[PC0313]: `group_wait` must be 0s to 10m, not 1h
                 8 | alerts: {group_wait: 1h}
                   |                      ^^
                """),
        DiagnosticCase(
            "no messages at all",
            replacing: "rooms:\n", with: "alerts: {messages_per_hour: 0}\nrooms:\n",
            reports: """
                home.yaml:8:29: error[PC0310]: `messages_per_hour` must be 1 to 60, not 0
                 8 | alerts: {messages_per_hour: 0}
                   |                             ^
                """),
        DiagnosticCase(
            "pets by number",
            replacing: "  zone: Europe/London\n", with: "  zone: Europe/London\n  pets: 2\n",
            reports: """
                home.yaml:6:9: error[PC0307]: `2` is neither `true` nor `false`
                 6 |   pets: 2
                   |         ^
                """),
    ]
}
