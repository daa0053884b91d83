/// Every code with its meaning: for `pullcord explain`, for reports in SARIF, and for `docs/DIAGNOSTICS.md`.
package enum ProblemCatalog {
    /// One for each code, in order of the codes.
    package static let entries: [ProblemEntry] =
        (files + yaml + values + times + names + rules + packs + silencing + ladders + devices + profiles + fields
        + secrets + ports + connections + smartHome)
        .sorted { $0.code.rawValue < $1.code.rawValue }

    /// What a code such as "PC0301" means, for a terminal; nil for a code that does not exist.
    ///
    /// - Parameter code: in small or capital letters.
    package static func text(for code: String) -> String? {
        let wanted = code.uppercased()
        return entries.first { $0.code.rawValue == wanted }?.text
    }

    /// "PC0301  An unknown key", one a line.
    package static var list: String {
        entries.map { "\($0.code.rawValue)  \($0.title)" }.joined(separator: "\n")
    }

    /// The whole of `docs/DIAGNOSTICS.md`.
    package static var document: String {
        """
        # What can be wrong in settings

        `pullcord check` says everything that is wrong in one run, each with a code. `pullcord explain PC0301` shows
        what stands here about a code. An error (the settings are refused) and a warning (they are taken, but
        something in them is probably not meant) are told apart in the report; both have codes.

        This page is written from the gateway's own catalog, and a test compares the two. The examples are parts of
        a home: what they name and do not show stands elsewhere in it. A line such as `# secrets.yaml` begins
        another file. Each wrong example yields its code, and each right one nothing at all; a test proves that too.

        | codes | about |
        |---|---|
        | PC01.. | files and includes |
        | PC02.. | the form of YAML |
        | PC03.. | values |
        | PC04.. | names |
        | PC05.. | rules |
        | PC06.. | escalations and contacts |
        | PC07.. | devices and profiles |
        | PC08.. | secrets and connections |

        \(entries.map(\.markdown).joined(separator: "\n\n"))

        """
    }
}
