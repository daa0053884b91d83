package import GatewayCore

/// Something that was seen in the demonstration home, with when.
package struct Sighting: Sendable {
    package enum What: Sendable {
        /// A word to whoever reads the time line.
        case note(String)
        /// The home or somebody in it did something: "The pendant was pressed."
        case deed(String)
        /// Something was published that the home shows: the lamp, the siren, the gateway's status.
        case published(topic: String, payload: String, isRetained: Bool)
        /// The gateway spoke a phrase.
        case said(String)
        /// A new line of an alert's story, with the alert as the gateway had it then.
        case story(Alert, StoryEntry)
        /// An alert on the desk is new or has changed.
        case desk(DeskAlert)
        /// The receiving centre has taken an event.
        case centre(CentreEvent)
        /// A program began to work, or ended.
        case program(String, ended: Int32?)
        /// A line of the gateway's log.
        case log(String)
    }

    /// Counts from 0 within one home.
    package let number: Int
    /// When it happened, since the home was made; a little before it was seen where that is known.
    package let time: Duration
    package let what: What
}
