// What can be wrong with values.
extension ProblemCatalog {
    static let values: [ProblemEntry] = [
        ProblemEntry(
            .unknownKey, "An unknown key",
            """
            A key is not known at this place: misspelt, indented under the wrong thing, or from another product. \
            It is an error, because a misspelt key would be a setting that silently does nothing.
            """,
            wrong: """
                devices:
                  smoke:
                    profle: smoke
                """,
            right: """
                devices:
                  smoke:
                    profile: smoke
                """),
        ProblemEntry(
            .missingKey, "A key is missing",
            """
            Something that the thing cannot do without is not there. The hint shows an example of what belongs \
            there.
            """,
            wrong: """
                escalations:
                  fault:
                    rungs:
                      - {tell: [anna]}
                """,
            right: """
                escalations:
                  fault:
                    rungs:
                      - {tell: [anna], wait: 1h}
                """),
        ProblemEntry(
            .wrongForm, "A list, a map or a text in the wrong place",
            """
            There is a list where a single value belongs, a single value where a map of `key: value` belongs, \
            and so on. Look at the dashes and at the indentation.
            """,
            wrong: """
                escalations:
                  fault:
                    rungs: {tell: [anna], wait: 1h}
                """,
            right: """
                escalations:
                  fault:
                    rungs: [{tell: [anna], wait: 1h}]
                """),
        ProblemEntry(
            .emptyValue, "An empty value",
            """
            A key has nothing behind its colon. Give it a value, or leave the whole line out, which means the \
            default.
            """,
            wrong: """
                devices:
                  smoke:
                    profile: smoke
                    name:
                """,
            right: """
                devices:
                  smoke:
                    profile: smoke
                    name: the smoke detector
                """),
        ProblemEntry(
            .textTooLong, "A text is too long",
            """
            Names have at most 120 characters, because they stand in one line of a page and in a spoken \
            sentence; longer texts have limits of their own.
            """,
            wrong: """
                rooms:
                  hall: "the hall the hall the hall the hall the hall the hall the hall
                    the hall the hall the hall the hall the hall the hall the hall"
                """,
            right: """
                rooms:
                  hall: the hall
                """),
        ProblemEntry(
            .controlCharacter, "A control character",
            """
            A text holds a sign that cannot be seen, such as a line break in a name or a terminal's escape sign. \
            It may come from a copied text.
            """,
            wrong: """
                rooms:
                  hall: "the hall\\e[31m"
                """,
            right: """
                rooms:
                  hall: the hall
                """),
        ProblemEntry(
            .notAFlag, "Neither true nor false",
            """
            A flag is `true` or `false`, without quotes. `yes`, `no`, `on` and `off` were flags in old YAML and \
            are texts in others, so that nobody knows what they mean; here they mean nothing.
            """,
            wrong: """
                rules:
                  cold:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 15
                    shadow: yes
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
            .notAWholeNumber, "Not a whole number",
            """
            A whole number in digits belongs here, without unit, sign or fraction.
            """,
            wrong: """
                alerts:
                  messages_per_hour: six
                """,
            right: """
                alerts:
                  messages_per_hour: 6
                """),
        ProblemEntry(
            .notANumber, "Not a number",
            """
            A number belongs here, with a point before at most three decimals and without a unit. The unit \
            follows from what is measured: degrees Celsius, per cent, ppm.
            """,
            wrong: """
                rules:
                  cold:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 15,5
                    priority: emergency
                """,
            right: """
                rules:
                  cold:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 15.5
                    priority: emergency
                """),
        ProblemEntry(
            .numberOutOfRange, "A number out of range",
            """
            The number is smaller or larger than what the setting allows; the message says the range.
            """,
            wrong: """
                alerts:
                  messages_per_hour: 100
                """,
            right: """
                alerts:
                  messages_per_hour: 12
                """),
        ProblemEntry(
            .unknownWord, "An unknown word",
            """
            Only certain words are possible here, and this is none of them. The hint lists them, or names the \
            nearest.
            """,
            wrong: """
                rules:
                  cold:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 15
                    priority: emergancy
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
            .wrongCount, "Too many, or too few",
            """
            A list or section has more entries than a gateway can carry, or fewer than it needs to mean \
            something.
            """,
            wrong: """
                escalations:
                  fault:
                    rungs: []
                """,
            right: """
                escalations:
                  fault:
                    rungs: [{tell: [anna], wait: 1h}]
                """),
        ProblemEntry(
            .emptyList, "A list without anything in it",
            """
            The list names nobody and nothing, so that what it belongs to would never do anything: a contact \
            without a channel cannot be reached, a rule without devices watches nothing.
            """,
            wrong: """
                contacts:
                  anna:
                    name: Anna
                    channels: []
                """,
            right: """
                contacts:
                  anna:
                    name: Anna
                    channels: [desk]
                """),
        ProblemEntry(
            .twiceInList, "Twice in one list",
            """
            A name stands twice in the same list. Probably another one was meant.
            """,
            wrong: """
                escalations:
                  fault:
                    rungs:
                      - {tell: [anna, anna], wait: 1h}
                """,
            right: """
                escalations:
                  fault:
                    rungs:
                      - {tell: [anna, centre], wait: 1h}
                """),
        ProblemEntry(
            .bothGiven, "Two settings that exclude each other",
            """
            Two keys say the same thing in two ways, or make two things of one. Keep one of them; for two ways \
            in or out, make two things with names of their own.
            """,
            wrong: """
                channels:
                  desk:
                    webhook:
                      url: http://127.0.0.1:8480/alerts
                      secret: !secret desk
                    dc09: {host: 127.0.0.1, port: 12000, account: "1234", key: !secret key}
                """,
            right: """
                channels:
                  desk:
                    webhook:
                      url: http://127.0.0.1:8480/alerts
                      secret: !secret desk
                """),
        ProblemEntry(
            .noneGiven, "Nothing says what it is",
            """
            One of several keys must say how the thing is connected, and none of them is there.
            """,
            wrong: """
                outputs:
                  siren:
                    name: the siren
                """,
            right: """
                outputs:
                  siren:
                    name: the siren
                    mqtt: {topic: zigbee2mqtt/siren/set, on: "ON", off: "OFF"}
                """),
        ProblemEntry(
            .unknownVersion, "An unknown version of the language",
            """
            The file is written for another version of the settings language than this gateway knows. This one \
            knows version 1. A newer file needs a newer gateway.
            """,
            wrong: """
                version: 2
                """,
            right: """
                version: 1
                """),
    ]
}
