/// Sticks that belong to another program: opening one would break a whole radio network.
enum ForeignRadio {
    /// Parts of what such sticks say about themselves, in lower case.
    private static let words = ["zigbee", "z-wave", "zwave", "conbee", "sonoff", "skyconnect", "zbt-1", "zwa-2"]

    /// Vendor and product ids that only such sticks have (usb.ids 2025.07.26): Aeotec Z-Stick and UZB, and
    /// ConBee II. Ids of general USB chips are not here: other receivers have the same.
    private static let products: Set<[String]> = [["0658", "0200"], ["1cf1", "0030"]]

    /// Why a port must not be opened; nil when it may.
    static func refusal(of port: SerialPort) -> String? {
        let texts = (port.texts + [port.serial ?? ""]).map { $0.lowercased() }
        let isNamed = words.contains { word in texts.contains { $0.contains(word) } }
        let isKnown = products.contains([port.vendor ?? "", port.product ?? ""])
        guard isNamed || isKnown else { return nil }
        let name = port.serial ?? port.texts.joined(separator: " ")
        return "\(port.node) is a Zigbee or Z-Wave stick (\(name)), which belongs to its own bridge program; "
            + "it is not opened. Connect that bridge by MQTT instead."
    }
}
