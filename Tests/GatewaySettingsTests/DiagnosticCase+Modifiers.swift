extension DiagnosticCase {
    static let modifiers: [DiagnosticCase] = [
        DiagnosticCase(
            "a mode that nobody knows",
            replacing: "    priority: emergency\n", with: "    priority: fault\n    modes: [nigth, away]\n",
            reports: """
                home.yaml:69:13: error[PC0317]: there is no mode `nigth`
                 69 |     modes: [nigth, away]
                    |             ^^^^^
                    = did you mean `night`?
                """),
        DiagnosticCase(
            "a list without modes",
            replacing: "    priority: emergency\n", with: "    priority: fault\n    modes: []\n",
            reports: """
                home.yaml:69:12: error[PC0319]: `modes` names no mode: it would never apply
                 69 |     modes: []
                    |            ^
                """),
        DiagnosticCase(
            "a mode twice",
            replacing: "    priority: emergency\n", with: "    priority: fault\n    modes: [night, night]\n",
            reports: """
                home.yaml:69:20: error[PC0320]: mode `night` stands twice in this list
                 69 |     modes: [night, night]
                    |                    ^^^^^
                """),
        DiagnosticCase(
            "a rule that mutes itself",
            replacing: "    priority: emergency\n", with: "    priority: fault\n    muted_by: cold\n",
            reports: """
                home.yaml:69:15: error[PC0516]: rule `cold` is muted by itself
                 69 |     muted_by: cold
                    |               ^^^^
                    = it would never be heard
                """),
        DiagnosticCase(
            "rules that mute each other in a circle",
            replacing: "rules:\n",
            with:
                "  door:\n    profile: door\n    room: hall\n  panel:\n    profile: panel\n    room: hall\nrules:\n  ajar:\n    kind: left_open\n    devices: [door]\n    hold: 5m\n    priority: fault\n    muted_by: [cool]\n  cool:\n    kind: threshold\n    devices: [climate]\n    capability: temperature\n    below: 17\n    priority: fault\n    muted_by: [ajar]\n",
            reports: """
                home.yaml:66:16: error[PC0517]: rule `ajar` is muted by `cool`, which it mutes itself
                 66 |     muted_by: [cool]
                    |                ^^^^
                    = rule `cool` is muted by `ajar` at home.yaml:73:16
                    = let only the consequence be muted by its cause
                home.yaml:73:16: error[PC0517]: rule `cool` is muted by `ajar`, which it mutes itself
                 73 |     muted_by: [ajar]
                    |                ^^^^
                    = rule `ajar` is muted by `cool` at home.yaml:66:16
                    = let only the consequence be muted by its cause
                """),
        DiagnosticCase(
            "a cause that is no rule",
            replacing: "    priority: emergency\n", with: "    priority: fault\n    muted_by: [fier]\n",
            reports: """
                home.yaml:69:16: error[PC0401]: there is no rule or path `fier` that could mute rule `cold`
                 69 |     muted_by: [fier]
                    |                ^^^^
                    = did you mean `fire`?
                """),
        DiagnosticCase(
            "a cause that is no bridge",
            replacing: "    priority: emergency\n", with: "    priority: fault\n    muted_by: [bridge zigbe]\n",
            reports: """
                home.yaml:69:16: error[PC0401]: there is no rule or path `bridge zigbe` that could mute rule `cold`
                 69 |     muted_by: [bridge zigbe]
                    |                ^^^^^^^^^^^^
                    = did you mean `bridge zigbee`?
                """),
        DiagnosticCase(
            "no cause at all",
            replacing: "    priority: emergency\n", with: "    priority: fault\n    muted_by: []\n",
            reports: """
                home.yaml:69:15: error[PC0319]: `muted_by` names nobody and nothing
                 69 |     muted_by: []
                    |               ^
                """),
        DiagnosticCase(
            "a reminder without a pre-alert",
            replacing: "    priority: emergency\n", with: "    priority: fault\n    remind_every: 1m\n",
            reports: """
                home.yaml:69:19: error[PC0513]: there is no pre-alert in which to remind anybody
                 69 |     remind_every: 1m
                    |                   ^^
                    = add `pre_alert`, or leave `remind_every` out
                """),
        DiagnosticCase(
            "reminders that never end",
            replacing: "    priority: emergency\n",
            with:
                "    priority: fault\n    pre_alert: 5m\n    remind_every: 1s\n",
            reports: """
                home.yaml:70:19: error[PC0313]: `remind_every` must be 10s to 6h, not 1s
                 70 |     remind_every: 1s
                    |                   ^^
                """),
        DiagnosticCase(
            "a window that a kind cannot do without",
            replacing: "rules:\n",
            with:
                "  door:\n    profile: door\n    room: hall\n  panel:\n    profile: panel\n    room: hall\nrules:\n  round:\n    kind: duty\n    steps: [door, {device: panel, capability: button_press}]\n",
            reports: """
                home.yaml:61:3: error[PC0302]: rule `round` has no `window`
                 61 |   round:
                    |   ^^^^^
                    = a part of the day: `window: 22:00-06:30`
                """),
        DiagnosticCase(
            "a window where none may be",
            replacing: "    devices: [smoke]\n", with: "    devices: [smoke]\n    window: 22:00-06:00\n",
            reports: """
                home.yaml:61:5: error[PC0511]: a rule of the kind `hazard` has no window: what it finds matters at every hour
                 61 |     window: 22:00-06:00
                    |     ^^^^^^
                    = leave `window` out
                """),
        DiagnosticCase(
            "an emergency that would be kept back",
            replacing: "    priority: emergency\n",
            with:
                "    priority: emergency\n    window: 22:00-06:00\n    modes: [night]\n    clears_after: 5m\n    muted_by: fire\n",
            reports: """
                home.yaml:69:13: error[PC0514]: rule `cold` is an emergency, and nothing may keep an emergency back
                 69 |     window: 22:00-06:00
                    |             ^^^^^^^^^^^
                    = leave `window` out, or give the rule a lower priority
                home.yaml:70:12: error[PC0514]: rule `cold` is an emergency, and nothing may keep an emergency back
                 70 |     modes: [night]
                    |            ^
                    = leave `modes` out, or give the rule a lower priority
                home.yaml:71:19: error[PC0514]: rule `cold` is an emergency, and nothing may keep an emergency back
                 71 |     clears_after: 5m
                    |                   ^^
                    = leave `clears_after` out, or give the rule a lower priority
                home.yaml:72:15: error[PC0514]: rule `cold` is an emergency, and nothing may keep an emergency back
                 72 |     muted_by: fire
                    |               ^^^^
                    = leave `muted_by` out, or give the rule a lower priority
                """),
        DiagnosticCase(
            "an emergency on trial",
            replacing: "    priority: emergency\n", with: "    priority: emergency\n    shadow: true\n",
            reports: """
                home.yaml:69:13: error[PC0515]: rule `cold` is an emergency, and an emergency is never only on trial
                 69 |     shadow: true
                    |             ^^^^
                    = leave `shadow` out, or give the rule a lower priority
                """),
        DiagnosticCase(
            "an emergency with a mode that nobody knows",
            replacing: "    priority: emergency\n", with: "    priority: emergency\n    modes: [nihgt]\n",
            reports: """
                home.yaml:69:13: error[PC0317]: there is no mode `nihgt`
                 69 |     modes: [nihgt]
                    |             ^^^^^
                    = did you mean `night`?
                """),
        DiagnosticCase(
            "a gap that means nothing",
            replacing: "    priority: emergency\n", with: "    priority: fault\n    after_gap: contine\n",
            reports: """
                home.yaml:69:16: error[PC0317]: unknown after_gap `contine`
                 69 |     after_gap: contine
                    |                ^^^^^^^
                    = possible here: count, pause, restart
                """),
        DiagnosticCase(
            "a clearing delay of days",
            replacing: "    priority: emergency\n", with: "    priority: fault\n    clears_after: 3d\n",
            reports: """
                home.yaml:69:19: error[PC0313]: `clears_after` must be 0s to 1d, not 3d
                 69 |     clears_after: 3d
                    |                   ^^
                """),
        DiagnosticCase(
            "a resident who does not live here",
            replacing: "    priority: emergency\n", with: "    priority: fault\n    resident: margret\n",
            reports: """
                home.yaml:69:15: error[PC0401]: there is no resident `margret`
                 69 |     resident: margret
                    |               ^^^^^^^
                    = did you mean `margaret`?
                """),
        DiagnosticCase(
            "a trial by another word",
            replacing: "    priority: emergency\n", with: "    priority: fault\n    shadow: yes\n",
            reports: """
                home.yaml:69:13: error[PC0307]: `yes` is neither `true` nor `false`
                 69 |     shadow: yes
                    |             ^^^
                    = write `shadow: true`; only true and false are flags
                """),
        DiagnosticCase(
            "a modifier written otherwise",
            replacing: "    priority: emergency\n", with: "    priority: fault\n    clear_after: 5m\n",
            reports: """
                home.yaml:69:5: error[PC0301]: unknown key `clear_after` in rule `cold`
                 69 |     clear_after: 5m
                    |     ^^^^^^^^^^^
                    = did you mean `clears_after`?
                """),
        DiagnosticCase(
            "a modifier of another language",
            replacing: "    priority: emergency\n", with: "    priority: fault\n    inhibited_by: [fire]\n",
            reports: """
                home.yaml:69:5: error[PC0301]: unknown key `inhibited_by` in rule `cold`
                 69 |     inhibited_by: [fire]
                    |     ^^^^^^^^^^^^
                    = did you mean `muted_by`?
                """),
    ]
}
