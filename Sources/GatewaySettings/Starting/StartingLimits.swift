/// Every bound on what is found around a home that is being set up, each with its reason: all of it comes from
/// outside.
package enum StartingLimits {
    /// Bytes of one announcement. Zigbee2MQTT describes each device in some kilobytes, and a network of its size
    /// has at most some two hundred.
    package static let announcementBytes = 4_194_304
    /// Devices of one announcement; a coordinator knows no more.
    static let devices = 250
    /// Entries of one announcement that are read; the rest is counted.
    static let entries = 1_000
    /// Bridges behind one broker.
    static let bridges = 8
    /// Properties of one device. The richest converter of Zigbee2MQTT has fewer.
    static let properties = 256
    /// Features within features of a device, as a light has them.
    static let featureDepth = 3
    /// Characters of a text of an announcement that is looked at.
    static let textLength = 256
    /// Serial ports that are written about.
    static let ports = 32
    /// How long looking at the broker may take altogether.
    package static let brokerLook = 5
}
