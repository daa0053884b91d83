import GatewayCore
import GatewayDaemon
import GatewaySettings

/// Devices as lines for people.
enum DeviceText {
    typealias Device = DevicesReport.Device

    /// "front-door: the front door (Hall), heard 2026-07-01T14:05:00Z, battery 80 %, link quality 90".
    static func row(_ device: Device) -> String {
        var parts = ["\(device.id): \(device.name)" + (device.room.map { " (\($0))" } ?? "")]
        parts.append("heard \(device.heard?.rfc3339 ?? "never")")
        for capability in [Capability.battery, .batteryLow, .linkQuality, .signalLevel] {
            guard let latest = device[capability], latest.value != .state(false) else { continue }
            parts.append(capability.words(for: latest.value))
            if capability == .battery, let outlook = device.outlook { parts.append(outlook) }
        }
        parts.append(sight(device))
        return parts.joined(separator: ", ")
    }

    /// "3 members of its messages fit no field: power_on_behavior, update, update_available"; nil where all fit.
    static func unexplained(_ names: [String]) -> String? {
        guard !names.isEmpty else { return nil }
        let isFull = names.count == DaemonLimits.unexplainedNames
        let count = "\(names.count)\(isFull ? " or more" : "") \(names.count == 1 ? "member" : "members")"
        return "\(count) of its messages \(names.count == 1 ? "fits" : "fit") no field: "
            + names.joined(separator: ", ") + (isFull ? " …" : "")
    }

    /// What is in order is small, and what is not is large.
    private static func sight(_ device: Device) -> String {
        switch device.sight {
        case .seen: supervision(device.supervision)
        case .neverHeard: "NOT HEARD YET, \(supervision(device.supervision))"
        case .unavailable(let since): "UNAVAILABLE since \(since.rfc3339), says its bridge"
        case .unseen(let cause, let since): "UNSEEN since \(since.rfc3339): \(cause)"
        }
    }

    private static func supervision(_ supervision: Supervision) -> String {
        switch supervision {
        case .report(let silentAfter): "silent after \(DurationText.write(silentAfter)) is a fault"
        case .bridge: "its bridge watches it"
        case .testPress(let every): "a press is asked for every \(DurationText.write(every))"
        case .none: "its silence is not noticed"
        }
    }

    /// "2026-07-01T14:05:00Z front-door: open".
    static func line(_ latest: Device.Latest, of device: Device) -> String {
        "\(latest.at.rfc3339) \(device.id): \(latest.capability.words(for: latest.value))"
            + (latest.isCopy ? " (a copy)" : "")
    }
}
