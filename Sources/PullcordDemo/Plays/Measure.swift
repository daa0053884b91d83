/// One line of the table at the end: something that was timed, and what was promised.
struct Measure: Sendable {
    let what: String
    let took: Duration
    /// Nil where nothing is promised.
    let promise: Duration?

    var isKept: Bool { promise.map { took <= $0 } ?? true }

    /// "  heard by the lamp        0.04 s   (1 s promised)".
    func row(_ width: Int) -> String {
        let name = what + String(repeating: " ", count: max(0, width - what.count))
        let time = String("       \(took.hundredths) s".suffix(9))
        let words = promise.map { "   \(isKept ? "within" : "LATE:") \($0.hundredths) s promised" } ?? ""
        return "  \(name) \(time)\(words)"
    }
}
