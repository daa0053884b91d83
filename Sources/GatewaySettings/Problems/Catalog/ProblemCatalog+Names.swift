// What can be wrong with names.
extension ProblemCatalog {
    static let names: [ProblemEntry] = [
        ProblemEntry(
            .unknownName, "There is no such thing",
            """
            A name refers to something that is defined nowhere: a device, room, contact, channel, rule. \
            Misspelt, or its own section is missing.
            """,
            wrong: """
                devices:
                  smoke:
                    profile: smoke
                    room: hal
                """,
            right: """
                devices:
                  smoke:
                    profile: smoke
                    room: hall
                """),
        ProblemEntry(
            .badName, "Not possible as a name",
            """
            Names become parts of topics, message ids and file names. They have lower-case letters, digits, `-`, \
            `_` and `.`, and begin with a letter or digit. What people shall read stands under `name`.
            """,
            wrong: """
                rooms:
                  Living Room: the living room
                """,
            right: """
                rooms:
                  living-room: the living room
                """),
        ProblemEntry(
            .nameTaken, "A name is taken",
            """
            Two things of one kind have the same name, often in two files. References would not know which is \
            meant.
            """,
            wrong: """
                include: more.yaml
                # more.yaml
                rooms:
                  hall: the other hall
                """,
            right: """
                include: more.yaml
                # more.yaml
                rooms:
                  upper-hall: the other hall
                """),
        ProblemEntry(
            .unknownZone, "An unknown time zone",
            """
            Time zones are named as `Europe/London` or `America/New_York`. Abbreviations such as `GMT` or `CEST` \
            do not say when summer time begins.
            """,
            wrong: """
                home:
                  zone: Europe/Londn
                """,
            right: """
                home:
                  zone: Europe/London
                """),
    ]
}
