internal import Foundation
internal import LinuxSupport

/// Asks the running gateway over its control socket.
package struct ControlClient: Sendable {
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// - Throws: `SystemError` when nobody answers there; `ControlError` when the answer is not one.
    package func ask(_ request: ControlRequest) throws -> ControlResponse {
        let connection = try UnixConnection.connect(to: path)
        try connection.writeLine([UInt8](try JSONEncoder().encode(request)), timeout: DaemonLimits.controlTimeout)
        let line = try connection.readLine(
            limit: DaemonLimits.controlLineBytes, timeout: DaemonLimits.controlTimeout * 2)
        guard let line else { throw ControlError(description: "The gateway closed the connection without an answer.") }
        return try JSONDecoder().decode(ControlResponse.self, from: Foundation.Data(line))
    }
}

/// The gateway's answer was none.
package struct ControlError: Error, CustomStringConvertible {
    package let description: String
}
