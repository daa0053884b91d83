/// Collects what is wrong, so that one run shows all of it.
final class ProblemLog {
    private(set) var problems: [Problem] = []
    /// Beyond the limit only counted.
    private(set) var unshown = 0
    private(set) var errorCount = 0
    var hasErrors: Bool { errorCount > 0 }
    private(set) var sources: [SourceText] = []
    /// Where a secret stands in place of a text.
    private var secrets: Set<Place> = []

    /// - Returns: the index by which places name the source.
    func add(_ source: SourceText) -> Int {
        sources.append(source)
        return sources.count - 1
    }

    /// What stands at a place is a secret: whatever is wrong with it is said without a word of what it holds.
    func conceal(_ place: Place) { secrets.insert(place) }

    /// A place that explains another, and the words that lead to it: "already defined".
    typealias Related = (place: Place, words: String)

    /// - Parameter hint: not asked for once nobody would see it: to find the nearest word takes time.
    func error(
        _ code: ProblemCode, _ place: Place, _ message: String, hint: @autoclosure () -> String? = nil,
        related: [Related] = [], isSecret: Bool = false
    ) {
        guard hasRoom(for: .error) else { return }
        report(.error, code, place, message, hint(), related, isSecret)
    }

    /// - Parameter hint: not asked for once nobody would see it.
    func warning(
        _ code: ProblemCode, _ place: Place, _ message: String, hint: @autoclosure () -> String? = nil,
        related: [Related] = [], isSecret: Bool = false
    ) {
        guard hasRoom(for: .warning) else { return }
        report(.warning, code, place, message, hint(), related, isSecret)
    }

    func error(_ code: ProblemCode, inFile name: String, _ message: String, hint: String? = nil) {
        guard hasRoom(for: .error) else { return }
        keep(Problem(.error, code, file: name, message: Self.short(message), hint: hint.map(Self.short)))
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

    /// Counts it, and says whether it is one of those that are shown.
    private func hasRoom(for severity: Problem.Severity) -> Bool {
        if severity == .error { errorCount += 1 }
        guard problems.count < SettingsLimits.problems else {
            unshown += 1
            return false
        }
        return true
    }

    private func report(
        _ severity: Problem.Severity, _ code: ProblemCode, _ place: Place, _ message: String, _ hint: String?,
        _ related: [Related], _ isSecret: Bool
    ) {
        let source = sources[place.source]
        // The sentence of whoever knows that it is about a secret shows nothing of it.
        let isConcealed = !isSecret && secrets.contains(place)
        var problem = Problem(
            severity, code, file: source.name,
            message: Self.short(isConcealed ? Self.concealed(code) : message),
            hint: isConcealed ? nil : hint.map(Self.short))
        problem.line = place.line
        problem.column = place.column
        problem.length = place.length
        if !isSecret, !source.isSecret, let part = source.part(aroundLine: place.line, place.column, place.length) {
            problem.sourceLine = part.text
            problem.sourceStart = part.start
        }
        problem.related = related.map { related in
            RelatedPlace(
                file: sources[related.place.source].name, line: related.place.line, column: related.place.column,
                words: related.words)
        }
        keep(problem)
    }

    private static func concealed(_ code: ProblemCode) -> String {
        let title = ProblemCatalog.entries.first { $0.code == code }?.title ?? code.rawValue
        return "what the secret holds cannot stand here (\(title))"
    }

    private func keep(_ problem: Problem) {
        if !problems.contains(problem) { problems.append(problem) }
    }

    /// What somebody wrote may stand in a message, and may be a megabyte long.
    private static func short(_ text: String) -> String {
        guard text.utf8.count > SettingsLimits.messageLength else { return text }
        return String(text.unicodeScalars.prefix(SettingsLimits.messageLength)) + "…"
    }
}
