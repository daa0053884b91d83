/// A serial port of this machine and what is known of the device behind it.
package struct SerialPort: Hashable, Sendable {
    /// "/dev/ttyUSB0". The kernel gives numbers in the order of plugging, so it names nothing for long.
    package var node: String
    /// udev's `ID_SERIAL`: vendor, model and serial number. Two adapters without a number share it.
    package var serial: String?
    /// udev's `ID_USB_INTERFACE_NUM`: "00".
    package var interface: String?
    /// udev's `ID_PATH`: the socket it is plugged into.
    package var path: String?
    /// Four lower-case hex digits.
    package var vendor: String?
    /// Four lower-case hex digits.
    package var product: String?
    /// What the device says about itself: manufacturer, product.
    package var texts: [String]

    package init(
        node: String, serial: String? = nil, interface: String? = nil, path: String? = nil,
        vendor: String? = nil, product: String? = nil, texts: [String] = []
    ) {
        self.node = node
        self.serial = serial
        self.interface = interface
        self.path = path
        self.vendor = vendor
        self.product = product
        self.texts = texts
    }
}
