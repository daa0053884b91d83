package import GatewayCore

/// What a script expects of an explanation: `told=daughter,centre`.
///
/// Values are compared with the alert that matters most; lists mean exactly these, in any order.
package struct ExplanationExpectation: Hashable, Sendable {
    /// One sentence: why it is none.
    package struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
        package let description: String
    }

    /// What was instead.
    package struct Mismatch: Hashable, Sendable, CustomStringConvertible {
        package var expectation: String
        package var found: String

        package var description: String { "expected \(expectation), and it is \(found)" }
    }

    private enum Key: Hashable, Sendable {
        /// Priorities, kinds and rules of all that is raised.
        case raises
        case told
        case rung(Int)
        case time(rung: Int)
        case preAlert
        case lastAction
        case said
        case shares(ContactID)
    }

    /// As it was written.
    package let text: String
    private let key: Key
    private let values: [String]

    /// - Parameter plan: whose names it may use.
    package init(_ text: String, plan: Plan) throws(Problem) {
        self.text = text
        guard let equals = text.firstIndex(of: "="), text.utf8.count <= 1_000 else {
            let example = "told=\(Self.example(plan))"
            throw Problem(description: "`\(text.prefix(80))` is no expectation: write such as `\(example)`.")
        }
        let name = String(text[..<equals])
        let values = text[text.index(after: equals)...].split(separator: ",").map { word in
            String(word.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        key = try Self.key(name, plan)
        self.values = values.filter { !$0.isEmpty }
        try check(plan)
    }

    private static func example(_ plan: Plan) -> String { plan.contacts.first?.id.name ?? "anna" }

    private static func key(_ name: String, _ plan: Plan) throws(Problem) -> Key {
        switch name {
        case "raises": return .raises
        case "told": return .told
        case "first": return .rung(1)
        case "pre-alert": return .preAlert
        case "last-action": return .lastAction
        case "said": return .said
        default: break
        }
        if name.hasPrefix("rung") {
            let rest = name.dropFirst(4)
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            if let number = Int(digits), (1...999).contains(number) {
                if rest == digits { return .rung(number) }
                if rest.dropFirst(digits.count) == "-after" { return .time(rung: number) }
            }
        }
        if name.hasPrefix("shares-") {
            let contact = String(name.dropFirst(7))
            try known(contact, among: plan.contacts.map(\.id.name), "contact")
            return .shares(ContactID(contact))
        }
        let keys = ["raises", "told", "first", "rung2", "rung2-after", "pre-alert", "last-action", "said"]
        let near = NearestWord.to(name, among: keys).map { "Did you mean `\($0)`?" }
        let hint = near ?? "Known are \(keys.joined(separator: ", ")) and shares-CONTACT."
        throw Problem(description: "Nothing called `\(name)` can be expected. \(hint)")
    }

    private static func known(_ name: String, among names: [String], _ what: String) throws(Problem) {
        if names.contains(name) { return }
        let hint = NearestWord.to(name, among: names).map { " Did you mean `\($0)`?" } ?? ""
        throw Problem(description: "There is no \(what) `\(name)`.\(hint)")
    }

    /// A name that does not exist would never be met, or always.
    private func check(_ plan: Plan) throws(Problem) {
        switch key {
        case .time, .preAlert: break
        default: if isNothing { return }
        }
        let (names, what): ([String], String) =
            switch key {
            case .raises:
                (
                    Priority.allCases.map(\.rawValue) + AlertKind.allCases.map(\.rawValue)
                        + plan.rules.map(\.common.id.name), "priority, kind of alert or rule"
                )
            case .told, .rung: (plan.contacts.map(\.id.name), "contact")
            case .lastAction: (plan.home.outputs.map(\.id.name), "output")
            case .said: (FeedbackStage.allCases.map(\.rawValue), "stage")
            case .shares: (SharedData.names.map(\.0), "kind of data")
            case .time, .preAlert: ([], "")
            }
        switch key {
        case .time, .preAlert:
            guard values.count == 1, ScenarioDuration.parse(values[0]) != nil else {
                throw Problem(description: "`\(text)` needs one duration with its unit, such as 70s or 2m.")
            }
        default:
            guard !values.isEmpty else {
                throw Problem(description: "`\(text)` needs names, or `nothing`.")
            }
            // Rules that devices have unasked are named with a slash: "battery/pendant".
            for value in values where !(key == .raises && value.contains("/")) {
                try Self.known(value, among: names, what)
            }
        }
    }

    private var isNothing: Bool { values == ["nothing"] || values == ["nobody"] }

    // MARK: - Comparing

    /// Nil where it is met.
    package func mismatch(_ explanation: Explanation) -> Mismatch? {
        let alert = explanation.foremost
        switch key {
        case .raises: return raised(explanation.alerts.filter { !$0.isOnTrial })
        case .told: return compare(alert?.told.map(\.name) ?? [])
        case .rung(let number): return compare(alert?.contacts(ofRung: number)?.map(\.name) ?? [])
        case .time(let rung): return compare(alert?.time(ofRung: rung))
        case .preAlert: return compare(alert?.preAlert)
        case .lastAction: return compare(alert?.lastAction.map(\.name) ?? [])
        case .said: return compare((alert?.said ?? []).map(\.rawValue).inOrderOnce)
        case .shares(let contact):
            return compare(alert?.steps.lazy.compactMap(\.telling).first { $0.contact == contact }?.shares ?? [])
        }
    }

    /// Each word must fit an alert, and each alert a word.
    private func raised(_ alerts: [ExplainedAlert]) -> Mismatch? {
        let words = alerts.map { [$0.priority.rawValue, $0.kind.rawValue, $0.source.name] }
        let wanted = isNothing ? [] : values
        let isMet =
            wanted.allSatisfy { word in words.contains { $0.contains(word) } }
            && words.allSatisfy { names in wanted.contains { names.contains($0) } }
        if isMet { return nil }
        let found = words.map { "\($0[0]) \($0[1]) by \($0[2])" }.inSentence
        return Mismatch(expectation: text, found: found.isEmpty ? "nothing" : found)
    }

    private func compare(_ found: [String]) -> Mismatch? {
        let wanted = isNothing ? [] : values
        if wanted.inOrderOnce.sorted() == found.inOrderOnce.sorted() { return nil }
        return Mismatch(expectation: text, found: found.isEmpty ? "nothing" : found.joined(separator: ","))
    }

    private func compare(_ found: Duration?) -> Mismatch? {
        if let found, values.first.flatMap({ ScenarioDuration.parse($0) }) == found { return nil }
        return Mismatch(expectation: text, found: found.map { ScenarioDuration.text($0) } ?? "nothing")
    }
}

extension [String] {
    fileprivate var inOrderOnce: [String] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
