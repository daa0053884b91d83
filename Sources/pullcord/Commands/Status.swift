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
        lines += living(report.living)
        for down in report.downPaths {
            lines.append("DOWN \(down.path.name) since \(down.since.wall.rfc3339): \(down.reason)")
        }
        for blind in report.blindness {
            lines.append("BLIND on \(blind.cause) since \(blind.since.rfc3339): \(meaning(of: blind))")
        }
        lines += report.damage.map { "DAMAGED \($0)" }
        for device in report.devices {
            let battery = device.battery.map { ", battery \($0) %" } ?? ""
            lines.append("\(device.id): heard \(device.heard?.rfc3339 ?? "never")\(battery)")
            let names = report.figures.unexplained.first { $0.device == device.id }?.names ?? []
            if let line = DeviceText.unexplained(names) { lines.append("  " + line) }
        }
        let figures = report.figures
        lines.append(
            "since the start: \(figures.arrivals) arrivals, \(figures.readings) readings, "
                + "\(figures.undecodable) not understood, \(figures.unmapped) values unmapped, "
                + (figures.mistimed > 0 ? "\(figures.mistimed) times not believed, " : "")
                + "\(figures.displaced) displaced, \(figures.commits) commits, \(figures.failedCommits) failed")
        lines.append("connected: \(report.connected.map(\.name).joined(separator: ", "))")
        for broker in report.brokers {
            lines.append(
                "\(broker.intake): \(broker.arrivals) messages, \(broker.oversized) too large, "
                    + "\(broker.ignored) ignored, \(broker.connections) connections")
        }
        if let buttons = report.homeAssistant {
            lines.append("Home Assistant: \(buttons.commands) commands taken, \(buttons.refused) refused")
        }
        return lines
    }

    private func living(_ living: LivingReport) -> [String] {
        var lines = ["mode: \(living.modeSentence)"]
        lines += living.visitors.map { "visit: \($0.sentence)" }
        if let presence = living.presence {
            let words =
                switch presence.state {
                case .someone: "somebody is in (\(presence.confidence) %)"
                case .nobody: "nobody is in (\(presence.confidence) %)"
                case .unknown: "unknown"
                }
            lines.append("presence: \(words), since \(presence.since.rfc3339)")
        }
        return lines
    }

    /// "front-door and bed (2 devices); The front door stands open: nobody is called when it does".
    private func meaning(of blind: StatusReport.Blindness) -> String {
        let rules = blind.rules.map { rule in
            "\(rule.title) (\(rule.isPartial ? "in part: " : "")\(rule.meaning))"
        }
        let devices = blind.devices.map(\.name).joined(separator: ", ")
        return rules.isEmpty ? "\(devices), which no rule needs" : "\(devices). " + rules.joined(separator: "; ")
    }
}
