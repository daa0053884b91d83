internal import Foundation
package import LinuxSupport
package import Logging
internal import Synchronization

/// Answers the `pullcord` command over a Unix socket.
///
/// Who may ask is decided by the socket file's owner, group and mode; who asked is known from the kernel's
/// peer credentials and logged. One thread accepts, one short-lived thread serves each connection.
package final class ControlServer: Sendable {
    private let listener: UnixListener
    private let wakeUp: WakeUp
    private let answer: @Sendable (ControlRequest) -> ControlResponse
    private let logger: Logger
    private let isStopped = Mutex(false)
    private let openConnections = Mutex(0)

    /// Mode 0660: the gateway's user and group.
    package init(
        path: String, logger: Logger, answer: @escaping @Sendable (ControlRequest) -> ControlResponse
    ) throws(SystemError) {
        listener = try UnixListener(path: path, mode: 0o660)
        wakeUp = try WakeUp()
        self.answer = answer
        self.logger = logger
    }

    package func start() {
        _ = BackgroundThread.start(name: "control") { [self] in run() }
    }

    package func stop() {
        isStopped.withLock { $0 = true }
        wakeUp.signal()
    }

    private func run() {
        while !isStopped.withLock({ $0 }) {
            do {
                guard try waitForInput([listener.descriptor, wakeUp.descriptor], timeout: nil)[0],
                    let connection = try listener.accept()
                else { continue }
                guard openConnections.withLock({ $0 < Self.connectionLimit }) else { continue }
                openConnections.withLock { $0 += 1 }
                _ = BackgroundThread.start(name: "control-client") { [self] in
                    serve(connection)
                    openConnections.withLock { $0 -= 1 }
                }
            } catch {
                logger.error("control socket failed", metadata: [LogKeys.error: "\(error)"])
                return
            }
        }
    }

    /// At once; a command holds its connection for milliseconds.
    private static let connectionLimit = 8

    private func serve(_ connection: UnixConnection) {
        do {
            let line = try connection.readLine(
                limit: DaemonLimits.controlLineBytes, timeout: DaemonLimits.controlTimeout)
            guard let line else { return }
            let response: ControlResponse
            if let request = try? JSONDecoder().decode(ControlRequest.self, from: Foundation.Data(line)) {
                logger.debug("control request", metadata: ["uid": "\(connection.peer.uid)"])
                response = answer(request)
            } else {
                response = .refused("The request is not one that this version of the gateway knows.")
            }
            let bytes = [UInt8](try JSONEncoder().encode(response))
            try connection.writeLine(bytes, timeout: DaemonLimits.controlTimeout)
        } catch {
            logger.debug("control connection ended early", metadata: [LogKeys.error: "\(error)"])
        }
    }
}
