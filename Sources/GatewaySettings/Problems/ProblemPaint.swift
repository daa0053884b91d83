/// How a report stands on a terminal: in colours, or plain for files, pipes and whoever asked for none.
package enum ProblemPaint: Sendable {
    case plain
    case colours

    /// - Parameters:
    ///   - isTerminal: whether somebody reads it on a terminal.
    ///   - environment: `NO_COLOR` with any text in it (https://no-color.org), and a `TERM` that is `dumb`, turn
    ///     colours off.
    package init(isTerminal: Bool, environment: [String: String]) {
        let isRefused = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        self = isTerminal && !isRefused ? .colours : .plain
    }

    /// ECMA-48, section 8.3.117: Select Graphic Rendition.
    enum Tone: String {
        case strong = "1"
        case dim = "2"
        case red = "1;31"
        case yellow = "1;33"
        case cyan = "36"
    }

    func callAsFunction(_ text: String, _ tone: Tone) -> String {
        self == .plain || text.isEmpty ? text : "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m"
    }
}
