internal import Foundation
internal import Glibc
internal import LinuxSupport

/// What a program prints, on its way to us.
struct Pipe: Sendable {
    /// Where the program writes.
    let entry: Int32
    private let exit: Int32

    init() throws(HomeFailure) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw HomeFailure("There is no pipe left: too many files are open.") }
        exit = ends[0]
        entry = ends[1]
    }

    func closeEntry() { close(entry) }

    func closeExit() { close(exit) }

    /// Reads until the last program that writes has ended; blocks, and closes the exit.
    func readAll(log: String?, line: (@Sendable (String) -> Void)?) {
        defer { closeExit() }
        let file = log.map { open($0, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600) } ?? -1
        defer { if file >= 0 { close(file) } }
        var splitter = LineSplitter()
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = read(exit, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            if file >= 0 { _ = write(file, buffer, count) }
            guard let line else { continue }
            for text in splitter.lines(with: Array(buffer[..<count])) { line(text) }
        }
    }
}
