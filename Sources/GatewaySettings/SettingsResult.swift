/// What one reading of the settings gave.
package struct SettingsResult: Sendable {
    /// Nil when there is an error among the problems.
    package var settings: Settings?
    /// What the files say of where the gateway lives, also when something else in them is an error.
    package var gateway: GatewayOptions?
    /// In order of file, line and column.
    package var problems: [Problem]
    /// All that was read, to start from when the files are bad next time. It holds the secrets.
    package var copy: SettingsCopy

    package var errors: [Problem] { problems.filter { $0.severity == .error } }
    package var warnings: [Problem] { problems.filter { $0.severity == .warning } }
}
