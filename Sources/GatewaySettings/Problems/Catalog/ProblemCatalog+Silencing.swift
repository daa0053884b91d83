// What can be wrong with what keeps a rule back.
extension ProblemCatalog {
    static let silencing: [ProblemEntry] = [
        ProblemEntry(
            .windowNotForKind, "A window for what matters at every hour",
            """
            Some kinds of rules find what matters at every hour: a fall, smoke, a call for help. They have no \
            `window`.
            """,
            wrong: """
                rules:
                  fire:
                    kind: hazard
                    devices: [smoke]
                    window: 22:00-06:00
                """,
            right: """
                rules:
                  fire:
                    kind: hazard
                    devices: [smoke]
                """),
        ProblemEntry(
            .preAlertNotForKind, "A pre-alert for what cannot wait",
            """
            A pre-alert gives the person time to say that all is well. For smoke, gas and water nobody may lose \
            that time.
            """,
            wrong: """
                rules:
                  fire:
                    kind: hazard
                    devices: [smoke]
                    pre_alert: 30s
                """,
            right: """
                rules:
                  fire:
                    kind: hazard
                    devices: [smoke]
                """),
        ProblemEntry(
            .reminderWithoutPreAlert, "Reminders without a pre-alert",
            """
            `remind_every` repeats the question during a pre-alert, and the rule has none.
            """,
            wrong: """
                rules:
                  help:
                    kind: help_call
                    devices: [pendant, cord, radio]
                    pre_alert: 0s
                    remind_every: 10s
                """,
            right: """
                rules:
                  help:
                    kind: help_call
                    devices: [pendant, cord, radio]
                    pre_alert: 30s
                    remind_every: 10s
                """),
        ProblemEntry(
            .emergencyHeldBack, "An emergency that could be silenced",
            """
            A window, modes, a clearing delay or another rule would keep an emergency back at some hour. Nothing \
            may. Leave it out, or give the rule a lower priority if it is none.
            """,
            wrong: """
                rules:
                  cold:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 15
                    priority: emergency
                    modes: [home]
                """,
            right: """
                rules:
                  cold:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 15
                    priority: fault
                    modes: [home]
                """),
        ProblemEntry(
            .emergencyOnTrial, "An emergency on trial",
            """
            A rule with `shadow: true` tells nobody. An emergency that tells nobody is none; try the rule with a \
            lower priority first.
            """,
            wrong: """
                rules:
                  cold:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 15
                    priority: emergency
                    shadow: true
                """,
            right: """
                rules:
                  cold:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 15
                    priority: fault
                    shadow: true
                """),
        ProblemEntry(
            .mutedByItself, "A rule that mutes itself",
            """
            `muted_by` names the rule itself, which would never be heard.
            """,
            wrong: """
                rules:
                  cold:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 15
                    priority: fault
                    muted_by: [cold]
                """,
            right: """
                rules:
                  cold:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 15
                    priority: fault
                    muted_by: [bridge zigbee]
                """),
        ProblemEntry(
            .mutingCircle, "Rules that mute each other",
            """
            Two or more rules mute each other in a circle, and each could keep the others silent. Let only the \
            consequence be muted by its cause.
            """,
            wrong: """
                rules:
                  cold:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 15
                    priority: fault
                    muted_by: [cool]
                  cool:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 17
                    priority: fault
                    muted_by: [cold]
                """,
            right: """
                rules:
                  cold:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 15
                    priority: fault
                  cool:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 17
                    priority: fault
                    muted_by: [cold]
                """),
        ProblemEntry(
            .graveButNoEmergency, "Something grave that is no emergency",
            """
            Smoke, gas, a fall or a call for help below `emergency` may be held back and may end unheard. That \
            is possible, for a door bell or a cellar, but seldom meant.
            """,
            wrong: """
                rules:
                  fire:
                    kind: hazard
                    devices: [smoke]
                    priority: fault
                """,
            right: """
                rules:
                  fire:
                    kind: hazard
                    devices: [smoke]
                """),
        ProblemEntry(
            .holdNotForKind, "A hold for what is told at once",
            """
            A hold waits until something has lasted. For smoke or a call for help that time is lost, so these \
            kinds have none.
            """,
            wrong: """
                rules:
                  fire:
                    kind: hazard
                    devices: [smoke]
                    hold: 30s
                """,
            right: """
                rules:
                  fire:
                    kind: hazard
                    devices: [smoke]
                """),
        ProblemEntry(
            .longerThanWindow, "A rule that its window never lets come true",
            """
            What the rule counts begins with its window and takes longer than the window lasts. Make the window \
            longer or the time shorter.
            """,
            wrong: """
                devices:
                  front-door:
                    profile: door
                rules:
                  no-morning:
                    kind: inactivity
                    devices: [front-door]
                    window: 07:00-09:00
                    after: 3h
                    priority: fault
                """,
            right: """
                devices:
                  front-door:
                    profile: door
                rules:
                  no-morning:
                    kind: inactivity
                    devices: [front-door]
                    window: 07:00-11:00
                    after: 3h
                    priority: fault
                """),
    ]
}
