package import GatewayCore

/// A real message of a device model and what it must decode to. Run as a test for every shipped profile.
package struct ProfileSample: Hashable, Sendable {
    /// Relative to the device's own topic; nil for the main topic, or that of the first field.
    package var topic: String?
    /// What follows the device's own topic ("/availability"); empty for the topic itself and for frames.
    package var topicSuffix: String
    /// Text, or hexadecimal for frames.
    package var payload: String
    package var isRetained: Bool
    /// It comes this long after the sample before, to the same gateway; nil for one that knows nothing yet.
    package var follows: Duration?
    /// How many of its values must be refused.
    package var refused: Int
    package var expected: [Expected]

    package struct Expected: Hashable, Sendable {
        package var capability: Capability
        package var value: ReadingValue

        package init(capability: Capability, value: ReadingValue) {
            self.capability = capability
            self.value = value
        }
    }

    package init(
        topic: String? = nil, topicSuffix: String = "", payload: String, isRetained: Bool = false,
        follows: Duration? = nil, refused: Int = 0, expected: [Expected]
    ) {
        self.topic = topic
        self.topicSuffix = topicSuffix
        self.payload = payload
        self.isRetained = isRetained
        self.follows = follows
        self.refused = refused
        self.expected = expected
    }
}
