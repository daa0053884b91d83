// What can be wrong with files and includes.
extension ProblemCatalog {
    static let files: [ProblemEntry] = [
        ProblemEntry(
            .more, "More problems than are shown",
            """
            A run shows at most 200 problems. A file with more is usually broken in one place from which the \
            others follow. Mend the first ones and check again.
            """,
            wrong: """
                home.yaml: error[PC0001]: and 300 more
                """,
            right: """
                pullcord check /etc/pullcord/home.yaml
                """,
            isHome: false),
        ProblemEntry(
            .fileMissing, "A file does not exist",
            """
            The settings name a file that is not there: an include, a file with a secret, or the profile of a \
            device. Relative names are looked for beside the file that names them.
            """,
            wrong: """
                include: contcats.yaml
                """,
            right: """
                include: contacts.yaml
                # contacts.yaml
                rooms:
                  cellar: the cellar
                """),
        ProblemEntry(
            .fileUnreadable, "A file cannot be read",
            """
            The file is there, but the user who runs the check may not read it, or it is a folder or a device. \
            The gateway runs as the user `pullcord`; check as that user, or give it the right to read.
            """,
            wrong: """
                -rw------- 1 root root 812 home.yaml
                """,
            right: """
                chown root:pullcord home.yaml && chmod 640 home.yaml
                """,
            isHome: false),
        ProblemEntry(
            .fileTooLarge, "A file is too large",
            """
            A settings file has at most 1 MiB and a secret at most 4 KiB. A thousand devices with a comment on \
            each stay far below that; the file is probably not the one that was meant.
            """,
            wrong: """
                include: backup-of-everything.yaml
                """,
            right: """
                include: devices.yaml
                """,
            isHome: false),
        ProblemEntry(
            .tooManyFiles, "Too many files",
            """
            The settings of one home, with its includes and profiles, are at most 256 files. A pattern such as \
            `*.yaml` probably finds a folder of something else.
            """,
            wrong: """
                include: "../everything/*.yaml"
                """,
            right: """
                include: "rules/*.yaml"
                """,
            isHome: false),
        ProblemEntry(
            .notUTF8, "Not UTF-8",
            """
            The file holds bytes that are no text in the encoding UTF-8, usually an umlaut or an accent from an \
            old editor. Save it with the encoding UTF-8.
            """,
            wrong: """
                home: {name: "M\\xFChlgasse 12"}      (ISO 8859-1)
                """,
            right: """
                home: {name: "Mühlgasse 12"}         (UTF-8)
                """,
            isHome: false),
        ProblemEntry(
            .includeFindsNothing, "An include finds nothing",
            """
            A pattern under `include` fits no file. A forgotten folder would be a home without rules, so a \
            pattern that finds nothing is an error.
            """,
            wrong: """
                include: "rule/*.yaml"
                """,
            right: """
                include: "rules/*.yaml"
                # rules/more.yaml
                rooms:
                  cellar: the cellar
                """),
        ProblemEntry(
            .includeCircle, "Files include one another in a circle",
            """
            A file includes itself, directly or by way of others. Let one file include all of them; includes \
            inside includes are seldom needed.
            """,
            wrong: """
                include: a.yaml
                # a.yaml
                include: home.yaml
                """,
            right: """
                include: a.yaml
                # a.yaml
                rooms:
                  cellar: the cellar
                """),
        ProblemEntry(
            .includedTwice, "A file is included twice",
            """
            The same file is named by two includes, or by a name and a pattern that fits it. Its things would \
            stand twice.
            """,
            wrong: """
                include: [a.yaml, a.yaml]
                # a.yaml
                rooms:
                  cellar: the cellar
                """,
            right: """
                include: [a.yaml]
                # a.yaml
                rooms:
                  cellar: the cellar
                """),
        ProblemEntry(
            .includeTooDeep, "Includes are nested too deeply",
            """
            An include may include others, up to eight deep. More is a sign of a circle, or of a home that \
            nobody can read.
            """,
            wrong: """
                include: a.yaml
                # a.yaml
                include: b.yaml
                # b.yaml
                include: c.yaml
                # c.yaml
                include: d.yaml
                # d.yaml
                include: e.yaml
                # e.yaml
                include: f.yaml
                # f.yaml
                include: g.yaml
                # g.yaml
                include: h.yaml
                # h.yaml
                include: i.yaml
                # i.yaml
                include: j.yaml
                """,
            right: """
                include: [a.yaml, b.yaml]
                # a.yaml
                rooms:
                  cellar: the cellar
                # b.yaml
                rooms:
                  attic: the attic
                """),
        ProblemEntry(
            .patternForFolder, "A pattern for a folder",
            """
            `*` and `?` stand for the names of files, not of folders. Name the folder, and use a pattern for the \
            files in it.
            """,
            wrong: """
                include: "*/rules.yaml"
                """,
            right: """
                include: "parts/*.yaml"
                # parts/rules.yaml
                rooms:
                  cellar: the cellar
                """),
        ProblemEntry(
            .fileNotSeen, "A file is not to be found from here",
            """
            A certificate that the gateway needs is not where the settings say, as seen by whoever runs the \
            check. It is only a warning, because the check may run as another user or on another machine.
            """,
            wrong: """
                channels:
                  desk:
                    webhook:
                      url: https://desk.example/alerts
                      secret: !secret desk
                      ca: desk-ca.pem
                """,
            right: """
                channels:
                  desk:
                    webhook:
                      url: https://desk.example/alerts
                      secret: !secret desk
                """),
    ]
}
