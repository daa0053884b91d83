// What can be wrong with the form of YAML.
extension ProblemCatalog {
    static let yaml: [ProblemEntry] = [
        ProblemEntry(
            .notYAML, "Not YAML",
            """
            The file breaks a rule of YAML itself, so nothing after the place can be understood. Most often the \
            indentation is wrong (spaces only, no tabs), a bracket or quote is not closed, or a text holds `: ` \
            and needs quotes.
            """,
            wrong: """
                rooms:
                  hall: the hall: by the door
                """,
            right: """
                rooms:
                  hall: "the hall: by the door"
                """),
        ProblemEntry(
            .secondDocument, "A second document",
            """
            A line `---` begins another document. A settings file holds one; what follows would never be read.
            """,
            wrong: """
                rooms:
                  hall: the hall
                ---
                  cellar: the cellar
                """,
            right: """
                rooms:
                  hall: the hall
                  cellar: the cellar
                """),
        ProblemEntry(
            .duplicateKey, "A key stands twice",
            """
            The same key stands twice in one map. YAML would silently keep one of them, and nobody would know \
            which. Keep the one that is meant.
            """,
            wrong: """
                devices:
                  smoke:
                    profile: smoke
                    room: hall
                    room: bathroom
                """,
            right: """
                devices:
                  smoke:
                    profile: smoke
                    room: hall
                """),
        ProblemEntry(
            .anchor, "Anchors and aliases",
            """
            `&name` and `*name` of YAML are not part of the settings language: whoever reads a line must see \
            what it says. Write the value out. A text that begins with `&` or `*` needs quotes.
            """,
            wrong: """
                rooms:
                  hall: &place the hall
                """,
            right: """
                rooms:
                  hall: the hall
                """),
        ProblemEntry(
            .unknownTag, "An unknown tag",
            """
            A word that begins with `!` is a tag. Only `!secret name` and `!file path` have a meaning. A text \
            that begins with `!` needs quotes.
            """,
            wrong: """
                channels:
                  desk:
                    webhook:
                      url: http://127.0.0.1:8480/alerts
                      secret: !secrets desk
                """,
            right: """
                channels:
                  desk:
                    webhook:
                      url: http://127.0.0.1:8480/alerts
                      secret: !secret desk
                """),
        ProblemEntry(
            .keyNotAWord, "A key that is not a word",
            """
            What stands before a colon must be a single word, not a list or a map. A `?` or a bracket at the \
            beginning of a line is probably meant otherwise.
            """,
            wrong: """
                rooms:
                  [hall]: the hall
                """,
            right: """
                rooms:
                  hall: the hall
                """),
        ProblemEntry(
            .nestedTooDeeply, "Nested too deeply",
            """
            Lists and maps stand within each other more than 24 levels deep, or the file holds more than 100,000 \
            values. The language itself needs seven levels: look at the brackets.
            """,
            wrong: """
                rooms:
                  hall: [[[[[[[[[[[[[[[[[[[[[[[[[the hall]]]]]]]]]]]]]]]]]]]]]]]]]
                """,
            right: """
                rooms:
                  hall: the hall
                """),
    ]
}
