extension DiagnosticCase {
    static let rules: [DiagnosticCase] = [
        DiagnosticCase(
            "a rule whose kind is called otherwise",
            replacing: "    kind: hazard\n", with: "    type: hazard\n",
            reports: """
                home.yaml:59:5: error[PC0301]: unknown key `type` in rule `fire`
                 59 |     type: hazard
                    |     ^^^^
                    = did you mean `kind`?
                """),
        DiagnosticCase(
            "an unknown kind",
            replacing: "kind: help_call", with: "kind: helpcall",
            reports: """
                home.yaml:56:11: error[PC0501]: there is no kind of rule `helpcall`
                 56 |     kind: helpcall
                    |           ^^^^^^^^
                    = did you mean `help_call`?
                """),
        DiagnosticCase(
            "a rule that no device can satisfy",
            replacing: "devices: [smoke]", with: "devices: [smoke, climate]",
            reports: """
                home.yaml:60:22: error[PC0502]: device `climate` tells none of what this rule needs: smoke, heat, carbon_monoxide, gas, flood, glass_break
                 60 |     devices: [smoke, climate]
                    |                      ^^^^^^^
                    = it tells temperature
                """),
        DiagnosticCase(
            "a pre-alert where none is allowed",
            replacing: "    devices: [smoke]\n", with: "    devices: [smoke]\n    pre_alert: 30s\n",
            reports: """
                home.yaml:61:16: error[PC0512]: a rule of the kind `hazard` has no pre-alert: nobody may lose time to cancel it
                 61 |     pre_alert: 30s
                    |                ^^^
                    = leave `pre_alert` out
                """),
        DiagnosticCase(
            "a missing field",
            replacing: "    devices: [smoke]\n", with: "",
            reports: """
                home.yaml:58:3: error[PC0302]: rule `fire` has no `devices`
                 58 |   fire:
                    |   ^^^^
                    = The detectors.
                """),
        DiagnosticCase(
            "a field of another kind",
            replacing: "    devices: [smoke]\n", with: "    devices: [smoke]\n    hold: 5s\n",
            reports: """
                home.yaml:61:5: error[PC0521]: a rule of the kind `hazard` has no hold: what it finds is told at once
                 61 |     hold: 5s
                    |     ^^^^
                    = leave `hold` out
                """),
        DiagnosticCase(
            "a capability that the device lacks",
            replacing: "capability: temperature", with: "capability: humidity",
            reports: """
                home.yaml:64:17: error[PC0503]: device `climate` does not tell humidity
                 64 |     capability: humidity
                    |                 ^^^^^^^^
                    = it tells temperature; choose another `capability` or leave it out of `devices`
                """),
        DiagnosticCase(
            "a capability that is no number",
            replacing: "capability: temperature", with: "capability: smoke",
            reports: """
                home.yaml:64:17: error[PC0504]: `capability` cannot be smoke here
                 64 |     capability: smoke
                    |                 ^^^^^
                    = what its devices tell: temperature
                """),
        DiagnosticCase(
            "both limits",
            replacing: "    below: 15\n", with: "    below: 15\n    above: 30\n",
            reports: """
                home.yaml:65:12: error[PC0507]: rule `cold` has both `above` and `below`
                 65 |     below: 15
                    |            ^^
                    = make two rules of it
                """),
        DiagnosticCase(
            "no limit",
            replacing: "    below: 15\n    clears_at: 16.5\n", with: "",
            reports: """
                home.yaml:61:3: error[PC0506]: rule `cold` has no limit
                 61 |   cold:
                    |   ^^^^
                    = add `above` or `below`
                """),
        DiagnosticCase(
            "a clearing value on the wrong side",
            replacing: "clears_at: 16.5", with: "clears_at: 14",
            reports: """
                home.yaml:66:16: error[PC0508]: `clears_at` is not above `below`: it would clear while it is too low
                 66 |     clears_at: 14
                    |                ^^
                """),
        DiagnosticCase(
            "a number with a comma",
            replacing: "below: 15\n", with: "below: 15,5\n",
            reports: """
                home.yaml:65:12: error[PC0309]: `15,5` is not a number
                 65 |     below: 15,5
                    |            ^^^^
                    = with a point, not a comma: `18.5`
                """),
        DiagnosticCase(
            "an impossible number",
            replacing: "below: 15\n", with: "below: -80\n",
            reports: """
                home.yaml:65:12: error[PC0505]: temperature is never -80; it lies between -60 and 125
                 65 |     below: -80
                    |            ^^^
                """),
        DiagnosticCase(
            "a window that is none",
            replacing: "rules:\n",
            with:
                "rules:\n  night:\n    kind: inactivity\n    devices: [pendant]\n    after: 2h\n    window: at night\n    priority: emergency\n",
            reports: """
                home.yaml:59:13: error[PC0314]: `at night` is not a part of the day
                 59 |     window: at night
                    |             ^^^^^^^^
                    = two times with a dash: `22:00-06:30`
                """),
        DiagnosticCase(
            "a window of nothing",
            replacing: "rules:\n",
            with:
                "rules:\n  night:\n    kind: inactivity\n    devices: [pendant]\n    after: 2h\n    window: 07:00-07:00\n    priority: emergency\n",
            reports: """
                home.yaml:59:13: error[PC0315]: `07:00-07:00` begins where it ends
                 59 |     window: 07:00-07:00
                    |             ^^^^^^^^^^^
                    = leave `window` out for the whole day
                """),
        DiagnosticCase(
            "a help call that is no emergency",
            replacing: "    devices: [pendant, cord, radio]\n",
            with: "    devices: [pendant, cord, radio]\n    priority: fault\n",
            reports: """
                home.yaml:58:15: warning[PC0518]: rule `help` makes help_call of device `pendant` no emergency
                 58 |     priority: fault
                    |               ^^^^^
                    = alerts below `emergency` may be held back and end unheard
                """),
        DiagnosticCase(
            "a priority without escalation",
            replacing: "    priority: emergency\n", with: "    priority: urgent\n",
            reports: """
                home.yaml:61:3: error[PC0603]: rule `cold` raises alerts of the priority urgent, which have no escalation
                 61 |   cold:
                    |   ^^^^
                    = add an escalation called `urgent`, or `escalation: …` to the rule
                """),
        DiagnosticCase(
            "no escalation for emergencies",
            replacing: "  emergency:\n    rungs:", with: "  everybody:\n    rungs:",
            reports: """
                home.yaml:1:1: error[PC0601]: emergencies have no escalation: nobody would be told
                 1 | version: 1
                   | ^
                   = add an escalation called `emergency`, or `priorities: {emergency: {escalation: …}}`
                home.yaml:32:3: warning[PC0608]: escalation `everybody` is used by no priority and no rule
                 32 |   everybody:
                    |   ^^^^^^^^^
                """),
        DiagnosticCase(
            "no escalation for faults",
            replacing: "  fault:\n    rungs:\n      - {tell: [anna], wait: 1h}\n", with: "",
            reports: """
                home.yaml:1:1: warning[PC0602]: faults have no escalation: nobody would be told that the gateway cannot see or speak
                 1 | version: 1
                   | ^
                   = add an escalation called `fault`, or `priorities: {fault: {escalation: …}}`
                """),
        DiagnosticCase(
            "a device that nobody hears",
            replacing: "devices: [pendant, cord, radio]", with: "devices: [pendant, radio]",
            reports: """
                home.yaml:43:3: warning[PC0708]: no rule watches help_call of device `cord`: nobody would hear of it
                 43 |   cord:
                    |   ^^^^
                    = add it to the `devices` of a rule
                """),
        DiagnosticCase(
            "repeats that end before they begin",
            replacing: "    last_action: [siren]\n",
            with: "    last_action: [siren]\n    repeat: {after: 10m, limit: 5m}\n",
            reports: """
                home.yaml:36:33: error[PC0604]: the repeats of escalation `emergency` end before they begin
                 36 |     repeat: {after: 10m, limit: 5m}
                    |                                 ^^
                    = `limit` is the longest pause; make it at least 10m
                """),
        DiagnosticCase(
            "a last action that cannot be switched",
            replacing: "on: \"ON\", off: \"OFF\"", with: "stages: {heard: \"1\"}",
            reports: """
                home.yaml:35:19: error[PC0605]: output `siren` cannot be switched on: it has no `on`
                 35 |     last_action: [siren]
                    |                   ^^^^^
                """),
        DiagnosticCase(
            "a contact that nobody tells",
            replacing: "tell: [anna, centre]", with: "tell: [anna]",
            reports: """
                home.yaml:27:3: warning[PC0606]: contact `centre` is on no rung of any escalation
                 27 |   centre: {name: Centre, channels: [centre]}
                    |   ^^^^^^
                """),
    ]
}
