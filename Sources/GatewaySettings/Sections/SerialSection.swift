internal import GatewayCore

// `intakes: {…: {serial: …}}`: how a port is found and opened.
extension SettingsBuilder {
    /// Speeds that termios knows and receivers use.
    private static let speeds = [
        1_200, 2_400, 4_800, 9_600, 19_200, 38_400, 57_600, 115_200, 230_400, 460_800, 921_600,
    ]
    /// Of most receivers: what is checked where no protocol says its own.
    private static let speed = 115_200
    /// Words in the names of sticks that belong to a Zigbee or Z-Wave program.
    private static let foreign = ["zigbee", "z-wave", "zwave", "conbee", "sonoff", "skyconnect"]

    func serialPort(_ table: Table<SerialShape>) -> SerialConnection? {
        let binding = binding(table)
        let serialProtocol = table.serialProtocol
        let speed = table.speed ?? serialProtocol?.usualSpeed ?? Self.speed
        if !Self.speeds.contains(speed) {
            reading.log.error(
                .badSpeed, table.place(of: "speed"), "no serial port runs at \(speed)",
                hint: "possible: " + Self.speeds.map(String.init).joined(separator: ", "))
        }
        let dataBits = table.dataBits
        let parity = table.parity?.core ?? (serialProtocol == .cms50 ? .odd : .none)
        let stopBits = table.stopBits
        table.finish()
        guard let binding, let serialProtocol else { return nil }
        return SerialConnection(
            binding: binding, serialProtocol: serialProtocol, speed: speed, dataBits: dataBits, parity: parity,
            stopBits: stopBits)
    }

    private func binding(_ table: Table<SerialShape>) -> SerialConnection.Binding? {
        let shape = table.shape
        let given = [shape.usbSerial, shape.usbPath, shape.usbProduct, shape.file].compactMap { setting in
            table.read(setting).map { (key: setting.note.name, text: $0) }
        }
        let interface = table.usbInterface
        guard let first = given.first else {
            if !SerialShape.bindings.contains(where: table.has) {
                reading.log.error(
                    .noPort, table.place, "\(table.what) does not say which port it is",
                    hint: "best `usb_serial`; else `usb_path`, `usb_product` or `file`")
            }
            return nil
        }
        guard given.count == 1 else {
            reading.log.error(
                .portNamedTwice, table.place,
                "\(table.what) names its port twice, by `\(given[0].key)` and `\(given[1].key)`",
                hint: "keep the first")
            return nil
        }
        let place = table.place(of: first.key)
        if Self.foreign.contains(where: first.text.lowercased().contains) {
            reading.log.error(
                .foreignStick, place, "`\(first.text)` is a Zigbee or Z-Wave stick, which belongs to its own program",
                hint: "read its devices over MQTT")
        }
        switch first.key {
        case "usb_serial": return .serial(first.text, interface: interface)
        case "usb_path": return .path(first.text)
        case "usb_product": return product(first.text, at: place)
        default:
            guard first.text.hasPrefix("/") else {
                reading.log.error(
                    .notADeviceFile, place, "`\(first.text)` is not a device file", hint: "such as `/dev/ttyUSB0`")
                return nil
            }
            if first.text.hasPrefix("/dev/ttyUSB") || first.text.hasPrefix("/dev/ttyACM") {
                reading.log.warning(
                    .unstablePort, place, "`\(first.text)` may be another device after the next start",
                    hint: "bind it by `usb_serial`; `udevadm info \(first.text)` shows ID_SERIAL")
            }
            return .file(first.text)
        }
    }

    private func product(_ text: String, at place: Place) -> SerialConnection.Binding? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let isHex = parts.allSatisfy { part in
            part.utf8.count == 4
                && part.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        }
        guard parts.count == 2, isHex else {
            reading.log.error(
                .notAProduct, place, "`\(text)` is not a vendor and product",
                hint: "four hex digits each, lower case: `0403:6001`")
            return nil
        }
        return .product(vendor: parts[0], product: parts[1])
    }
}
