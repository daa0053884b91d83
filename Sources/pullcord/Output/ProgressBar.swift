import Glibc

/// How far something is, on a terminal only: into a file or a pipe goes only the result.
struct ProgressBar {
    private static let width = 30
    private let isShown = isatty(STDERR_FILENO) == 1
    private var shown = -1

    /// - Parameter label: what is being done now.
    mutating func show(_ done: Int, of all: Int, _ label: String) {
        guard isShown, all > 0 else { return }
        let share = min(1_000, done * 1_000 / all)
        guard share != shown else { return }
        shown = share
        let filled = share * Self.width / 1_000
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
        Output.status("\r\u{1B}[K\(bar) \(share / 10) % \(label)")
    }

    func end() {
        if isShown { Output.status("\r\u{1B}[K") }
    }
}
