/// Lines with branches under them, as they are drawn for people.
struct TextTree: Hashable, Sendable {
    var text: String
    var branches: [TextTree]

    init(_ text: String, _ branches: [TextTree] = []) {
        self.text = text
        self.branches = branches
    }

    /// The tree's own line, and its branches below it.
    var lines: [String] { [text] + branchLines("") }

    private func branchLines(_ indent: String) -> [String] {
        branches.enumerated().flatMap { place, branch in
            let isLast = place == branches.count - 1
            return [indent + (isLast ? "└─ " : "├─ ") + branch.text]
                + branch.branchLines(indent + (isLast ? "   " : "│  "))
        }
    }
}
