import ArgumentParser
import GatewayCore
import GatewayDaemon

struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show how the gateway stands.",
        discussion: "Ends with 3 when something should be looked at, with 69 when the gateway is not running."
    )

    @OptionGroup var control: ControlOptions

    func run() throws {
        guard case .status(let report) = try control.ask(.status) else { return }
        if control.json {
            try Output.json(report)
        } else {
            for line in lines(report) { Output.line(line) }
        }
        if !report.isWell { throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.lint.rawValue) }
    }

    private func lines(_ report: StatusReport) -> [String] {
        var lines = [
            "Pullcord \(report.version), home \(report.home), running since \(report.started.rfc3339)",
            "settings: \(report.settings.joined(separator: ", "))"
                + (report.runsOnKeptSettings ? " (with errors: running on the last good ones)" : ""),
            "clock: \(report.now.wall.rfc3339), \(report.now.quality.rawValue); "
                + "at home it is \(report.localTime) (\(report.zone))",
            "alerts open: \(report.openAlerts), deliveries waiting: \(report.waitingDeliveries)",
        ]
        if let until = report.awayUntil { lines.append("away until \(until.rfc3339), or until activity is seen") }
        for down in report.downPaths {
            lines.append("DOWN \(down.path.name) since \(down.since.wall.rfc3339): \(down.reason)")
        }
        lines += report.damage.map { "DAMAGED \($0)" }
        for device in report.devices {
            let battery = device.battery.map { ", battery \($0) %" } ?? ""
            lines.append("\(device.id): heard \(device.heard?.rfc3339 ?? "never")\(battery)")
        }
        let figures = report.figures
        lines.append(
            "since the start: \(figures.arrivals) arrivals, \(figures.readings) readings, "
                + "\(figures.undecodable) not understood, \(figures.unmapped) values unmapped, "
                + "\(figures.displaced) displaced, \(figures.commits) commits, \(figures.failedCommits) failed")
        lines.append("connected: \(report.connected.map(\.name).joined(separator: ", "))")
        for broker in report.brokers {
            lines.append(
                "\(broker.intake): \(broker.arrivals) messages, \(broker.oversized) too large, "
                    + "\(broker.ignored) ignored, \(broker.connections) connections")
        }
        return lines
    }
}
