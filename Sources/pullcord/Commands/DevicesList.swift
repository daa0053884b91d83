import ArgumentParser
import GatewayDaemon

struct DevicesList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the enrolled devices: when each was heard, its battery and signal, and whether it is seen.",
        discussion: "Ends with 3 when a device is not seen, with 69 when the gateway is not running."
    )

    @OptionGroup var control: ControlOptions

    func run() throws {
        guard case .devices(let report) = try control.ask(.devices) else { return }
        if control.json {
            try Output.json(report)
        } else {
            if report.devices.isEmpty { Output.line("No device is enrolled.") }
            for device in report.devices {
                Output.line(DeviceText.row(device))
                if let line = DeviceText.unexplained(device.unexplained) { Output.line("  " + line) }
            }
        }
        let isSeen = report.devices.allSatisfy { $0.sight == .seen || $0.sight == .neverHeard }
        if !isSeen { throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.lint.rawValue) }
    }
}
