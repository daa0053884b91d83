extension DiagnosticCase {
    static let rooms: [DiagnosticCase] = [
        DiagnosticCase(
            "a room in which nothing serves",
            replacing: "    devices: [smoke]\n", with: "    rooms: [hall, bathroom]\n",
            reports: """
                home.yaml:60:19: error[PC0502]: no device in room `bathroom` tells what this rule needs: smoke, heat, carbon_monoxide, gas, flood, glass_break
                 60 |     rooms: [hall, bathroom]
                    |                   ^^^^^^^^
                    = in that room: `cord`
                """),
        DiagnosticCase(
            "a room that is not there",
            replacing: "    devices: [smoke]\n", with: "    devices: [smoke]\n    rooms: [hal]\n",
            reports: """
                home.yaml:61:13: error[PC0401]: there is no room `hal`
                 61 |     rooms: [hal]
                    |             ^^^
                    = did you mean `hall`?
                """),
        DiagnosticCase(
            "a room twice",
            replacing: "    devices: [smoke]\n", with: "    rooms: [hall, hall]\n",
            reports: """
                home.yaml:60:19: error[PC0320]: room `hall` stands twice in this list
                 60 |     rooms: [hall, hall]
                    |                   ^^^^
                    = already named at home.yaml:60:13
                """),
        DiagnosticCase(
            "no room",
            replacing: "    devices: [smoke]\n", with: "    rooms: []\n",
            reports: """
                home.yaml:60:12: error[PC0319]: `rooms` of rule `fire` names nobody and nothing
                 60 |     rooms: []
                    |            ^
                """),
        DiagnosticCase(
            "rooms for a kind that asks for signals",
            replacing: "rules:\n",
            with:
                "  door:\n    profile: door\n    room: hall\n  panel:\n    profile: panel\n    room: hall\nrules:\n  round:\n    kind: duty\n    window: 08:00-10:00\n    steps: [door, {device: panel, capability: button_press}]\n    rooms: [hall]\n",
            reports: """
                home.yaml:65:5: error[PC0301]: unknown key `rooms` in rule `round`
                 65 |     rooms: [hall]
                    |     ^^^^^
                    = the kind `duty` has `steps`, `times`, `by`, `order`, `who`, beside what every rule may have
                """),
        DiagnosticCase(
            "a room that measures something else",
            replacing: "devices: [climate]\n    capability: temperature",
            with:
                "rooms: [hall]\n    capability: temperature",
            reports: """
                home.yaml:63:13: error[PC0502]: no device in room `hall` tells what this rule needs: temperature
                 63 |     rooms: [hall]
                    |             ^^^^
                    = in that room: `smoke`
                """),
    ]
}
