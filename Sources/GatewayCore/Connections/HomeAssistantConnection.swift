/// How the home's state is shown to Home Assistant: by MQTT discovery over one of the brokers.
package struct HomeAssistantConnection: Hashable, Codable, Sendable {
    /// How entities are announced.
    package enum Discovery: String, Codable, CaseIterable, Sendable {
        /// All in one message, as newer versions of Home Assistant read it.
        case device
        /// A message for each, as older versions read it too.
        case entities
    }

    package var intake: IntakeID
    /// The home's id, by which Home Assistant tells one gateway from another.
    package var home: String
    /// Where Home Assistant looks for announcements: "homeassistant".
    package var prefix: String
    package var discovery: Discovery
    /// The gateway's own topic at that broker; what is published stands below it.
    package var ownTopic: String
    /// What of the home may be named there. Of an alert nothing but that it is open ever goes.
    package var shares: SharedData
    /// Its buttons are listened to. Only at a broker that knows who writes.
    package var takesCommands: Bool
    /// The contact for whom its button acknowledges; nil where it has none.
    package var acknowledgesAs: ContactID?

    package init(
        intake: IntakeID, home: String, prefix: String = "homeassistant", discovery: Discovery = .device,
        ownTopic: String, shares: SharedData = [], takesCommands: Bool = false, acknowledgesAs: ContactID? = nil
    ) {
        self.intake = intake
        self.home = home
        self.prefix = prefix
        self.discovery = discovery
        self.ownTopic = ownTopic
        self.shares = shares
        self.takesCommands = takesCommands
        self.acknowledgesAs = acknowledgesAs
    }

    /// By which Home Assistant tells one gateway from another: "pullcord_flat-12". It takes letters, digits, `-`
    /// and `_` there.
    package var node: String { "pullcord_" + String(home.map { $0 == "." || $0 == "/" ? "_" : $0 }) }

    /// Where Home Assistant says that it has started.
    package var statusTopic: String { prefix + "/status" }

    /// Where all is announced in one message.
    package var deviceTopic: String { "\(prefix)/device/\(node)/config" }

    /// Below it the states stand, and its buttons are listened to.
    package var baseTopic: String { ownTopic + "/home_assistant" }

    /// What to listen to. Beside its own words these are the topics at which the broker keeps what was announced
    /// before, so that what is gone can be taken back.
    package var watchedTopics: [String] {
        [statusTopic, deviceTopic, "\(prefix)/+/\(node)/+/config"]
            + (takesCommands ? [baseTopic + "/command/+"] : [])
    }
}
