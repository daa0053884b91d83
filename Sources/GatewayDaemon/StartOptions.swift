/// What `pullcord run` was started with.
package struct StartOptions: Sendable {
    /// The root settings file.
    package var settings: String
    /// The folder of the shipped profiles.
    package var profiles: String
    /// Overrides the settings' state directory.
    package var stateDirectory: String?

    package init(settings: String, profiles: String, stateDirectory: String? = nil) {
        self.settings = settings
        self.profiles = profiles
        self.stateDirectory = stateDirectory
    }
}
