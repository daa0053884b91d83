package import DeviceProtocols
package import GatewayCore

/// Everything the settings say, checked.
package struct Settings: Sendable {
    package var plan: Plan
    package var intakes: [Intake]
    /// How the arrivals of each intake are to be read, one for each.
    package var formats: [IntakeFormat]
    package var enrolled: [EnrolledDevice]
    package var gateway: GatewayOptions
    /// How the home is shown to Home Assistant; nil for not at all.
    package var homeAssistant: HomeAssistantConnection?
    /// What the home makes of the packs that it uses, in their order.
    package var packs: [PackUse] = []
    /// Tells one version of the settings from another: of the files, profiles included, secrets not.
    package var digest: String
    /// The files that were read, the root first.
    package var sources: [String]
}

/// What the gateway itself needs to know of the machine it runs on.
package struct GatewayOptions: Hashable, Sendable {
    /// Where the ledger lives.
    package var stateDirectory: String
    /// The Unix socket of the command.
    package var controlSocket: String
    /// Where the local pages and the answers of responders are served; nil for nowhere.
    package var pages: ListenAddress?

    package init(
        stateDirectory: String = "/var/lib/pullcord", controlSocket: String = "/run/pullcord/control.sock",
        pages: ListenAddress? = nil
    ) {
        self.stateDirectory = stateDirectory
        self.controlSocket = controlSocket
        self.pages = pages
    }
}

/// An address of this machine to listen on.
package struct ListenAddress: Hashable, Sendable {
    package var host: String
    package var port: Int

    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }
}
