internal import Foundation
package import GatewaySettings
package import LedgerStore
package import Logging
internal import LinuxSupport

/// Reads the settings, and keeps a copy of the last good ones in the ledger for a start with bad ones.
package struct SettingsKeeper: Sendable {
    private static let name = "home"

    private let options: StartOptions
    private let logger: Logger

    package init(options: StartOptions, logger: Logger) {
        self.options = options
        self.logger = logger
    }

    /// Reads the files; what is wrong with them goes to the log, a line each.
    package func read() -> SettingsResult {
        let result = SettingsReader.read(
            root: options.settings, shippedProfiles: options.profiles,
            credentials: Environment.value(of: "CREDENTIALS_DIRECTORY"))
        for problem in result.problems {
            let place = "\(problem.file):\(problem.line):\(problem.column)"
            logger.log(
                level: problem.severity == .error ? .error : .warning, "settings problem",
                metadata: [LogKeys.file: "\(place)", LogKeys.reason: "\(problem.message)"])
        }
        return result
    }

    /// Keeps good settings for a bad day.
    package func keep(_ result: SettingsResult, in ledger: SQLiteLedger) {
        guard let settings = result.settings, let bytes = try? JSONEncoder().encode(result.copy) else { return }
        do {
            try ledger.keepSettings(
                String(decoding: bytes, as: UTF8.self), digest: settings.digest, name: Self.name)
        } catch {
            logger.error("settings copy not kept", metadata: [LogKeys.error: "\(error)"])
        }
    }

    /// The last good settings, if there were any and they still make sense to this version.
    package func kept(in ledger: SQLiteLedger) -> Settings? {
        guard let kept = try? ledger.keptSettings(name: Self.name),
            let copy = try? JSONDecoder().decode(SettingsCopy.self, from: Foundation.Data(kept.text.utf8))
        else { return nil }
        return SettingsReader.read(root: copy.root, files: copy, shippedProfiles: options.profiles).settings
    }
}
