internal import GatewayCore

/// Every bound of this target in one place, each with its reason.
package enum MQTTLimits {
    // MARK: Connection

    /// Seconds. A dead connection is seen within two of these (MQTT 5.0, 3.1.2.10); libmosquitto allows no
    /// less than 5.
    package static let keepAlive: Int32 = 10
    /// From the first packet to the broker's CONNACK. A broker that takes longer cannot carry an alarm.
    package static let connectTimeout = Duration.seconds(10)
    /// From SUBSCRIBE to the last SUBACK.
    package static let subscribeTimeout = Duration.seconds(10)
    /// The first pause between attempts; a broker that restarts is back within a second.
    package static let backOffFirst = Duration.milliseconds(200)
    /// The longest pause: a broker that comes back is found within 5 seconds.
    package static let backOffMost = Duration.seconds(5)
    /// A connection that lasted this long starts the pauses from the first again. Shorter ones do not, so
    /// that two clients with one name do not throw each other out in a tight loop.
    package static let settledAfter = Duration.seconds(10)
    /// Seconds. The broker keeps what came for us this long (MQTT 5.0, 3.1.2.11.2): a holiday with the
    /// gateway unplugged. The recommended broker settings say the same.
    package static let sessionExpiry: UInt32 = 30 * 86_400
    /// Seconds before the broker tells others that the gateway is gone; a reconnect within them says nothing.
    package static let willDelay: UInt32 = 5
    /// A packet that the broker may send (MQTT 5.0, 3.1.2.11.4) has so many times the largest message, so that
    /// one that is too large is seen and counted, and one that would fill the memory is not sent.
    package static let packetFactor = 4

    /// Where Debian and most others keep the certificates they trust.
    static let systemCertificates = "/etc/ssl/certs"

    // MARK: Receiving

    /// Messages handed over, and of the alarm session recorded, at once. libmosquitto's own way of working
    /// and one commit of the ledger are both cheap at this size, and the other session waits for no more.
    package static let batch = 64
    /// Messages of the alarm session the broker may send before it needs an acknowledgement: one batch.
    package static let alarmReceiveMaximum: Int32 = 64
    /// The same for readings; large, because they are acknowledged without a wait.
    package static let readingReceiveMaximum: Int32 = 1_024
    /// For a batch of the alarm session to be on disk; after that the broker is made to send it again. Below
    /// half of what the broker tolerates without a sign of life.
    package static let recordTimeout = Duration.seconds(5)
    /// Bytes of a topic; the standard allows 65,535, no dialect comes near this.
    package static let topicBytes = 1_024
    /// Bytes of an acknowledgement: an alert's number and a few words.
    package static let acknowledgementBytes = 1_024

    // MARK: Canary

    /// From sending the canary to its return.
    package static let canaryDeadline = Duration.seconds(10)
    /// As long as other messages come, a canary may be late by this factor: it waits behind a flood.
    package static let canaryPatience = 3
    /// Deadlines that can wait are met on whole seconds, so that one wake-up serves both sessions.
    static let sharedTick = Duration.seconds(1)

    // MARK: Looking

    /// Retained messages that one look takes; beyond it the broker keeps more than was asked for.
    static let lookedMessages = 64
    /// Messages that are taken while somebody listens for devices: a busy home publishes some ten a second.
    static let listenedMessages = 4_096
    /// How long listening waits before it looks whether it is to end; well below the keep-alive interval.
    static let listenStep = Duration.milliseconds(200)
    /// Bytes of all of them: a few lists of devices, each of the largest size.
    static let lookedBytes = 16_777_216
    /// Retained messages follow a subscription's answer at once (MQTT 5.0, 3.3.1.3): this long without any is
    /// their end.
    static let lookSettles = Duration.seconds(1)
    /// For the goodbye to leave; the broker forgets the client also without.
    static let lookGoodbye = Duration.milliseconds(100)

    // MARK: Stopping

    /// What the thread may take beyond its limit to come back from a call under way.
    static let stopGrace = Duration.milliseconds(500)

    // MARK: Publishing

    /// Publications waiting to be sent; beyond it, those that are not essential are dropped and counted. A home of
    /// `Limits.listedDevices` that is shown to Home Assistant entity by entity has some 400 at once.
    package static let queuedPublications = 1_024
    /// With essential ones. A home drives a handful of outputs, so this many is a fault of ours.
    package static let queuedEssentialPublications = 4_096
    /// Publications sent and not yet acknowledged by the broker.
    static let unacknowledgedPublications = 64
    /// Reasons told for one outage; more would be a story, not a reason.
    static let reasonsPerOutage = 4
    /// Subscriptions of one session. A home has at most `Limits.devices` devices.
    static let subscriptions = 2 * Limits.devices
}
