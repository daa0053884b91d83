import GatewayCore

/// Every bound of this target in one place, each with its reason.
package enum DecodingLimits {
    /// One device's JSON message. Zigbee2MQTT's are below 2 KiB; a larger one is not a device's.
    package static let messageBytes = 65_536
    /// Members of one object. The richest device of Zigbee2MQTT's converters has below 200.
    package static let members = 512
    /// How far a profile's pointer may reach into an array; elements before it must be stepped over.
    package static let arrayIndex = 64
    /// A message that is nothing but the word on or off; the longest of any dialect has a few letters.
    static let outputWordBytes = 64
    /// How often a receiver at a serial port is asked whether it is still there; it has as long for its answer. Its
    /// devices may be silent for days, and nobody would know that it has hung.
    package static let serialCanary = Duration.minutes(5)
    /// One line of JSON on a serial port.
    package static let lineBytes = 4_096
    /// Parts of an RFLink line. The richest weather station has a dozen, and a torn line two lines' worth.
    static let rflinkParts = 64
    /// A telegram of a meter. Those with the most M-Bus devices and a full failure log stay below 4 KiB.
    package static let dsmrBytes = 16_384
    /// Values of one parenthesised kind in a line of a telegram: a peak of each of 13 months has 41.
    static let dsmrGroups = 64
    /// An oximeter sends sixty frames a second, and a pulse changes with the beat: profiles see one a second.
    static let oximeterInterval = Duration.seconds(1)
    /// Bytes of different frames lie 16 ms apart; what stays unfinished for this long is torn.
    static let oximeterIdle = Duration.milliseconds(500)
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
    /// Places of unexplained values named in one decoded arrival; the count goes on.
    package static let unmappedNames = 16
    /// A place of an unexplained value that is named. A longer one is no name.
    package static let nameBytes = 96
    /// A message that is one word: states and numbers. Longer ones are not devices' values.
    package static let wordBytes = 256
    /// A message in hexadecimal digits: six bytes are one number that a double holds exactly.
    package static let hexDigits = 12
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
    /// How deep a JSON value without a profile may be nested. The deepest known, an announcement of Zigbee2MQTT,
    /// has eight levels.
    package static let depth = 32
    /// MQTT 3.1.1, section 1.5.3: the length of a topic is written in two bytes.
    package static let topicBytes = 65_535
    /// Statements of one message. A Tasmota hub with twenty BLE sensors makes below 100.
    package static let statements = 512
    /// Things that announcements may teach one reader. A home with 200 Zigbee devices announces below 3000.
    package static let announcements = 4_096
    /// A template that is only a path is below 100; Zigbee2MQTT's longest, which is none, has 1500.
    package static let templateBytes = 1_024
    /// Senders that are named when somebody listens for devices. A home has below 100; neighbours' radio adds some.
    package static let speakers = 512
    /// The newest arrivals of one sender that profiles are tried on: a press with its copies, a report on some topics.
    static let heardArrivals = 16
    /// What one sender said, as shown to a person.
    static let heardStatements = 16
}
