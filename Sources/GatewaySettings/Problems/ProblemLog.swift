/// Collects what is wrong, so that one run shows all of it.
final class ProblemLog {
    private(set) var problems: [Problem] = []
    /// Beyond the limit only counted.
    private(set) var unshown = 0
    private(set) var errorCount = 0
    var hasErrors: Bool { errorCount > 0 }
    private(set) var sources: [SourceText] = []

    /// - Returns: the index by which places name the source.
    func add(_ source: SourceText) -> Int {
        sources.append(source)
        return sources.count - 1
    }

    /// A place that explains another, and the words that lead to it: "already defined".
    typealias Related = (place: Place, words: String)

    func error(
        _ code: ProblemCode, _ place: Place, _ message: String, hint: String? = nil, related: [Related] = [],
        isSecret: Bool = false
    ) {
        report(.error, code, place, message, hint, related, isSecret)
    }

    func warning(
        _ code: ProblemCode, _ place: Place, _ message: String, hint: String? = nil, related: [Related] = [],
        isSecret: Bool = false
    ) {
        report(.warning, code, place, message, hint, related, isSecret)
    }

    func error(_ code: ProblemCode, inFile name: String, _ message: String, hint: String? = nil) {
        keep(Problem(.error, code, file: name, message: message, hint: hint))
    }

    /// By file in order of reading, then by line; what is wrong with a whole file comes first.
    func sorted() -> [Problem] {
        var order: [String: Int] = [:]
        for (index, source) in sources.enumerated() where order[source.name] == nil { order[source.name] = index }
        let ordered = problems.enumerated().sorted { left, right in
            func key(_ item: (offset: Int, element: Problem)) -> [Int] {
                [order[item.element.file] ?? -1, item.element.line, item.element.column, item.offset]
            }
            return key(left).lexicographicallyPrecedes(key(right))
        }
        var result = ordered.map(\.element)
        if unshown > 0, let last = result.last {
            result.append(Problem(.error, .more, file: last.file, message: "and \(unshown) more"))
        }
        return result
    }

    private func report(
        _ severity: Problem.Severity, _ code: ProblemCode, _ place: Place, _ message: String, _ hint: String?,
        _ related: [Related], _ isSecret: Bool
    ) {
        let source = sources[place.source]
        var problem = Problem(severity, code, file: source.name, message: message, hint: hint)
        problem.line = place.line
        problem.column = place.column
        problem.length = place.length
        problem.sourceLine = isSecret || source.isSecret ? nil : source.line(place.line)
        problem.related = related.map { related in
            RelatedPlace(
                file: sources[related.place.source].name, line: related.place.line, column: related.place.column,
                words: related.words)
        }
        keep(problem)
    }

    private func keep(_ problem: Problem) {
        if problem.severity == .error { errorCount += 1 }
        guard problems.count < SettingsLimits.problems else {
            unshown += 1
            return
        }
        if !problems.contains(problem) { problems.append(problem) }
    }
}
