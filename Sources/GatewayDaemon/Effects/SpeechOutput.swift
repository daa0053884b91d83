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
        let program: ChildProgram
        do {
            program = try ChildProgram(command + [phrase])
        } catch {
            report(.down(reason: "\(command[0]) cannot be run"))
            return
        }
        let ending = (try? program.end(within: DaemonLimits.speechTimeout)) ?? nil
        // One that hangs, and the players that it started, must not keep the sound card from the next phrase.
        if ending == nil { _ = try? program.stop(within: DaemonLimits.speechEndPatience) }
        report(ending == .exited(0) ? .up : .down(reason: "\(command[0]) did not speak"))
    }
}
