import DemoHome
import LinuxSupport

/// A device at a pseudo-terminal, which answers what it is asked.
final class SerialPeer: Sendable {
    private let terminal: PseudoTerminal
    private let stop: WakeUp
    private let reader: BackgroundThread

    /// The device file that the gateway opens.
    var path: String { terminal.path }

    /// - Parameters:
    ///   - question: what it answers; nil for one that never says anything by itself.
    ///   - answer: what it says to it.
    init(question: [UInt8]? = nil, answer: [UInt8] = []) throws {
        let terminal = try PseudoTerminal()
        let stop = try WakeUp()
        self.terminal = terminal
        self.stop = stop
        reader = BackgroundThread.start(name: "serial peer") {
            Self.serve(terminal, question ?? [], answer, until: stop)
        }
    }

    func send(_ bytes: [UInt8]) throws {
        guard try terminal.writeAll(bytes, timeout: .seconds(5)) else {
            throw HomeFailure("Nobody reads what the device at \(path) says.")
        }
    }

    func close() {
        stop.signal()
        reader.join()
        terminal.unplug()
    }

    /// Answers each question; where there is none, it answers whatever it hears.
    private static func serve(
        _ terminal: PseudoTerminal, _ question: [UInt8], _ answer: [UInt8], until stop: WakeUp
    ) {
        var heard: [UInt8] = []
        while let descriptor = terminal.descriptor {
            guard let ready = try? waitForInput([descriptor, stop.descriptor], timeout: nil), !ready[1] else { return }
            let bytes = (try? terminal.read(timeout: .zero)) ?? []
            if bytes.isEmpty {
                // Nobody has the other end open: the terminal says so without end.
                let ended = try? waitForInput([stop.descriptor], timeout: .milliseconds(50))
                if ended?[0] != false { return }
                continue
            }
            heard = Array((heard + bytes).suffix(64))
            if question.isEmpty {
                _ = try? terminal.writeAll(answer, timeout: .seconds(1))
            } else if let place = heard.firstRange(of: question) {
                heard.removeSubrange(..<place.upperBound)
                _ = try? terminal.writeAll(answer, timeout: .seconds(1))
            }
        }
    }
}
