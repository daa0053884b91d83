internal import CUdev
internal import Glibc

/// One libudev context with its monitor: which serial ports there are, and when that changes.
///
/// libudev(3): a context must not be used by two threads at once. Its owner, `PortDirectory`, keeps it behind
/// a lock. No pointer of libudev's leaves this file.
///
/// Safe: context and monitor are owned by this value alone, live until its deinit and are used nowhere after
/// it; devices and lists are released in the function that asked for them; texts are copied. The calls below
/// are marked `unsafe` for these pointers and the C strings that Swift passes.
@safe
struct Udev: ~Copyable {
    private let context: OpaquePointer
    /// Nil where no monitor can be had; scanning still works.
    private let monitor: OpaquePointer?

    /// - Returns: nil when libudev finds no memory.
    init?() {
        guard let context = unsafe udev_new() else { return nil }
        unsafe self.context = context
        unsafe monitor = Self.receivingMonitor(context)
    }

    deinit {
        if let monitor = unsafe monitor { _ = unsafe udev_monitor_unref(monitor) }
        _ = unsafe udev_unref(context)
    }

    /// A monitor that receives from now on, so that what is plugged in after a scan is heard of.
    ///
    /// "udev" events come after rules and permissions, "kernel" ones before: too early to open the port.
    private static func receivingMonitor(_ context: OpaquePointer) -> OpaquePointer? {
        guard let monitor = unsafe udev_monitor_new_from_netlink(context, "udev") else { return nil }
        // A larger buffer needs a privilege; without it the default stays, and the regular rescan.
        _ = unsafe udev_monitor_set_receive_buffer_size(monitor, SerialLimits.monitorBufferBytes)
        guard unsafe udev_monitor_filter_add_match_subsystem_devtype(monitor, "tty", nil) >= 0,
            unsafe udev_monitor_enable_receiving(monitor) >= 0
        else {
            _ = unsafe udev_monitor_unref(monitor)
            return nil
        }
        return unsafe monitor
    }

    /// Readable when ports changed; nil without a monitor.
    var descriptor: Int32? {
        guard let monitor = unsafe monitor else { return nil }
        let descriptor = unsafe udev_monitor_get_fd(monitor)
        return descriptor >= 0 ? descriptor : nil
    }

    /// Takes the events that wait. What they say is learned from a scan: it is right also when the kernel
    /// dropped some (`ENOBUFS`).
    func drain() {
        guard let monitor = unsafe monitor else { return }
        for _ in 0..<SerialLimits.monitorEventsAtOnce {
            guard let device = unsafe udev_monitor_receive_device(monitor) else { return }
            _ = unsafe udev_device_unref(device)
        }
    }

    /// The serial ports with a device behind them, in order of their nodes.
    func scan() -> [SerialPort] {
        guard let enumeration = unsafe udev_enumerate_new(context) else { return [] }
        defer { _ = unsafe udev_enumerate_unref(enumeration) }
        guard unsafe udev_enumerate_add_match_subsystem(enumeration, "tty") >= 0,
            unsafe udev_enumerate_scan_devices(enumeration) >= 0
        else { return [] }
        var ports: [SerialPort] = []
        var entry = unsafe udev_enumerate_get_list_entry(enumeration)
        while let current = unsafe entry, ports.count < SerialLimits.ports {
            if let port = unsafe port(udev_list_entry_get_name(current)) { ports.append(port) }
            unsafe entry = udev_list_entry_get_next(current)
        }
        return ports.sorted { $0.node < $1.node }
    }

    /// The port of a path in /sys; nil for consoles and pseudo-terminals.
    private func port(_ systemPath: UnsafePointer<CChar>?) -> SerialPort? {
        guard let systemPath = unsafe systemPath,
            unsafe strstr(systemPath, "/devices/virtual/") == nil,
            let device = unsafe udev_device_new_from_syspath(context, systemPath)
        else { return nil }
        defer { _ = unsafe udev_device_unref(device) }
        guard let node = unsafe Self.text(udev_device_get_devnode(device)) else { return nil }
        func property(_ name: String) -> String? {
            unsafe Self.text(udev_device_get_property_value(device, name))
        }
        // Owned by the device: not to be released (libudev.h).
        let usb = unsafe udev_device_get_parent_with_subsystem_devtype(device, "usb", "usb_device")
        func attribute(_ name: String) -> String? {
            guard let usb = unsafe usb else { return nil }
            return unsafe Self.text(udev_device_get_sysattr_value(usb, name))
        }
        let texts = [attribute("manufacturer"), attribute("product"), property("ID_MODEL")].compactMap(\.self)
        let port = SerialPort(
            node: node,
            serial: property("ID_SERIAL")
                ?? Self.serial([attribute("manufacturer"), attribute("product"), attribute("serial")]),
            interface: property("ID_USB_INTERFACE_NUM"), path: property("ID_PATH"),
            vendor: property("ID_VENDOR_ID") ?? attribute("idVendor"),
            product: property("ID_MODEL_ID") ?? attribute("idProduct"), texts: texts)
        return port.serial == nil && port.path == nil && port.vendor == nil ? nil : port
    }

    /// What udev's usb_id makes of a device's texts, for containers, where no udevd has run it: joined by
    /// `_`, and blanks replaced by `_`.
    private static func serial(_ parts: [String?]) -> String? {
        let given = parts.compactMap(\.self)
        guard !given.isEmpty else { return nil }
        return given.map { $0.split(separator: " ").joined(separator: "_") }.joined(separator: "_")
    }

    /// A copy of libudev's text, with a bound and without what is not printed: the device wrote it.
    private static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
        guard let pointer = unsafe pointer else { return nil }
        // Safe: libudev's strings end with a zero and live as long as their device.
        let scalars = unsafe String(cString: pointer).unicodeScalars.prefix(SerialLimits.deviceTextLength)
        var text = String.UnicodeScalarView()
        for scalar in scalars {
            text.append(scalar.properties.generalCategory == .control ? "?" : scalar)
        }
        return text.isEmpty ? nil : String(text)
    }
}
