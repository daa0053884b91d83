/// How a demonstration home differs from the example flat.
package struct HomeSetup: Sendable {
    /// A peer that is started with the home.
    package enum Part: CaseIterable, Sendable {
        case broker, desk, centre, radio, gateway
    }

    /// One replacement in a settings file; the old text must stand in it.
    package struct Edit: Sendable {
        package var file: String
        package var old: String
        package var new: String

        package init(_ file: String, _ old: String, _ new: String) {
            self.file = file
            self.old = old
            self.new = new
        }
    }

    /// What is started with the home, in the order in which each needs the ones before. What is not can be
    /// started later.
    package var parts: Set<Part> = Set(Part.allCases)
    /// The time in which the pendants' calls can be cancelled.
    package var preAlert = "2s"
    /// The gateway's log level.
    package var logLevel = "debug"
    /// Speak through espeak-ng as well, where it is installed and the machine has a sound card.
    package var speaks = false
    /// Made after the home's own changes, in order.
    package var edits: [Edit] = []
    /// Makes `connections.yaml`; nil for the home's own.
    package var connections: (@Sendable (HomeAddresses) -> String)?
    /// Whole settings files in place of the example's, by name.
    package var files: [String: @Sendable (HomeAddresses) -> String] = [:]
    /// The receiving centre has a key: frames to it are encrypted.
    package var encryptsToCentre = true
    /// Ask the gateway all the time what is new in the stories of its alerts.
    package var watchesStories = true
    /// Variables for the gateway's process.
    package var environment: [String: String] = [:]
    /// Gets everything that is seen, from the first start on, and is finished when the home is closed.
    package var witness: AsyncStream<Sighting>.Continuation?
    /// Lines for the broker's configuration, before its listener.
    package var brokerLines: [String] = []

    package init() {}
}
