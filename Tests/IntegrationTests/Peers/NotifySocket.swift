import CLinux
import DemoHome
import GatewayTesting
import LinuxSupport
import Synchronization

/// The service manager's end of sd_notify(3): a datagram socket, read on a thread of its own.
final class NotifySocket: Sendable {
    /// Each message, with its lines.
    let messages = Mailbox<[String]>()
    private let socket: OwnedDescriptor
    private let stop: WakeUp
    private let reader = Mutex<BackgroundThread?>(nil)

    init(path: String) throws {
        let answer = clinux_datagram_bind(path)
        guard answer >= 0 else { throw HomeFailure("\(path) cannot be bound (\(answer)).") }
        socket = OwnedDescriptor(answer)
        stop = try WakeUp()
        let thread = BackgroundThread.start(name: "manager") { [self] in
            while let ready = try? waitForInput([socket.rawValue, stop.descriptor], timeout: nil), !ready[1] {
                guard let bytes = (try? socket.read(atMost: 4_096)) ?? nil else { continue }
                let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
                messages.put(lines)
            }
        }
        reader.withLock { $0 = thread }
    }

    /// Waits for a message with this line, passing over others.
    func hears(_ line: String, within limit: Duration = patience) async -> Bool {
        await messages.first(within: limit) { $0.contains(line) } != nil
    }

    func close() {
        stop.signal()
        reader.withLock { $0.take() }?.join()
    }
}
