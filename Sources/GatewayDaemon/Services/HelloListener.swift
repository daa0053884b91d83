internal import DeviceProtocols
internal import GatewayCore
internal import SerialIntake
internal import Synchronization

/// Hears whether the device at a port speaks its protocol. What it hears is decoded again later, by the
/// engine's decoder: this one knows no devices.
final class HelloListener: Sendable {
    private let hello: SerialHello
    private let stream: Mutex<(any SerialStream)?>

    init(_ hello: SerialHello, _ serialProtocol: SerialConnection.SerialProtocol) {
        self.hello = hello
        stream = Mutex(serialProtocol.stream)
    }

    func hears(_ bytes: [UInt8], at moment: Moment) -> Bool {
        stream.withLock { stream in
            stream?.take(bytes, at: moment).frames.contains { hello.isProven(by: $0) } ?? false
        }
    }

    /// What a port of this protocol must prove; nil where it need not.
    static func proof(of serialProtocol: SerialConnection.SerialProtocol) -> SerialProof? {
        guard let hello = serialProtocol.hello else { return nil }
        return SerialProof(within: hello.within, silence: hello.silence, strangeness: hello.strangeness) {
            let listener = HelloListener(hello, serialProtocol)
            return { listener.hears($0, at: $1) }
        }
    }
}
