/// The version of the settings language that this gateway reads.
package enum SettingsVersion {
    package static let current = 1
}
