// What can be wrong with rules.
extension ProblemCatalog {
    static let rules: [ProblemEntry] = [
        ProblemEntry(
            .unknownRuleKind, "There is no such kind of rule",
            """
            `kind` says what a rule watches for. The hint names the nearest; `docs/rules/` describes each.
            """,
            wrong: """
                rules:
                  fire:
                    kind: hazzard
                    devices: [smoke]
                """,
            right: """
                rules:
                  fire:
                    kind: hazard
                    devices: [smoke]
                """),
        ProblemEntry(
            .deviceCannotServe, "A device that cannot satisfy the rule",
            """
            The rule needs something that the device, or every device of the room, does not tell: a door contact \
            cannot see smoke. Such a rule would watch nothing.
            """,
            wrong: """
                rules:
                  fire:
                    kind: hazard
                    devices: [smoke, climate]
                """,
            right: """
                rules:
                  fire:
                    kind: hazard
                    devices: [smoke]
                """),
        ProblemEntry(
            .capabilityNotTold, "A device that does not tell this",
            """
            The rule chooses a capability that one of its devices does not have. Choose another, leave the \
            device out, or look at its profile.
            """,
            wrong: """
                rules:
                  cold:
                    kind: threshold
                    devices: [climate]
                    capability: humidity
                    above: 70
                    priority: emergency
                """,
            right: """
                rules:
                  cold:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 15
                    priority: emergency
                """),
        ProblemEntry(
            .capabilityNotForRule, "A capability that means nothing to the rule",
            """
            The rule works with certain capabilities only: a limit needs something that is measured in numbers.
            """,
            wrong: """
                rules:
                  cold:
                    kind: threshold
                    devices: [climate]
                    capability: smoke
                    below: 15
                    priority: emergency
                """,
            right: """
                rules:
                  cold:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 15
                    priority: emergency
                """),
        ProblemEntry(
            .limitOutOfRange, "A limit that is never reached, in a wrong unit perhaps",
            """
            The limit lies outside of what can be measured at all, so that the rule would always or never find \
            something. Temperatures are in degrees Celsius, and everything else in the unit of its capability.
            """,
            wrong: """
                rules:
                  hot:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    above: 150
                    priority: emergency
                """,
            right: """
                rules:
                  hot:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    above: 35
                    priority: emergency
                """),
        ProblemEntry(
            .noLimit, "A rule without a limit",
            """
            The rule compares a measured number with a limit, and none is given. Add `above` or `below`.
            """,
            wrong: """
                rules:
                  cold:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    priority: emergency
                """,
            right: """
                rules:
                  cold:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 15
                    priority: emergency
                """),
        ProblemEntry(
            .twoLimits, "A rule with two limits",
            """
            Too warm and too cold are two different things to tell people. Make two rules, each with a title of \
            its own.
            """,
            wrong: """
                rules:
                  climate:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 15
                    above: 30
                    priority: emergency
                """,
            right: """
                rules:
                  cold:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 15
                    priority: emergency
                  hot:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    above: 30
                    priority: emergency
                """),
        ProblemEntry(
            .clearsOnWrongSide, "It would end while it is still so",
            """
            `clears_at` says where an alert ends. It lies on the good side of the limit, some way from it, so \
            that a value that wavers is one alert and not twenty.
            """,
            wrong: """
                rules:
                  cold:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 15
                    clears_at: 14
                    priority: emergency
                """,
            right: """
                rules:
                  cold:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 15
                    clears_at: 16.5
                    priority: emergency
                """),
        ProblemEntry(
            .differenceNotAboveZero, "A difference that is not above zero",
            """
            The setting says by how much something changes, and how much is always above zero. The direction is \
            in the name of the setting.
            """,
            wrong: """
                rules:
                  window-open:
                    kind: rate
                    devices: [climate]
                    capability: temperature
                    within: 1h
                    falls_by: -3
                    priority: fault
                """,
            right: """
                rules:
                  window-open:
                    kind: rate
                    devices: [climate]
                    capability: temperature
                    within: 1h
                    falls_by: 3
                    priority: fault
                """),
        ProblemEntry(
            .settingsInConflict, "Settings that do not go together",
            """
            Each value is right by itself, but together they contradict each other or leave something open. The \
            page of the kind in `docs/rules/` says what goes with what.
            """,
            wrong: """
                rules:
                  busy:
                    kind: count
                    signals: [{device: front-door, capability: open}]
                    window: 22:00-06:00
                    priority: fault
                devices:
                  front-door:
                    profile: door
                """,
            right: """
                rules:
                  busy:
                    kind: count
                    signals: [{device: front-door, capability: open}]
                    window: 22:00-06:00
                    more_than: 4
                    priority: fault
                devices:
                  front-door:
                    profile: door
                """),
        ProblemEntry(
            .signalUnclear, "Which signal of the device is meant?",
            """
            The device tells several things, or nothing that can be waited for. Say which with `capability`.
            """,
            wrong: """
                devices:
                  panel:
                    profile: panel
                rules:
                  no-tea:
                    kind: missed
                    window: 07:00-11:00
                    signals: [panel]
                    priority: fault
                """,
            right: """
                devices:
                  panel:
                    profile: panel
                rules:
                  no-tea:
                    kind: missed
                    window: 07:00-11:00
                    signals: [{device: panel, capability: button_press}]
                    priority: fault
                """),
        ProblemEntry(
            .eventHasNoSide, "An event is neither true nor false",
            """
            `is` chooses the side of a state, such as a door open or shut. A press only happens.
            """,
            wrong: """
                devices:
                  panel:
                    profile: panel
                rules:
                  no-tea:
                    kind: missed
                    window: 07:00-11:00
                    signals: [{device: panel, capability: button_press, is: true}]
                    priority: fault
                """,
            right: """
                devices:
                  panel:
                    profile: panel
                rules:
                  no-tea:
                    kind: missed
                    window: 07:00-11:00
                    signals: [{device: panel, capability: button_press}]
                    priority: fault
                """),
        ProblemEntry(
            .limitNeverReached, "A limit at the end of the range",
            """
            The limit is the very end of what can be measured: nothing is ever above 100 per cent or below \
            nothing. The rule would never find anything.
            """,
            wrong: """
                devices:
                  meter:
                    profile: meter
                # devices/meter.yaml
                version: 1
                id: meter
                title: A humidity meter
                maker: somebody
                dialect: zigbee2mqtt
                fields: [{path: /humidity, number: humidity}]
                supervision: {silent_after: 50h}
                samples: [{payload: '{"humidity":40}', expect: {humidity: 40}}]
                # home.yaml
                rules:
                  damp:
                    kind: threshold
                    devices: [meter]
                    capability: humidity
                    above: 100
                    priority: fault
                """,
            right: """
                devices:
                  meter:
                    profile: meter
                # devices/meter.yaml
                version: 1
                id: meter
                title: A humidity meter
                maker: somebody
                dialect: zigbee2mqtt
                fields: [{path: /humidity, number: humidity}]
                supervision: {silent_after: 50h}
                samples: [{payload: '{"humidity":40}', expect: {humidity: 40}}]
                # home.yaml
                rules:
                  damp:
                    kind: threshold
                    devices: [meter]
                    capability: humidity
                    above: 70
                    priority: fault
                """),
    ]
}
