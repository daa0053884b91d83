/// The serial ports of this machine as udev describes them, once. No port is opened.
package enum PortListing {
    package struct Listed: Hashable, Sendable {
        package var port: SerialPort
        /// Why it is not to be opened, as one that belongs to a Zigbee or Z-Wave program; nil when it may be.
        package var refusal: String?
    }

    /// In order of their nodes; empty also where udev cannot be asked.
    package static func all() -> [Listed] {
        guard let udev = Udev() else { return [] }
        return udev.scan().map { Listed(port: $0, refusal: ForeignRadio.refusal(of: $0)) }
    }
}
