import Glibc
import Synchronization

/// What is printed: lines above, and below them one line that stays.
final class Printed: Sendable {
    private let footer = Mutex("")

    func line(_ text: String = "") {
        footer.withLock { footer in
            let clear = footer.isEmpty ? "" : "\r\u{1B}[K"
            Self.write(clear + text + "\n" + footer)
        }
    }

    /// Keeps this line at the bottom; an empty one ends it.
    func keep(_ text: String) {
        let text = String(text.prefix(Terminal.width - 1))
        footer.withLock { footer in
            if !footer.isEmpty || !text.isEmpty { Self.write("\r\u{1B}[K" + text) }
            footer = text
        }
    }

    /// One line to standard error.
    static func complain(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

    private static func write(_ text: String, to descriptor: Int32 = STDOUT_FILENO) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
