import GatewayCore

/// Every bound of this target in one place, each with its reason.
package enum DecodingLimits {
    /// One device's JSON message. Zigbee2MQTT's are below 2 KiB; a larger one is not a device's.
    package static let messageBytes = 65_536
    /// Members of one object. The richest device of Zigbee2MQTT's converters has below 200.
    package static let members = 512
    /// How far a profile's pointer may reach into an array; elements before it must be stepped over.
    package static let arrayIndex = 64
    /// One line of JSON on a serial port.
    package static let lineBytes = 4_096
    /// A line that stops growing for this long was torn; what follows begins a new one. Even 1200 bits per
    /// second bring a character every 9 ms.
    package static let lineIdle = Duration.seconds(2)
    /// The RFXtrx length byte does not count itself; the longest known packet is 28, the manual's bound 36.
    package static let rfxtrxLength = 36
    /// A frame of 37 bytes takes 10 ms at 38 400 bits per second, and an FTDI adapter hands over every 16 ms;
    /// a gap of this length is the end of what was being sent.
    package static let rfxtrxIdle = Duration.milliseconds(200)
    /// A whole ESP3 frame. Remote management, the longest, carries below 600 bytes; a length beyond is noise.
    package static let esp3Bytes = 1_024
    /// As for RFXtrx: a frame of 24 bytes takes 4 ms at 57 600 bits per second.
    package static let esp3Idle = Duration.milliseconds(200)
    /// A repeater's copy of an EnOcean telegram comes within this time; a second press has a release before it.
    package static let enOceanRepeats = Duration.milliseconds(300)
    /// The same frame with the same sequence number within this time is one frame seen twice.
    package static let sameFrame = Duration.seconds(2)
    /// Unknown addresses named in one decoded arrival; the rest shows up with the next.
    package static let strangers = 16
    /// Sentences about undecodable input in one decoded arrival; the count goes on.
    package static let sentences = 16
    /// An unknown address that is named. MQTT allows 65 535 bytes.
    package static let addressBytes = 256
    /// A device's own time may lie this far ahead: clocks drift. More is a wrong clock.
    package static let timeAhead = Duration.minutes(5)
    /// A device's own time older than this is a wrong clock or a forgotten cache.
    package static let timeBehind = Duration.days(30)
    /// Below this, a device's own time adds nothing to the arrival's.
    package static let occurredAfter = Duration.seconds(5)
    /// A first message of a device whose own time is older than this is a copy of an earlier one.
    package static let copyAfter = Duration.seconds(30)
    /// One Zigbee frame can become several publishes that carry the same `last_seen` (a press is two).
    package static let sameTransmission = Duration.seconds(2)
    /// After a bridge has come online, how long the first publish of each device can be its cached state.
    /// Zigbee2MQTT starts its extensions before it sends them, on a small board for tens of seconds.
    package static let restating = Duration.seconds(60)
}
