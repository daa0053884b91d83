// What can be wrong with durations and times of day.
extension ProblemCatalog {
    static let times: [ProblemEntry] = [
        ProblemEntry(
            .durationWithoutUnit, "A duration without unit",
            """
            A bare number does not say whether seconds, minutes or hours are meant, and a gateway that guesses \
            wrong calls an hour late. Durations have units: `ms`, `s`, `m`, `h`, `d`.
            """,
            wrong: """
                escalations:
                  fault:
                    rungs:
                      - {tell: [anna], wait: 60}
                """,
            right: """
                escalations:
                  fault:
                    rungs:
                      - {tell: [anna], wait: 60s}
                """),
        ProblemEntry(
            .notADuration, "Not a duration",
            """
            Durations are whole numbers with the units `d`, `h`, `m`, `s` and `ms`, the largest first and each \
            once: `30s`, `5m`, `1h30m`, `2d`.
            """,
            wrong: """
                escalations:
                  fault:
                    rungs:
                      - {tell: [anna], wait: 5 min}
                """,
            right: """
                escalations:
                  fault:
                    rungs:
                      - {tell: [anna], wait: 5m}
                """),
        ProblemEntry(
            .durationOutOfRange, "A duration out of range",
            """
            The duration is shorter or longer than what the setting allows; the message says the range. The \
            limits keep alarms from flooding people and from being forgotten.
            """,
            wrong: """
                escalations:
                  fault:
                    rungs:
                      - {tell: [anna], wait: 3d}
                """,
            right: """
                escalations:
                  fault:
                    rungs:
                      - {tell: [anna], wait: 12h}
                """),
        ProblemEntry(
            .notAWindow, "Not a part of the day",
            """
            A window of the day is two times with a dash between them, in the home's zone: `22:00-06:30`. It may \
            cross midnight.
            """,
            wrong: """
                modes:
                  night: {window: 10pm to 6am}
                """,
            right: """
                modes:
                  night: {window: 22:00-06:00}
                """),
        ProblemEntry(
            .emptyWindow, "A window that begins where it ends",
            """
            The window's two times are the same, which could mean all day or never. For the whole day leave the \
            window out.
            """,
            wrong: """
                modes:
                  night: {window: 22:00-22:00}
                """,
            right: """
                modes:
                  night: {window: 22:00-06:00}
                """),
        ProblemEntry(
            .notATimeOfDay, "Not a time of day",
            """
            A time of day has hours and minutes, from `00:00` to `24:00`.
            """,
            wrong: """
                rules:
                  not-back:
                    kind: not_returned
                    place: home
                    back_by: 9pm
                """,
            right: """
                devices:
                  front-door:
                    profile: door
                    entrance: true
                escalations:
                  urgent:
                    rungs: [{tell: [anna], wait: 10m}]
                rules:
                  not-back:
                    kind: not_returned
                    place: home
                    back_by: 21:00
                    priority: urgent
                """),
    ]
}
