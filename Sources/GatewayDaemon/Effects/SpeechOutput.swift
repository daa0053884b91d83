internal import Foundation
package import GatewayCore
package import LinuxSupport
package import Logging
internal import Synchronization

/// Speaks phrases through a configured command, one at a time on a thread of its own.
///
/// A phrase that waits is replaced by a newer one: the person needs to know how it stands now. The phrase is
/// the command's last argument; no shell sees it.
package final class SpeechOutput: Sendable {
    private struct Waiting {
        var phrase: String?
        var isStopped = false
    }

    private let id: OutputID
    private let command: [String]
    private let logger: Logger
    private let report: @Sendable (PathState) -> Void
    private let waiting = Mutex(Waiting())
    private let wakeUp: WakeUp

    package init(
        id: OutputID, command: [String], logger: Logger, report: @escaping @Sendable (PathState) -> Void
    ) throws(SystemError) {
        self.id = id
        self.command = command
        self.logger = logger
        self.report = report
        wakeUp = try WakeUp()
        _ = BackgroundThread.start(name: "speech") { [self] in run() }
    }

    package func speak(_ phrase: String) {
        waiting.withLock { $0.phrase = phrase }
        wakeUp.signal()
    }

    package func stop() {
        waiting.withLock { $0.isStopped = true }
        wakeUp.signal()
    }

    private func run() {
        while true {
            let next = waiting.withLock { waiting in
                defer { waiting.phrase = nil }
                return (phrase: waiting.phrase, isStopped: waiting.isStopped)
            }
            if next.isStopped { return }
            if let phrase = next.phrase {
                say(phrase)
            } else {
                _ = try? waitForInput([wakeUp.descriptor], timeout: nil)
                _ = wakeUp.drain()
            }
        }
    }

    private func say(_ phrase: String) {
        let process = Foundation.Process()
        process.executableURL = URL(fileURLWithPath: Self.located(command[0]))
        process.arguments = Array(command.dropFirst()) + [phrase]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        guard let ended = try? WakeUp() else { return }
        process.terminationHandler = { _ in ended.signal() }
        do {
            try process.run()
        } catch {
            report(.down(reason: "\(command[0]) cannot be run"))
            return
        }
        let isOver = (try? waitForInput([ended.descriptor], timeout: DaemonLimits.speechTimeout)[0]) ?? false
        if !isOver { process.terminate() }
        let isSpoken = isOver && process.terminationStatus == 0
        report(isSpoken ? .up : .down(reason: "\(command[0]) did not speak"))
    }

    /// Foundation searches no folders: without this a bare name would mean a file beside the gateway.
    private static func located(_ program: String) -> String {
        guard !program.contains("/") else { return program }
        let folders = (Environment.value(of: "PATH") ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
        let paths = folders.map { "\($0)/\(program)" }
        return paths.first { FileManager.default.isExecutableFile(atPath: $0) } ?? program
    }
}
