/// A person or centre took an alert.
package struct Acknowledgement: Hashable, Codable, Sendable {
    package enum Way: String, Codable, Sendable {
        /// A signed link or the responder service's API.
        case link
        /// An MQTT topic on a broker that knows who writes to it.
        case mqtt
        /// The `pullcord` command on the box.
        case command
        /// A receiving centre's receiver, where the settings say that its acceptance commits the centre.
        case receiver
    }

    package var by: ContactID
    package var way: Way
    package var at: Moment

    package init(by: ContactID, way: Way, at: Moment) {
        self.by = by
        self.way = way
        self.at = at
    }
}
