extension DiagnosticCase {
    static let includes: [DiagnosticCase] = [
        DiagnosticCase(
            "an include that is not there",
            replacing: "version: 1\n", with: "version: 1\ninclude: more.yaml\n",
            reports: """
                home.yaml:2:10: error[PC0101]: `more.yaml` does not exist
                 2 | include: more.yaml
                   |          ^^^^^^^^^
                """),
        DiagnosticCase(
            "a pattern that finds nothing",
            replacing: "version: 1\n", with: "version: 1\ninclude: [\"rules/*.yaml\"]\n",
            reports: """
                home.yaml:2:11: error[PC0111]: no file fits `rules/*.yaml`
                 2 | include: ["rules/*.yaml"]
                   |           ^^^^^^^^^^^^^^
                   = files are looked for in `rules`; an include must find something
                """),
        DiagnosticCase(
            "an include of itself",
            replacing: "version: 1\n", with: "version: 1\ninclude: a.yaml\n",
            files: ["a.yaml": "include: home.yaml\n"],
            reports: """
                a.yaml:1:10: error[PC0112]: `home.yaml` includes itself
                 1 | include: home.yaml
                   |          ^^^^^^^^^
                   = `a.yaml` is included at home.yaml:2:10
                   = by way of home.yaml, a.yaml
                """),
        DiagnosticCase(
            "a file twice",
            replacing: "version: 1\n", with: "version: 1\ninclude: [a.yaml, a.yaml]\n",
            files: ["a.yaml": "rooms: {cellar: the cellar}\n"],
            reports: """
                home.yaml:2:19: error[PC0113]: `a.yaml` is included a second time
                 2 | include: [a.yaml, a.yaml]
                   |                   ^^^^^^
                   = already included at home.yaml:2:11
                """),
        DiagnosticCase(
            "a thing in two files",
            replacing: "version: 1\n", with: "version: 1\ninclude: a.yaml\n",
            files: ["a.yaml": "rooms: {hall: the other hall}\n"],
            reports: """
                home.yaml:10:3: error[PC0403]: `hall` stands a second time under `rooms`
                 10 |   hall: the hall
                    |   ^^^^
                    = already defined at a.yaml:1:9
                """),
        DiagnosticCase(
            "a section of another form beside a good one",
            replacing: "version: 1\n", with: "version: 1\ninclude: a.yaml\n",
            files: ["a.yaml": "rules: [help, fire]\n"],
            reports: """
                a.yaml:1:8: error[PC0303]: `rules` is a list, where each rule has a name of its own
                 1 | rules: [help, fire]
                   |        ^
                   = write `rules:`, and below it, indented, one `name:` for each
                """),
        DiagnosticCase(
            "a section that stands once",
            replacing: "version: 1\n", with: "version: 1\ninclude: a.yaml\n",
            files: ["a.yaml": "home: {id: other, name: Other, zone: Europe/London}\n"],
            reports: """
                home.yaml:3:1: error[PC0403]: `home` stands here a second time
                 3 | home:
                   | ^^^^
                   = already defined at a.yaml:1:1
                """),
        DiagnosticCase(
            "a mistake in an included file",
            replacing: "version: 1\n", with: "version: 1\ninclude: parts/*.yaml\n",
            files: [
                "parts/a.yaml": """
                rooms:
                  cellar: {nam: the cellar}
                """,
                "parts/b.yaml": """
                rooms:
                  attic: the attic
                """,
            ],
            reports: """
                parts/a.yaml:2:12: error[PC0301]: unknown key `nam` in room `cellar`
                 2 |   cellar: {nam: the cellar}
                   |            ^^^
                   = did you mean `name`?
                """),
        DiagnosticCase(
            "an included list",
            replacing: "version: 1\n", with: "version: 1\ninclude: a.yaml\n",
            files: ["a.yaml": "- 1\n"],
            reports: """
                a.yaml:1:1: error[PC0303]: settings are a map of `key: value`, not a list
                 1 | - 1
                   | ^
                """),
    ]
}
