// What can be wrong with profiles.
extension ProblemCatalog {
    static let profiles: [ProblemEntry] = [
        ProblemEntry(
            .profileNameDiffers, "A profile with another name than its file",
            """
            Settings name a profile by its file. The `id` within says the same name, so that a copied file \
            cannot be taken for another.
            """,
            wrong: """
                # devices/smoke.yaml
                version: 1
                id: smoke-2
                title: A smoke detector
                maker: somebody
                dialect: zigbee2mqtt
                fields:
                  - {path: /smoke, state: smoke}
                supervision: {silent_after: 50h}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """,
            right: """
                # devices/smoke.yaml
                version: 1
                id: smoke
                title: A smoke detector
                maker: somebody
                dialect: zigbee2mqtt
                fields:
                  - {path: /smoke, state: smoke}
                supervision: {silent_after: 50h}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """),
        ProblemEntry(
            .fieldWithoutMeaning, "A field that does not say what it means",
            """
            Each field of a profile is exactly one of `event` (it happens), `state` (it is so, or not) and \
            `number` (it is measured).
            """,
            wrong: """
                # devices/smoke.yaml
                version: 1
                id: smoke
                title: A smoke detector
                maker: somebody
                dialect: zigbee2mqtt
                fields:
                  - {path: /smoke}
                supervision: {silent_after: 50h}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """,
            right: """
                # devices/smoke.yaml
                version: 1
                id: smoke
                title: A smoke detector
                maker: somebody
                dialect: zigbee2mqtt
                fields:
                  - {path: /smoke, state: smoke}
                supervision: {silent_after: 50h}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """),
        ProblemEntry(
            .eventWithoutWhen, "An event without `when`",
            """
            An event happens when the field has one of certain values. `when` lists them.
            """,
            wrong: """
                # devices/smoke.yaml
                version: 1
                id: smoke
                title: A smoke detector
                maker: somebody
                dialect: zigbee2mqtt
                fields:
                  - {path: /action, event: help_call}
                supervision: {silent_after: 50h}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """,
            right: """
                # devices/smoke.yaml
                version: 1
                id: smoke
                title: A smoke detector
                maker: somebody
                dialect: zigbee2mqtt
                fields:
                  - {path: /action, event: help_call, when: [press]}
                supervision: {silent_after: 50h}
                samples:
                  - {payload: '{"action":"press"}', expect: {help_call: happened}}
                # home.yaml
                rules:
                  fire:
                    kind: help_call
                    devices: [smoke]
                """),
        ProblemEntry(
            .keyWithoutMeaning, "A key that means nothing beside the other",
            """
            The key belongs to another kind of field: `when` to events, `true_when` and `false_when` to states, \
            `scale` to numbers.
            """,
            wrong: """
                # devices/smoke.yaml
                version: 1
                id: smoke
                title: A smoke detector
                maker: somebody
                dialect: zigbee2mqtt
                fields:
                  - {path: /smoke, state: smoke, scale: 0.1}
                supervision: {silent_after: 50h}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """,
            right: """
                # devices/smoke.yaml
                version: 1
                id: smoke
                title: A smoke detector
                maker: somebody
                dialect: zigbee2mqtt
                fields:
                  - {path: /smoke, state: smoke}
                supervision: {silent_after: 50h}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """),
        ProblemEntry(
            .unknownCapability, "There is no such capability",
            """
            A capability is a word that rules know: `smoke`, `open`, `temperature`. The hint names the nearest, \
            or what kind of field it belongs to.
            """,
            wrong: """
                # devices/smoke.yaml
                version: 1
                id: smoke
                title: A smoke detector
                maker: somebody
                dialect: zigbee2mqtt
                fields:
                  - {path: /smoke, state: smok}
                supervision: {silent_after: 50h}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """,
            right: """
                # devices/smoke.yaml
                version: 1
                id: smoke
                title: A smoke detector
                maker: somebody
                dialect: zigbee2mqtt
                fields:
                  - {path: /smoke, state: smoke}
                supervision: {silent_after: 50h}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """),
        ProblemEntry(
            .badBits, "Bits that cannot be",
            """
            `mask` chooses bits of a number and `equals` says what they must be, so `equals` lies within `mask`.
            """,
            wrong: """
                # devices/smoke.yaml
                version: 1
                id: smoke
                title: A smoke detector
                maker: somebody
                dialect: zigbee2mqtt
                fields:
                  - {path: /flags, state: smoke, mask: 0x01, equals: 0x02}
                supervision: {silent_after: 50h}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """,
            right: """
                # devices/smoke.yaml
                version: 1
                id: smoke
                title: A smoke detector
                maker: somebody
                dialect: zigbee2mqtt
                fields:
                  - {path: /flags, state: smoke, mask: 0x01, equals: 0x01}
                supervision: {silent_after: 50h}
                samples:
                  - {payload: '{"flags":1}', expect: {smoke: true}}
                """),
        ProblemEntry(
            .badEquipmentProfile, "Not an EnOcean Equipment Profile",
            """
            An EnOcean telegram does not say what its bits mean: the same byte is a pressed rocker of one device and \
            a fire of another. The profile of an EnOcean device names the device's Equipment Profile (EEP), which \
            stands in its papers, as one of those that `devices/README.md` lists; no other profile has one.
            """,
            wrong: """
                # devices/smoke.yaml
                version: 1
                id: smoke
                title: A smoke detector
                maker: somebody
                dialect: zigbee2mqtt
                eep: F6-05-02
                fields:
                  - {path: /smoke, state: smoke}
                supervision: {silent_after: 50h}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """,
            right: """
                # devices/smoke.yaml
                version: 1
                id: smoke
                title: A smoke detector
                maker: somebody
                dialect: zigbee2mqtt
                fields:
                  - {path: /smoke, state: smoke}
                supervision: {silent_after: 50h}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """),
        ProblemEntry(
            .badFieldPath, "Not a path to a field",
            """
            In JSON a field is found by a pointer, which begins with `/`. In radio frames it is found by its \
            bare name.
            """,
            wrong: """
                # devices/smoke.yaml
                version: 1
                id: smoke
                title: A smoke detector
                maker: somebody
                dialect: zigbee2mqtt
                fields:
                  - {path: smoke, state: smoke}
                supervision: {silent_after: 50h}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """,
            right: """
                # devices/smoke.yaml
                version: 1
                id: smoke
                title: A smoke detector
                maker: somebody
                dialect: zigbee2mqtt
                fields:
                  - {path: /smoke, state: smoke}
                supervision: {silent_after: 50h}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """),
        ProblemEntry(
            .badSample, "A sample that cannot be",
            """
            A sample is a real message and what it decodes to: frames in hexadecimal digits, suffixes that begin \
            with `/`, and `happened` for events.
            """,
            wrong: """
                # devices/smoke.yaml
                version: 1
                id: smoke
                title: A smoke detector
                maker: somebody
                dialect: zigbee2mqtt
                fields:
                  - {path: /smoke, state: smoke}
                supervision: {silent_after: 50h}
                samples:
                  - {payload: '{"smoke":true}', suffix: state, expect: {smoke: true}}
                """,
            right: """
                # devices/smoke.yaml
                version: 1
                id: smoke
                title: A smoke detector
                maker: somebody
                dialect: zigbee2mqtt
                fields:
                  - {path: /smoke, state: smoke}
                supervision: {silent_after: 50h}
                samples:
                  - {payload: '{"smoke":true}', expect: {smoke: true}}
                """),
    ]
}
