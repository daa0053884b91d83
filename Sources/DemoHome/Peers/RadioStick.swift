internal import Foundation
internal import LinuxSupport
internal import Synchronization

/// An RFXtrx433 on a pseudo-terminal, with the flat's spare pendant in its range.
///
/// The gateway opens a link in the home's folder; what it leads to is another device file after each plug.
package final class RadioStick: Sendable {
    private struct State {
        var terminal: PseudoTerminal?
        var reader: BackgroundThread?
        var stop: WakeUp?
        var sequence: UInt8 = 0
    }

    private let link: String
    private let log: SightingLog
    private let state = Mutex(State())

    init(_ settings: HomeSettings, log: SightingLog) {
        link = settings.addresses.radioPort
        self.log = log
    }

    package func plugIn() throws {
        unplug()
        let terminal = try PseudoTerminal()
        let stop = try WakeUp()
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: terminal.path)
        let reader = BackgroundThread.start(name: "radio") { Self.answer(terminal, until: stop) }
        state.withLock { state in
            state.terminal = terminal
            state.reader = reader
            state.stop = stop
        }
        log.add(.program("radio", ended: nil))
    }

    package func unplug() {
        let (terminal, reader) = state.withLock { state in
            state.stop?.signal()
            defer { (state.terminal, state.reader, state.stop) = (nil, nil, nil) }
            return (state.terminal, state.reader)
        }
        guard let terminal else { return }
        reader?.join()
        terminal.unplug()
        try? FileManager.default.removeItem(atPath: link)
        log.add(.program("radio", ended: 0))
    }

    /// The spare pendant is pressed: the sender repeats its frame five times.
    ///
    /// - Parameter identity: three bytes; the flat's pendant is C0FFEE.
    package func pressPendant(identity: UInt32 = 0xC0FFEE) async throws {
        log.add(.deed("The spare pendant (433 MHz radio) is pressed."))
        for _ in 0..<5 { try await send(pendantFrame(status: 0x06, identity: identity)) }
    }

    /// Writes bytes as the receiver would.
    package func send(_ bytes: [UInt8]) async throws {
        guard let terminal = state.withLock({ $0.terminal }) else { throw HomeFailure("The radio is unplugged.") }
        let isTaken = try await withCheckedThrowingContinuation { continuation in
            _ = BackgroundThread.start(name: "radio sends") {
                continuation.resume(with: Result { try terminal.writeAll(bytes, timeout: DemoLimits.radioWrite) })
            }
        }
        guard isTaken else { throw HomeFailure("Nobody reads what the radio says.") }
    }

    /// Packet type 0x20 (security1), subtype 0x02 (X10 security remote): length, type, subtype, sequence,
    /// identity, status, and signal and battery in one byte (pyRFXtrx lowlevel).
    private func pendantFrame(status: UInt8, identity: UInt32) -> [UInt8] {
        let sequence = state.withLock { state in
            state.sequence &+= 1
            return state.sequence
        }
        let name = [UInt8(identity >> 16 & 0xFF), UInt8(identity >> 8 & 0xFF), UInt8(identity & 0xFF)]
        return [0x08, 0x20, 0x02, sequence] + name + [status, 0x69]
    }

    /// Answers the status request as a 433.92 MHz receiver does, until it is unplugged.
    private static func answer(_ terminal: PseudoTerminal, until stop: WakeUp) {
        let request: [UInt8] = [0x0D, 0x00, 0x00, 0x01, 0x02]
        let status: [UInt8] = [0x0D, 0x01, 0x00, 0x01, 0x02, 0x53, 0x30] + Array(repeating: 0, count: 7)
        var heard: [UInt8] = []
        while let descriptor = terminal.descriptor {
            guard let ready = try? waitForInput([descriptor, stop.descriptor], timeout: nil), !ready[1] else { return }
            let bytes = (try? terminal.read(timeout: .zero)) ?? []
            // Nobody has the other end open: the terminal says so without end.
            if bytes.isEmpty {
                let answer = try? waitForInput([stop.descriptor], timeout: .milliseconds(50))
                if answer?[0] != false { return }
            }
            heard = Array((heard + bytes).suffix(64))
            if let place = heard.firstRange(of: request) {
                heard.removeSubrange(..<place.upperBound)
                _ = try? terminal.writeAll(status, timeout: DemoLimits.radioWrite)
            }
        }
    }
}
