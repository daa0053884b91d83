extension DiagnosticCase {
    static let profiles: [DiagnosticCase] = [
        DiagnosticCase(
            "another id than the file",
            files: [
                "devices/smoke.yaml": """
                version: 1
                id: smok
                title: Smoke
                maker: M
                dialect: zigbee2mqtt
                fields:
                  - {path: /smoke, state: smoke}
                supervision: {silent_after: 25h}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """
            ],
            reports: """
                devices/smoke.yaml:2:5: error[PC0721]: the profile is called `smok`, but its file `smoke.yaml`
                 2 | id: smok
                   |     ^^^^
                   = the id is the file's name
                """),
        DiagnosticCase(
            "an unknown dialect",
            files: [
                "devices/smoke.yaml": """
                version: 1
                id: smoke
                title: Smoke
                maker: M
                dialect: zigbee
                fields:
                  - {path: /smoke, state: smoke}
                supervision: {silent_after: 25h}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """
            ],
            reports: """
                devices/smoke.yaml:5:10: error[PC0317]: unknown dialect `zigbee`
                 5 | dialect: zigbee
                   |          ^^^^^^
                """),
        DiagnosticCase(
            "an unknown state",
            files: [
                "devices/smoke.yaml": """
                version: 1
                id: smoke
                title: Smoke
                maker: M
                dialect: zigbee2mqtt
                fields:
                  - {path: /smoke, state: smokes}
                supervision: {silent_after: 25h}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """
            ],
            reports: """
                devices/smoke.yaml:7:27: error[PC0725]: there is no state `smokes`
                 7 |   - {path: /smoke, state: smokes}
                   |                           ^^^^^^
                   = did you mean `smoke`?
                """),
        DiagnosticCase(
            "an EnOcean profile that is not known",
            files: [
                "devices/smoke.yaml": """
                version: 1
                id: smoke
                title: Smoke
                maker: M
                dialect: enocean
                eep: F6-05-03
                fields:
                  - {path: SMO, state: smoke, true_when: [16], false_when: [0]}
                supervision: {silent_after: 25h}
                samples:
                  - {payload: 55000707017af610fed12a3b0003ffffffffff00b8, expect: {smoke: true}}
                """
            ],
            reports: """
                devices/smoke.yaml:6:6: error[PC0735]: the EnOcean Equipment Profile `F6-05-03` is not known
                 6 | eep: F6-05-03
                   |      ^^^^^^^^
                   = did you mean `F6-05-01`?
                """),
        DiagnosticCase(
            "an Equipment Profile of no EnOcean device",
            files: [
                "devices/smoke.yaml": """
                version: 1
                id: smoke
                title: Smoke
                maker: M
                dialect: zigbee2mqtt
                eep: F6-05-02
                fields:
                  - {path: /smoke, state: smoke}
                supervision: {silent_after: 25h}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """
            ],
            reports: """
                devices/smoke.yaml:6:6: error[PC0735]: only profiles of the dialect enocean have an `eep`
                 6 | eep: F6-05-02
                   |      ^^^^^^^^
                """),
        DiagnosticCase(
            "a state that is an event",
            files: [
                "devices/smoke.yaml": """
                version: 1
                id: smoke
                title: Smoke
                maker: M
                dialect: zigbee2mqtt
                fields:
                  - {path: /smoke, state: help_call}
                supervision: {silent_after: 25h}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """
            ],
            reports: """
                devices/smoke.yaml:7:27: error[PC0725]: there is no state `help_call`
                 7 |   - {path: /smoke, state: help_call}
                   |                           ^^^^^^^^^
                   = help_call is an event
                """),
        DiagnosticCase(
            "a pointer without slash",
            files: [
                "devices/smoke.yaml": """
                version: 1
                id: smoke
                title: Smoke
                maker: M
                dialect: zigbee2mqtt
                fields:
                  - {path: smoke, state: smoke}
                supervision: {silent_after: 25h}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """
            ],
            reports: """
                devices/smoke.yaml:7:12: error[PC0727]: `smoke` is not a JSON pointer
                 7 |   - {path: smoke, state: smoke}
                   |            ^^^^^
                   = write `/smoke`
                """),
        DiagnosticCase(
            "no meaning",
            files: [
                "devices/smoke.yaml": """
                version: 1
                id: smoke
                title: Smoke
                maker: M
                dialect: zigbee2mqtt
                fields:
                  - {path: /smoke}
                supervision: {silent_after: 25h}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """
            ],
            reports: """
                devices/smoke.yaml:7:5: error[PC0722]: field 1 must say what it means by exactly one of `event`, `state` and `number`
                 7 |   - {path: /smoke}
                   |     ^
                """),
        DiagnosticCase(
            "two meanings",
            files: [
                "devices/smoke.yaml": """
                version: 1
                id: smoke
                title: Smoke
                maker: M
                dialect: zigbee2mqtt
                fields:
                  - {path: /smoke, state: smoke, number: battery}
                supervision: {silent_after: 25h}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """
            ],
            reports: """
                devices/smoke.yaml:7:5: error[PC0722]: field 1 must say what it means by exactly one of `event`, `state` and `number`
                 7 |   - {path: /smoke, state: smoke, number: battery}
                   |     ^
                """),
        DiagnosticCase(
            "an event without when",
            files: [
                "devices/smoke.yaml": """
                version: 1
                id: smoke
                title: Smoke
                maker: M
                dialect: zigbee2mqtt
                fields:
                  - {path: /smoke, event: help_call}
                supervision: {silent_after: 25h}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """
            ],
            reports: """
                devices/smoke.yaml:7:5: error[PC0723]: field 1 does not say `when` the event happens
                 7 |   - {path: /smoke, event: help_call}
                   |     ^
                """),
        DiagnosticCase(
            "bits without mask",
            files: [
                "devices/smoke.yaml": """
                version: 1
                id: smoke
                title: Smoke
                maker: M
                dialect: zigbee2mqtt
                fields:
                  - {path: /smoke, state: smoke, equals: 1}
                supervision: {silent_after: 25h}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """
            ],
            reports: """
                devices/smoke.yaml:7:5: error[PC0726]: `mask` and `equals` are two numbers, and `equals` lies within `mask`
                 7 |   - {path: /smoke, state: smoke, equals: 1}
                   |     ^
                   = such as `mask: 0x80, equals: 0x80`
                """),
        DiagnosticCase(
            "a list beside bits",
            files: [
                "devices/smoke.yaml": """
                version: 1
                id: smoke
                title: Smoke
                maker: M
                dialect: zigbee2mqtt
                fields:
                  - {path: /smoke, state: smoke, mask: 1, equals: 1, true_when: [1]}
                supervision: {silent_after: 25h}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """
            ],
            reports: """
                devices/smoke.yaml:7:65: error[PC0724]: `true_when` has no meaning beside `state`
                 7 |   - {path: /smoke, state: smoke, mask: 1, equals: 1, true_when: [1]}
                   |                                                                 ^
                """),
        DiagnosticCase(
            "no samples",
            files: [
                "devices/smoke.yaml": """
                version: 1
                id: smoke
                title: Smoke
                maker: M
                dialect: zigbee2mqtt
                fields:
                  - {path: /smoke, state: smoke}
                supervision: {silent_after: 25h}
                """
            ],
            reports: """
                devices/smoke.yaml:1:1: error[PC0302]: profile `smoke` has no `samples`
                 1 | version: 1
                   | ^
                   = a profile proves itself by at least one real message
                """),
        DiagnosticCase(
            "a sample of something it does not tell",
            files: [
                "devices/smoke.yaml": """
                version: 1
                id: smoke
                title: Smoke
                maker: M
                dialect: zigbee2mqtt
                fields:
                  - {path: /smoke, state: smoke}
                supervision: {silent_after: 25h}
                samples:
                  - {payload: '{"smoke":true}', expect: {flood: true}}
                """
            ],
            reports: """
                devices/smoke.yaml:10:42: error[PC0301]: unknown key `flood` in `expect` of sample 1
                 10 |   - {payload: '{"smoke":true}', expect: {flood: true}}
                    |                                          ^^^^^
                    = possible here: available, smoke
                """),
        DiagnosticCase(
            "an event with a value",
            files: [
                "devices/smoke.yaml": """
                version: 1
                id: smoke
                title: Smoke
                maker: M
                dialect: zigbee2mqtt
                fields:
                  - {path: /smoke, state: smoke}
                supervision: {silent_after: 25h}
                samples:
                  - {payload: '{"smoke":true}', expect: {available: online}}
                """
            ],
            reports: """
                devices/smoke.yaml:10:53: error[PC0307]: `online` is neither `true` nor `false`
                 10 |   - {payload: '{"smoke":true}', expect: {available: online}}
                    |                                                     ^^^^^^
                """),
        DiagnosticCase(
            "no supervision",
            files: [
                "devices/smoke.yaml": """
                version: 1
                id: smoke
                title: Smoke
                maker: M
                dialect: zigbee2mqtt
                fields:
                  - {path: /smoke, state: smoke}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """
            ],
            reports: """
                devices/smoke.yaml:1:1: error[PC0302]: profile `smoke` has no `supervision`
                 1 | version: 1
                   | ^
                   = `bridge`, `none`, `{silent_after: 50h}` or `{test_press_every: 30d}`
                """),
        DiagnosticCase(
            "an unknown supervision",
            files: [
                "devices/smoke.yaml": """
                version: 1
                id: smoke
                title: Smoke
                maker: M
                dialect: zigbee2mqtt
                fields:
                  - {path: /smoke, state: smoke}
                supervision: 25h
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """
            ],
            reports: """
                devices/smoke.yaml:8:14: error[PC0317]: unknown supervision `25h`
                 8 | supervision: 25h
                   |              ^^^
                   = `bridge`, `none`, `{silent_after: 50h}` or `{test_press_every: 30d}`
                """),
    ]
}
