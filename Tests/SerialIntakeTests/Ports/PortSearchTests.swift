import GatewayCore
import Testing

@testable import SerialIntake

struct PortSearchTests {
    private static let receiver = SerialPort(
        node: "/dev/ttyUSB0", serial: "RFXCOM_RFXtrx433_A1", interface: "00", path: "pci-0:1", vendor: "0403",
        product: "6001", texts: ["RFXCOM", "RFXtrx433"])
    private static let adapter = SerialPort(
        node: "/dev/ttyUSB1", serial: "1a86_USB_Serial", interface: "00", path: "pci-0:2", vendor: "1a86",
        product: "7523", texts: ["USB Serial"])
    private static let twin = SerialPort(
        node: "/dev/ttyUSB2", serial: "1a86_USB_Serial", interface: "00", path: "pci-0:3", vendor: "1a86",
        product: "7523", texts: ["USB Serial"])
    private static let doubleFirst = SerialPort(
        node: "/dev/ttyUSB3", serial: "FTDI_Dual_X", interface: "00", path: "pci-0:4:1.0", vendor: "0403",
        product: "6010")
    private static let doubleSecond = SerialPort(
        node: "/dev/ttyUSB4", serial: "FTDI_Dual_X", interface: "01", path: "pci-0:4:1.1", vendor: "0403",
        product: "6010")
    private static let all = [receiver, adapter, twin, doubleFirst, doubleSecond]

    private func find(_ binding: SerialConnection.Binding, among ports: [SerialPort] = all) -> PortSearch {
        PortSearch.find(binding, among: ports) { $0 == ($1 == "/dev/link" ? "/dev/ttyACM0" : $1) }
    }

    @Test(arguments: [
        (SerialConnection.Binding.serial("RFXCOM_RFXtrx433_A1", interface: nil), receiver),
        (.serial("RFXCOM_RFXtrx433_A1", interface: "00"), receiver),
        (.serial("FTDI_Dual_X", interface: "01"), doubleSecond),
        (.path("pci-0:3"), twin),
        (.product(vendor: "0403", product: "6001"), receiver),
        (.file("/dev/ttyS0"), SerialPort(node: "/dev/ttyS0")),
    ])
    func `a binding finds its port`(binding: SerialConnection.Binding, port: SerialPort) {
        #expect(find(binding) == .found(port))
    }

    @Test(arguments: [
        (SerialConnection.Binding.serial("RFXCOM", interface: nil), "No serial port with serial RFXCOM is plugged in."),
        (.serial("FTDI_Dual_X", interface: "02"), "No serial port with serial FTDI_Dual_X interface 02 is plugged in."),
        (.path("pci"), "No serial port with path pci is plugged in."),
        (.product(vendor: "0403", product: "7523"), "No serial port with product 0403:7523 is plugged in."),
    ])
    func `a part of a name finds nothing`(binding: SerialConnection.Binding, reason: String) {
        #expect(find(binding) == .absent(reason: reason))
    }

    @Test func `twins are named both, with the way to tell them apart`() {
        let reason =
            "2 serial ports have serial 1a86_USB_Serial: /dev/ttyUSB1 (path pci-0:2), /dev/ttyUSB2 (path pci-0:3). "
            + "Bind by path, such as pci-0:2, to tell them apart."
        #expect(find(.serial("1a86_USB_Serial", interface: nil)) == .refused(reason: reason))
    }

    @Test func `the ports of one adapter are told apart by their interface`() {
        let reason =
            "2 serial ports have serial FTDI_Dual_X: /dev/ttyUSB3 (path pci-0:4:1.0), /dev/ttyUSB4 (path pci-0:4:1.1). "
            + "Name the interface, such as 00."
        #expect(find(.serial("FTDI_Dual_X", interface: nil)) == .refused(reason: reason))
    }

    // Strings and ids as the makers ship them (usb.ids 2025.07.26).
    @Test(arguments: [
        SerialPort(node: "/dev/ttyACM0", serial: "dresden_elektronik_ConBee_II_DE1", path: "p"),
        SerialPort(node: "/dev/ttyACM0", path: "p", vendor: "1cf1", product: "0030"),
        SerialPort(node: "/dev/ttyACM0", path: "p", vendor: "0658", product: "0200"),
        SerialPort(
            node: "/dev/ttyACM0", serial: "Nabu_Casa_ZWA-2_80B54EE5", path: "p", vendor: "303a", product: "4001"),
        SerialPort(
            node: "/dev/ttyACM0", path: "p", vendor: "10c4", product: "ea60",
            texts: ["ITead", "Sonoff Zigbee 3.0 USB Dongle Plus"]),
        SerialPort(node: "/dev/ttyACM0", path: "p", texts: ["Nabu Casa", "SkyConnect v1.0"]),
        SerialPort(node: "/dev/ttyACM0", path: "p", texts: ["Home Assistant Connect ZBT-1"]),
        SerialPort(node: "/dev/ttyACM0", path: "p", texts: ["Z-Wave Stick"]),
    ])
    func `a stick of a bridge's is refused whatever names it`(port: SerialPort) throws {
        for binding in [.path("p"), .file("/dev/ttyACM0"), .file("/dev/link")] as [SerialConnection.Binding] {
            guard case .refused(let reason) = find(binding, among: [port]) else {
                Issue.record("\(binding) found \(port.node).")
                continue
            }
            #expect(reason.contains("Zigbee or Z-Wave stick"))
            #expect(reason.contains("/dev/ttyACM0"))
        }
    }

    @Test func `a general chip that such sticks also use is not refused`() {
        // CP2102 and FT-X are in ESP boards and in the RFXtrx433XL as well.
        for (vendor, product) in [("10c4", "ea60"), ("0403", "6015"), ("303a", "4001")] {
            let port = SerialPort(node: "/dev/ttyUSB0", path: "p", vendor: vendor, product: product)
            #expect(find(.product(vendor: vendor, product: product), among: [port]) == .found(port))
        }
    }

    @Test func `a bridge's stick beside the wanted port makes nothing ambiguous`() {
        let zigbee = SerialPort(
            node: "/dev/ttyUSB9", path: "p9", vendor: "10c4", product: "ea60", texts: ["Sonoff Zigbee 3.0"])
        let own = SerialPort(node: "/dev/ttyUSB8", path: "p8", vendor: "10c4", product: "ea60", texts: ["CP2102"])
        #expect(find(.product(vendor: "10c4", product: "ea60"), among: [own, zigbee]) == .found(own))
    }
}
