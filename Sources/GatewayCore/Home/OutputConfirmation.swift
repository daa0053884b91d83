/// How a device says that it is on or off, so that the gateway knows whether it did what it was asked.
package struct OutputConfirmation: Hashable, Codable, Sendable {
    /// Where it says so.
    package struct Place: Hashable, Codable, Sendable {
        /// At a broker the topic, at a serial port the sender, as frames name it.
        package var topic: String
        /// The members on the way to the value in a JSON message; empty where the whole message is the value. Of a
        /// frame the one path of the value.
        package var path: [String]

        package init(topic: String, path: [String] = []) {
            self.topic = topic
            self.path = path
        }
    }

    package var places: [Place]
    /// The values that mean on: texts as they are, "true", "1".
    package var on: [String]
    package var off: [String]
    /// It also answers when it already was as it was asked to be. Others then say nothing, and that is no fault.
    package var answersAlways: Bool

    package init(places: [Place], on: [String], off: [String], answersAlways: Bool) {
        self.places = places
        self.on = on
        self.off = off
        self.answersAlways = answersAlways
    }
}
