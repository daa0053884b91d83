internal import AlertDelivery
internal import DeviceProtocols
internal import GatewayCore
internal import GatewaySettings
internal import LedgerStore
internal import LinuxSupport
package import Logging
internal import ServiceLifecycle

/// The composition root: builds the parts, wires them, runs them, stops them.
package enum Gateway {
    /// Runs until it is asked to stop.
    ///
    /// - Returns: how the process should end.
    package static func run(_ options: StartOptions, logLevel: Logger.Level) async -> ExitCode {
        LoggingSystem.bootstrap { label in
            var handler = JournalLogHandler(label: label)
            handler.logLevel = logLevel
            return handler
        }
        let logger = Logger(label: "pullcord")
        do {
            let parts = try GatewayParts(options, logger: logger)
            try await parts.run()
            return .success
        } catch let error as StartError {
            logger.critical("cannot start", metadata: [LogKeys.reason: "\(error)"])
            return error.exitCode
        } catch {
            logger.critical("stopped by a failure", metadata: [LogKeys.error: "\(error)"])
            return .failure
        }
    }
}

/// Why the gateway cannot start, and how the process should end for it.
struct StartError: Error, CustomStringConvertible {
    let exitCode: ExitCode
    let description: String
}
