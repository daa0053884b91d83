// Rule packs, and devices that are chosen by what they tell.
extension ProblemCatalog {
    static let packs: [ProblemEntry] = [
        ProblemEntry(
            .notOfAPack, "A rule of no pack",
            """
            A rule without a kind changes one of a pack, and only a pack's rule can be switched off. No pack of this \
            home has a rule of this name: it is misspelt, or its pack is not listed under `packs`.
            """,
            wrong: """
                packs: [safety-essentials]
                rules: # and no others
                  help-cals:
                    pre_alert: 5s
                """,
            right: """
                packs: [safety-essentials]
                rules: # and no others
                  help-calls:
                    pre_alert: 5s
                """),
        ProblemEntry(
            .kindOfPackDiffers, "A pack's rule with another kind",
            """
            An entry with the name of a pack's rule changes that rule key by key, and its kind is what it is. Leave \
            `kind` out, or give your own rule a name of its own.
            """,
            wrong: """
                packs: [safety-essentials]
                rules: # and no others
                  help-calls:
                    kind: hazard
                """,
            right: """
                packs: [safety-essentials]
                rules: # and no others
                  help-calls:
                    kind: help_call
                """),
        ProblemEntry(
            .switchedOffAndSet, "Settings of a rule that is switched off",
            """
            `off: true` does without a pack's rule, so that its other settings would say nothing. Leave one of the \
            two out.
            """,
            wrong: """
                packs: [safety-essentials]
                rules: # and no others
                  entrance-left-open:
                    off: true
                    hold: 1h
                """,
            right: """
                packs: [safety-essentials]
                rules: # and no others
                  entrance-left-open:
                    off: true
                """),
        ProblemEntry(
            .packRuleUnserved, "A changed rule that watches nothing",
            """
            A pack's rule that no device of the home can serve is left out. This one has settings of the home's own, \
            so that somebody probably believes that it watches. Enrol the device, or leave the entry out.
            """,
            wrong: """
                packs: [falls]
                rules:
                  fall-detected:
                    pre_alert: 20s
                """,
            right: """
                packs: [falls]
                """),
        ProblemEntry(
            .emergencySwitchedOff, "An emergency that nothing watches for any more",
            """
            A pack's rule for emergencies is switched off, and no other rule of the home is of its kind. Change its \
            settings instead, or write a rule of your own.
            """,
            wrong: """
                packs: [safety-essentials]
                rules: # and no others
                  hazards:
                    off: true
                """,
            right: """
                packs: [safety-essentials]
                rules: # and no others
                  hazards:
                    off: true
                  fire:
                    kind: hazard
                    devices: [smoke]
                """),
        ProblemEntry(
            .callTakenTwice, "One call, taken by two rules",
            """
            A rule of the home and one of a pack take the same call of the same device: people would be told twice. \
            Give the home's rule the name of the pack's, so that it changes that one, or switch the pack's off.
            """,
            wrong: """
                packs: [safety-essentials]
                rules: # and no others
                  my-calls:
                    kind: help_call
                    devices: [pendant]
                    pre_alert: 5s
                """,
            right: """
                packs: [safety-essentials]
                rules: # and no others
                  help-calls:
                    pre_alert: 5s
                """),
        ProblemEntry(
            .unknownDeviceGroup, "All of what?",
            """
            In place of names, `all` takes every device that can serve the rule, `all entrances` the contacts of the \
            outer doors, and `all` with a capability those that tell it. This word is none that the rule can use.
            """,
            wrong: """
                rules:
                  help:
                    kind: help_call
                    devices: all pendants
                """,
            right: """
                rules:
                  help:
                    kind: help_call
                    devices: all
                """),
        ProblemEntry(
            .nothingServes, "No device of the home can serve the rule",
            """
            `all` finds no device that tells what the rule needs. A pack's rule is then left out; one of the home's \
            own is an error, because somebody believes that it watches.
            """,
            wrong: """
                rules:
                  damp:
                    kind: threshold
                    devices: all
                    capability: humidity
                    above: 70
                    priority: fault
                """,
            right: """
                rules:
                  cool:
                    kind: threshold
                    devices: all
                    capability: temperature
                    below: 18
                    priority: fault
                """),
        ProblemEntry(
            .packsTellTwice, "Two packs that tell of the same",
            """
            Rules of two packs watch the same devices in the same way at hours that meet: people would be told twice. \
            Switch one of them off, or change its hours. Rules of which the home has changed anything are not remarked.
            """,
            wrong: """
                packs: [safety-essentials, night, dementia]
                devices:
                  door: {profile: door, entrance: true}
                """,
            right: """
                packs: [safety-essentials, night, dementia]
                escalations:
                  urgent: {rungs: [{tell: [anna], wait: 10m}]}
                  concern: {rungs: [{tell: [anna], wait: 1h}]}
                devices:
                  door: {profile: door, entrance: true}
                rules: # and no others
                  left-and-left-open:
                    window: 06:00-22:00
                """),
    ]
}
