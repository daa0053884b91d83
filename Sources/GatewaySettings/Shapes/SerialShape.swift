internal import GatewayCore

struct SerialShape: Shape {
    static let bindings = ["usb_serial", "usb_path", "usb_product", "file"]

    let about = ShapeHeading("serial port", "How a port is found and opened.", exactlyOne: bindings)

    let serialProtocol = Setting.choice(
        "protocol", SerialConnection.SerialProtocol.self, "What is spoken there."
    ).required(SerialShape.protocols)
    let usbSerial = Setting.text(
        "usb_serial", limit: SettingsLimits.textLength,
        "Found by the serial number, ID_SERIAL in `udevadm info`: best.")
    let usbInterface = Setting.text("usb_interface", "Which of several interfaces of one device, beside `usb_serial`.")
    let usbPath = Setting.text("usb_path", limit: SettingsLimits.textLength, "Found by the socket it is plugged into.")
    let usbProduct = Setting<String?>(
        "usb_product", .pattern("^[0-9a-f]{4}:[0-9a-f]{4}$", words: "vendor and product, such as `0403:6001`"),
        "Found by what it is; for a home with one of them."
    ) { $1.reading.text($0.value, name: $0.key, limit: SettingsLimits.textLength) }
    let file = Setting.text(
        "file", limit: SettingsLimits.textLength,
        "Found by its device file, which may be another after the next start.")
    let speed = Setting.integer("speed", 1_200...921_600, "In bits a second.")
        .unless("the usual one of the protocol, such as `38400` for rfxtrx; else `115200`")
    let dataBits = Setting.integer("data_bits", 7...8, "Bits of a character.").usually(8)
    let parity = Setting.choice("parity", Parity.self, "The parity bit.").unless("`odd` for cms50, else `none`")
    let stopBits = Setting.integer("stop_bits", 1...2, "Bits at the end of a character.").usually(1)

    private static let protocols =
        "possible: " + SerialConnection.SerialProtocol.allCases.map(\.rawValue).joined(separator: ", ")

    enum Parity: String, CaseIterable {
        case none, even, odd

        var core: SerialConnection.Parity {
            switch self {
            case .none: .none
            case .even: .even
            case .odd: .odd
            }
        }
    }
}
