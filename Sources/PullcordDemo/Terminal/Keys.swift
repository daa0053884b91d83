import Glibc
import LinuxSupport

/// The keys that a person presses.
struct Keys: Sendable {
    let stream: AsyncStream<Character>
    private let stop: WakeUp
    private let reader: BackgroundThread

    init() throws(SystemError) {
        let (stream, continuation) = AsyncStream.makeStream(of: Character.self)
        let stop = try WakeUp()
        self.stream = stream
        self.stop = stop
        reader = BackgroundThread.start(name: "keys") {
            var byte: UInt8 = 0
            while let ready = try? waitForInput([STDIN_FILENO, stop.descriptor], timeout: nil), !ready[1] {
                // 0 is the end of the terminal, less a failure.
                guard read(STDIN_FILENO, &byte, 1) == 1 else { break }
                continuation.yield(Character(UnicodeScalar(byte)))
            }
            continuation.finish()
        }
    }

    /// Ends the stream; keys that were not taken are forgotten.
    func end() {
        stop.signal()
        reader.join()
    }
}
