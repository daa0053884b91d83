/// Where a message says when what it tells happened, and how far that is believed.
package struct DeviceClock: Hashable, Sendable {
    package enum Form: String, Codable, CaseIterable, Sendable {
        /// With its zone: "2026-04-17T15:33:20Z".
        case iso8601
        /// Seconds since 1970.
        case unix
        /// Milliseconds since 1970.
        case unixMilliseconds = "unix_ms"
    }

    /// A JSON pointer, in the message of each topic that has it.
    package var path: String
    package var form: Form
    /// How long ago it may be.
    package var past: Duration
    /// How far ahead it may be.
    package var future: Duration

    package init(
        path: String, form: Form, past: Duration = DecodingLimits.timeBehind,
        future: Duration = DecodingLimits.timeAhead
    ) {
        self.path = path
        self.form = form
        self.past = past
        self.future = future
    }
}
