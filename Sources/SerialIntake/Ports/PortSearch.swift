internal import GatewayCore

/// What looking for a binding among the ports of the machine came to.
enum PortSearch: Hashable, Sendable {
    case found(SerialPort)
    /// No such port is plugged in; one sentence for the installer.
    case absent(reason: String)
    /// Not to be opened, or not to be told apart from another; one sentence for the installer.
    case refused(reason: String)

    /// - Parameter isSameDevice: whether two files lead to one device.
    static func find(
        _ binding: SerialConnection.Binding, among ports: [SerialPort], isSameDevice: (String, String) -> Bool
    ) -> PortSearch {
        let candidates: [SerialPort]
        switch binding {
        case .serial(let serial, let interface):
            candidates = ports.filter { $0.serial == serial && (interface == nil || $0.interface == interface) }
        case .path(let path):
            candidates = ports.filter { $0.path == path }
        case .product(let vendor, let product):
            candidates = ports.filter { $0.vendor == vendor && $0.product == product }
        case .file(let path):
            let port = ports.first { isSameDevice($0.node, path) }
            if let reason = port.flatMap(ForeignRadio.refusal) { return .refused(reason: reason) }
            return .found(SerialPort(node: path))
        }
        return choose(among: candidates, for: name(of: binding))
    }

    private static func choose(among candidates: [SerialPort], for name: String) -> PortSearch {
        let own = candidates.filter { ForeignRadio.refusal(of: $0) == nil }
        guard let first = own.first else {
            if let reason = candidates.first.flatMap(ForeignRadio.refusal) { return .refused(reason: reason) }
            return .absent(reason: "No serial port with \(name) is plugged in.")
        }
        guard own.count > 1 else { return .found(first) }
        let places = own.map { port in port.node + (port.path.map { " (path \($0))" } ?? "") }
        let advice =
            Set(own.map(\.interface)).count == own.count
            ? "Name the interface, such as \(first.interface ?? "00")."
            : "Bind by path, such as \(first.path ?? "the path that udev gives it"), to tell them apart."
        return .refused(
            reason: "\(own.count) serial ports have \(name): \(places.joined(separator: ", ")). \(advice)")
    }

    /// "serial A1", "path pci-0", "product 0403:6001".
    static func name(of binding: SerialConnection.Binding) -> String {
        switch binding {
        case .serial(let serial, let interface):
            "serial \(serial)" + (interface.map { " interface \($0)" } ?? "")
        case .path(let path): "path \(path)"
        case .product(let vendor, let product): "product \(vendor):\(product)"
        case .file(let path): path
        }
    }
}
