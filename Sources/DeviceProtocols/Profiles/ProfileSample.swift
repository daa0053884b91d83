package import GatewayCore

/// A real message of a device model and what it must decode to. Run as a test for every shipped profile.
package struct ProfileSample: Hashable, Sendable {
    /// What follows the device's own topic ("/availability"); empty for the topic itself and for frames.
    package var topicSuffix: String
    /// Text, or hexadecimal for frames.
    package var payload: String
    package var isRetained: Bool
    package var expected: [Expected]

    package struct Expected: Hashable, Sendable {
        package var capability: Capability
        package var value: ReadingValue

        package init(capability: Capability, value: ReadingValue) {
            self.capability = capability
            self.value = value
        }
    }

    package init(topicSuffix: String = "", payload: String, isRetained: Bool = false, expected: [Expected]) {
        self.topicSuffix = topicSuffix
        self.payload = payload
        self.isRetained = isRetained
        self.expected = expected
    }
}
