/// What a code means, for whoever has met it.
package struct ProblemEntry: Sendable {
    package var code: ProblemCode
    /// A few words.
    package var title: String
    /// What is wrong with it, why it matters, and what to do: for somebody who sets a home up.
    package var explanation: String
    /// An example of the mistake: parts of a home, or words where no home can show it.
    package var wrong: String
    /// The same without the mistake.
    package var right: String
    /// Whether the examples are parts of a home. They are lines of `home.yaml`, and a line such as
    /// `# secrets.yaml` begins another file.
    package var isHome = true

    init(
        _ code: ProblemCode, _ title: String, _ explanation: String, wrong: String, right: String, isHome: Bool = true
    ) {
        self.code = code
        self.title = title
        self.explanation = explanation
        self.wrong = wrong
        self.right = right
        self.isHome = isHome
    }

    /// For a terminal.
    package var text: String {
        """
        \(code.rawValue): \(title)

        \(Self.broken(explanation, at: 80))

        Wrong:

        \(Self.indented(wrong))

        Right:

        \(Self.indented(right))
        """
    }

    /// For `docs/DIAGNOSTICS.md`.
    var markdown: String {
        let language = isHome ? "yaml" : "text"
        return """
            ## \(code.rawValue): \(title)

            \(Self.broken(explanation, at: 118))

            Wrong:

            ```\(language)
            \(wrong)
            ```

            Right:

            ```\(language)
            \(right)
            ```
            """
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
    }

    /// Words in lines of at most so many characters, unless a word is longer.
    private static func broken(_ text: String, at width: Int) -> String {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n")
    }
}
