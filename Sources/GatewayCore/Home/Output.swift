/// A thing in the home that the gateway can drive: a siren, a lamp, a chime, a voice.
package struct Output: Hashable, Codable, Sendable {
    package var id: OutputID
    package var name: String
    package var connection: Connection
    /// What it is to people; nil where the settings do not say.
    package var kind: OutputKind?
    /// How long one last action keeps it on at most; nil for until the alert is taken.
    package var limit: Duration?
    /// The stages at which it tells the person how their call stands.
    package var feedback: [FeedbackStage]

    package init(
        id: OutputID, name: String, connection: Connection, kind: OutputKind? = nil, limit: Duration? = nil,
        feedback: [FeedbackStage] = []
    ) {
        self.id = id
        self.name = name
        self.connection = connection
        self.kind = kind
        self.limit = limit
        self.feedback = feedback
    }

    package enum Connection: Hashable, Codable, Sendable {
        /// Publishes to a topic of a broker: the payload for each stage, and for on and off.
        case mqtt(MQTTOutput)
        /// Writes to a serial port: the bytes for each stage, and for on and off.
        case serial(SerialOutput)
        /// Runs a command with the spoken phrase as its last argument.
        case speech(command: [String])

        /// The broker or port by which it is reached; nil for a program.
        package var intake: IntakeID? {
            switch self {
            case .mqtt(let output): output.intake
            case .serial(let output): output.intake
            case .speech: nil
            }
        }

        /// How it says that it is on or off; nil for one that says nothing.
        package var confirmation: OutputConfirmation? {
            switch self {
            case .mqtt(let output): output.confirmation
            case .serial(let output): output.confirmation
            case .speech: nil
            }
        }
    }
}
