import DemoHome
import GatewayTesting

/// Serial ports that umockdev plays, as libudev sees them.
enum MockPorts {
    static let runner = try? ProjectFolder.installed("umockdev-run")
    /// An RFXtrx433 at /dev/ttyUSB0.
    static let receiver = file("usb-serial.umockdev")

    static func file(_ name: String) -> String {
        ProjectFolder.root + "/Tests/SerialIntakeTests/Umockdev/" + name
    }
}
