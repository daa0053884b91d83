import DemoHome
import LinuxSupport
import Synchronization

/// A device at a pseudo-terminal, which answers what it is asked.
final class SerialPeer: Sendable {
    private let terminal: PseudoTerminal
    private let stop: WakeUp
    private let reader: BackgroundThread
    private let written: Written

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
        let written = Written()
        self.written = written
        reader = BackgroundThread.start(name: "serial peer") {
            Self.serve(terminal, question ?? [], answer, written, until: stop)
        }
    }

    func send(_ bytes: [UInt8]) throws {
        guard try terminal.writeAll(bytes, timeout: .seconds(5)) else {
            throw HomeFailure("Nobody reads what the device at \(path) says.")
        }
    }

    /// How often these bytes have been written to it.
    func count(of bytes: [UInt8]) -> Int {
        written.bytes.withLock { $0.ranges(of: bytes).count }
    }

    func close() {
        stop.signal()
        reader.join()
        terminal.unplug()
    }

    /// Answers each question; where there is none, it answers whatever it hears.
    private static func serve(
        _ terminal: PseudoTerminal, _ question: [UInt8], _ answer: [UInt8], _ written: Written, until stop: WakeUp
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
            written.bytes.withLock { $0 += bytes }
            heard = Array((heard + bytes).suffix(64))
            if question.isEmpty {
                _ = try? terminal.writeAll(answer, timeout: .seconds(1))
            } else if let place = heard.firstRange(of: question) {
                heard.removeSubrange(..<place.upperBound)
                _ = try? terminal.writeAll(answer, timeout: .seconds(1))
            }
        }
    }

    /// All that the gateway wrote.
    private final class Written: Sendable {
        let bytes = Mutex<[UInt8]>([])
    }
}
