import GatewayCore

/// Every bound of the protocols in one place, each with its reason.
package enum AlarmProtocolLimits {
    /// An envelope longer than this is not one of ours: `Limits` keeps a message's evidence and story small.
    package static let envelopeBytes = 65_536
    /// DC-09 writes a frame's length as `0LLL`, three hexadecimal digits.
    package static let dc09Length = 0xFFF
    /// LF, four digits of CRC, four of length, the counted part and CR.
    package static let dc09FrameBytes = 1 + 4 + 4 + dc09Length + 1
    /// Bytes outside frames that are kept to tell a bare `"NAK"` from noise.
    package static let dc09JunkBytes = 64
    /// DC-09 numbers messages 0001 to 9999.
    package static let dc09Sequences = 1...9_999
    /// Deliveries whose sequence number is remembered, so that a repeat carries the number of the first.
    package static let dc09RememberedSequences = 256
    /// Standard Webhooks 1.0.0: a symmetric secret has 24 to 64 bytes.
    package static let webhookSecretBytes = 24...64
    /// Standard Webhooks' usual window for a signature's time stamp.
    package static let webhookTolerance = Duration.minutes(5)
    /// Signatures looked at in one header; a rotation of keys needs two.
    package static let webhookSignatures = 8
    /// A NAK's clock further off than this is not a clock, and is not followed.
    package static let dc09ClockOffset = Limits.longestOutage
    /// Of a digest that names a thing of the home: with 64 bits no two of a home's things share a name by chance.
    static let keyBytes = 8
    /// Commands of Home Assistant in `homeAssistantPeriod`. A person presses a few times; what presses more often is
    /// an automation gone wild, and must not cancel every call for help that comes.
    package static let homeAssistantCommands = 6
    package static let homeAssistantPeriod = Duration.minutes(10)
    /// Entities that are gone and still told as gone, so that a Home Assistant that was off meanwhile learns of it:
    /// twice those of a home's listed devices.
    package static let homeAssistantRemoved = 4 * Limits.listedDevices
}
