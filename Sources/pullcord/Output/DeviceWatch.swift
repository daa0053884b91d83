import GatewayCore
import GatewayDaemon

/// Which readings of a report are new since the last one.
struct DeviceWatch {
    struct News: Encodable {
        var device: DeviceID
        var told: DevicesReport.Device.Latest
    }

    private let wanted: Set<DeviceID>
    private var last: [DeviceID: [DevicesReport.Device.Latest]]?

    /// - Parameter wanted: all devices, where it is empty.
    init(only wanted: Set<DeviceID>) {
        self.wanted = wanted
    }

    func unknown(in report: DevicesReport) -> DeviceID? {
        wanted.subtracting(report.devices.map(\.id)).min { $0.description < $1.description }
    }

    /// In the order in which they were told; nothing of the first report, which is what was before.
    mutating func news(
        in report: DevicesReport
    ) -> [(device: DevicesReport.Device, latest: DevicesReport.Device.Latest)] {
        let before = last
        last = Dictionary(report.devices.map { ($0.id, $0.latest) }) { first, _ in first }
        guard let before else { return [] }
        return report.devices
            .filter { wanted.isEmpty || wanted.contains($0.id) }
            .flatMap { device in
                let known = before[device.id] ?? []
                return device.latest.filter { !known.contains($0) }.map { (device: device, latest: $0) }
            }
            .sorted { $0.latest.at < $1.latest.at }
    }
}
