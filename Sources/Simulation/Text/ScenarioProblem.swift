/// What is wrong in a scenario's text, and where.
package struct ScenarioProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// From 1.
    package var line: Int
    /// From 1, in characters.
    package var column: Int
    /// One sentence.
    package var cause: String
    /// What may have been meant: one sentence.
    package var suggestion: String?

    package init(line: Int, column: Int, cause: String, suggestion: String? = nil) {
        self.line = line
        self.column = column
        self.cause = cause
        self.suggestion = suggestion
    }

    package var description: String {
        "\(line):\(column): \(cause)\(suggestion.map { " \($0)" } ?? "")"
    }
}

/// All that is wrong in a text, in order; the first `SimulationLimits.problems` of it.
package struct ScenarioProblems: Error, Hashable, Sendable, CustomStringConvertible {
    package var all: [ScenarioProblem]

    package var description: String { all.map(\.description).joined(separator: "\n") }
}

/// The nearest of some words, for "did you mean".
enum NearestWord {
    /// Nil where none is near: more than a third of it would have to change.
    static func to(_ word: String, among words: [String]) -> String? {
        guard word.utf8.count <= 64 else { return nil }
        var best: (distance: Int, word: String)?
        for candidate in words {
            let distance = distance(Array(word.utf8), Array(candidate.utf8))
            guard distance <= max(1, candidate.utf8.count / 3) else { continue }
            if best.map({ distance < $0.distance }) ?? true { best = (distance, candidate) }
        }
        return best?.word
    }

    /// How many letters must change, come or go (Levenshtein).
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (place, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = place + 1
            for (other, otherLetter) in right.enumerated() {
                let changed = diagonal + (letter == otherLetter ? 0 : 1)
                diagonal = row[other + 1]
                row[other + 1] = min(changed, row[other] + 1, row[other + 1] + 1)
            }
        }
        return row[right.count]
    }
}
