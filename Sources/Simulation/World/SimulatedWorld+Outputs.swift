internal import GatewayCore

// What outputs do that say what they did.
extension SimulatedWorld {
    /// An output that is asked answers, unless it is silent or nothing gets through.
    mutating func answer(_ output: OutputID, isOn: Bool) {
        guard case .mqtt(let mqtt) = plans[settings]?.home.output(output)?.connection, mqtt.confirmation != nil,
            broker.isUp, !isSilent(output)
        else { return }
        after(SimulationLimits.outputAnswers, .outputSays(OutputReport(output: output, isOn: isOn)))
    }

    mutating func hear(_ report: OutputReport) {
        guard broker.isUp, !isSilent(report.output) else { return }
        turn(.output(report))
    }

    /// A scenario says so of it as of a device.
    private func isSilent(_ output: OutputID) -> Bool { silent[DeviceID(output.name)].map { time < $0 } ?? false }
}
