/// How a serial port is found and opened.
package struct SerialConnection: Hashable, Codable, Sendable {
    /// What binds the port, the most certain first.
    package enum Binding: Hashable, Codable, Sendable {
        /// udev's `ID_SERIAL`, with the interface number where an adapter has several.
        case serial(String, interface: String?)
        /// udev's `ID_PATH`: the socket it is plugged into. For adapters without a serial number.
        case path(String)
        /// Vendor and product, four lower-case hex digits each; only while exactly one such port exists.
        case product(vendor: String, product: String)
        /// A device file, for pseudo-terminals and ports that are no USB.
        case file(String)
    }

    package enum Parity: String, Codable, Sendable {
        case none, even, odd
    }

    /// How the bytes are framed and read.
    package enum SerialProtocol: String, Codable, CaseIterable, Sendable {
        case rfxtrx
        case enOcean = "enocean"
        case jsonLines = "json_lines"
    }

    package var binding: Binding
    package var serialProtocol: SerialProtocol
    /// Bits per second.
    package var speed: Int
    package var dataBits: Int
    package var parity: Parity
    package var stopBits: Int

    package init(
        binding: Binding, serialProtocol: SerialProtocol, speed: Int, dataBits: Int = 8, parity: Parity = .none,
        stopBits: Int = 1
    ) {
        self.binding = binding
        self.serialProtocol = serialProtocol
        self.speed = speed
        self.dataBits = dataBits
        self.parity = parity
        self.stopBits = stopBits
    }
}
