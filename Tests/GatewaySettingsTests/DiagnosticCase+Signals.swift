extension DiagnosticCase {
    static let signals: [DiagnosticCase] = [
        DiagnosticCase(
            "a device that tells several things",
            replacing: "rules:\n",
            with:
                "  door:\n    profile: door\n    room: hall\n  panel:\n    profile: panel\n    room: hall\n  two-way:\n    profile: panel\nrules:\n  round:\n    kind: duty\n    window: 08:00-10:00\n    steps: [door, two-way]\n",
            reports: """
                home.yaml:66:19: error[PC0519]: device `two-way` tells several things
                 66 |     steps: [door, two-way]
                    |                   ^^^^^^^
                    = `{device: two-way, capability: button_press}`; it tells button_press, switched_on
                """),
        DiagnosticCase(
            "a signal that the device does not tell",
            replacing: "rules:\n",
            with:
                "  door:\n    profile: door\n    room: hall\n  panel:\n    profile: panel\n    room: hall\nrules:\n  round:\n    kind: duty\n    window: 08:00-10:00\n    steps: [door, {device: panel, capability: motion}]\n",
            reports: """
                home.yaml:64:47: error[PC0503]: device `panel` does not tell motion as a signal
                 64 |     steps: [door, {device: panel, capability: motion}]
                    |                                               ^^^^^^
                    = `{device: panel, capability: button_press}`; it tells button_press, switched_on
                """),
        DiagnosticCase(
            "a side of an event",
            replacing: "rules:\n",
            with:
                "  door:\n    profile: door\n    room: hall\n  panel:\n    profile: panel\n    room: hall\nrules:\n  round:\n    kind: duty\n    window: 08:00-10:00\n    steps: [door, {device: panel, capability: button_press, is: false}]\n",
            reports: """
                home.yaml:64:65: error[PC0520]: button_press happens and is neither true nor false
                 64 |     steps: [door, {device: panel, capability: button_press, is: false}]
                    |                                                                 ^^^^^
                    = leave `is` out
                """),
        DiagnosticCase(
            "too few signals",
            replacing: "rules:\n",
            with:
                "  door:\n    profile: door\n    room: hall\n  panel:\n    profile: panel\n    room: hall\nrules:\n  round:\n    kind: duty\n    window: 08:00-10:00\n    steps: [door]\n",
            reports: """
                home.yaml:64:12: error[PC0318]: `steps` wants 2 to 3 of them, and has 1
                 64 |     steps: [door]
                    |            ^
                """),
        DiagnosticCase(
            "a signal of a device that is not there",
            replacing: "rules:\n",
            with:
                "  door:\n    profile: door\n    room: hall\n  panel:\n    profile: panel\n    room: hall\nrules:\n  round:\n    kind: duty\n    window: 08:00-10:00\n    steps: [door, pannel]\n",
            reports: """
                home.yaml:64:19: error[PC0401]: there is no device `pannel`
                 64 |     steps: [door, pannel]
                    |                   ^^^^^^
                    = did you mean `panel`?
                """),
        DiagnosticCase(
            "a device that only measures",
            replacing: "rules:\n",
            with:
                "  door:\n    profile: door\n    room: hall\n  panel:\n    profile: panel\n    room: hall\nrules:\n  round:\n    kind: duty\n    window: 08:00-10:00\n    steps: [door, climate]\n",
            reports: """
                home.yaml:64:19: error[PC0519]: device `climate` tells no signal
                 64 |     steps: [door, climate]
                    |                   ^^^^^^^
                    = name another device
                """),
        DiagnosticCase(
            "a number as a signal",
            replacing: "rules:\n",
            with:
                "  door:\n    profile: door\n    room: hall\n  panel:\n    profile: panel\n    room: hall\nrules:\n  round:\n    kind: duty\n    window: 08:00-10:00\n    steps: [door, {device: climate, capability: temperature}]\n",
            reports: """
                home.yaml:64:49: error[PC0503]: device `climate` does not tell temperature as a signal
                 64 |     steps: [door, {device: climate, capability: temperature}]
                    |                                                 ^^^^^^^^^^^
                    = name another device
                """),
        DiagnosticCase(
            "a signal with an unknown key",
            replacing: "rules:\n",
            with:
                "  door:\n    profile: door\n    room: hall\n  panel:\n    profile: panel\n    room: hall\nrules:\n  round:\n    kind: duty\n    window: 08:00-10:00\n    steps: [door, {device: panel, capability: button_press, state: true}]\n",
            reports: """
                home.yaml:64:61: error[PC0301]: unknown key `state` in `steps`
                 64 |     steps: [door, {device: panel, capability: button_press, state: true}]
                    |                                                             ^^^^^
                    = possible here: capability, device, is
                """),
        DiagnosticCase(
            "a signal without device",
            replacing: "rules:\n",
            with:
                "  door:\n    profile: door\n    room: hall\n  panel:\n    profile: panel\n    room: hall\nrules:\n  round:\n    kind: duty\n    window: 08:00-10:00\n    steps: [door, {capability: button_press}]\n",
            reports: """
                home.yaml:64:19: error[PC0302]: `steps` has no `device`
                 64 |     steps: [door, {capability: button_press}]
                    |                   ^
                    = the name of a device
                """),
        DiagnosticCase(
            "a word that is no choice",
            replacing: "rules:\n",
            with:
                "  door:\n    profile: door\n    room: hall\n  panel:\n    profile: panel\n    room: hall\nrules:\n  round:\n    kind: duty\n    window: 08:00-10:00\n    steps: [door, {device: panel, capability: button_press}]\n    order: in_trun\n",
            reports: """
                home.yaml:65:12: error[PC0317]: `order` cannot be `in_trun`
                 65 |     order: in_trun
                    |            ^^^^^^^
                    = did you mean `in_turn`?
                """),
        DiagnosticCase(
            "a count out of range",
            replacing: "rules:\n",
            with:
                "  door:\n    profile: door\n    room: hall\n  panel:\n    profile: panel\n    room: hall\nrules:\n  round:\n    kind: duty\n    window: 08:00-10:00\n    steps: [door, {device: panel, capability: button_press}]\n    times: 9\n",
            reports: """
                home.yaml:65:12: error[PC0310]: `times` must be 1 to 5, not 9
                 65 |     times: 9
                    |            ^
                """),
        DiagnosticCase(
            "a time that is none",
            replacing: "rules:\n",
            with:
                "  door:\n    profile: door\n    room: hall\n  panel:\n    profile: panel\n    room: hall\nrules:\n  round:\n    kind: duty\n    window: 08:00-10:00\n    steps: [door, {device: panel, capability: button_press}]\n    by: 7 pm\n",
            reports: """
                home.yaml:65:9: error[PC0316]: `7 pm` is not a time of day
                 65 |     by: 7 pm
                    |         ^^^^
                    = hours and minutes: `07:10`
                """),
        DiagnosticCase(
            "a visitor whom nobody knows",
            replacing: "rules:\n",
            with:
                "  door:\n    profile: door\n    room: hall\n  panel:\n    profile: panel\n    room: hall\nrules:\n  round:\n    kind: duty\n    window: 08:00-10:00\n    steps: [door, {device: panel, capability: button_press}]\n    who: [nurse]\n",
            reports: """
                home.yaml:65:11: error[PC0401]: there is no visitor `nurse`
                 65 |     who: [nurse]
                    |           ^^^^^
                    = there are no visitors yet
                """),
    ]
}
