package import GatewayCore

/// Senders that the gateway heard and nobody enrolled, for `pullcord devices enrol` where the gateway has the port.
package struct StrangersReport: Hashable, Codable, Sendable {
    package struct Stranger: Hashable, Codable, Sendable {
        package var intake: IntakeID
        /// By what it would be enrolled.
        package var address: String
        package var heard: Moment
        /// How often since the gateway began to count it.
        package var times: Int
        /// What came when it was last heard at a serial port, so that it can be read with a profile. Empty for
        /// messages of brokers, to which whoever asks can listen.
        package var bytes: [UInt8]
    }

    package var now: Moment
    /// In order of last hearing, of each intake the last `DaemonLimits.strangers`.
    package var strangers: [Stranger]
}
