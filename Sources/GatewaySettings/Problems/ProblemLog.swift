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

    func error(_ place: Place, _ message: String, hint: String? = nil, isSecret: Bool = false) {
        report(.error, place, message, hint, isSecret)
    }

    func warning(_ place: Place, _ message: String, hint: String? = nil, isSecret: Bool = false) {
        report(.warning, place, message, hint, isSecret)
    }

    func error(inFile name: String, _ message: String, hint: String? = nil) {
        keep(
            Problem(
                severity: .error, file: name, line: 0, column: 0, length: 0, message: message, hint: hint,
                sourceLine: nil))
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
            result.append(
                Problem(
                    severity: .error, file: last.file, line: 0, column: 0, length: 0,
                    message: "and \(unshown) more", hint: nil, sourceLine: nil))
        }
        return result
    }

    private func report(
        _ severity: Problem.Severity, _ place: Place, _ message: String, _ hint: String?, _ isSecret: Bool
    ) {
        let source = sources[place.source]
        keep(
            Problem(
                severity: severity, file: source.name, line: place.line, column: place.column,
                length: place.length, message: message, hint: hint,
                sourceLine: isSecret || source.isSecret ? nil : source.line(place.line)))
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
