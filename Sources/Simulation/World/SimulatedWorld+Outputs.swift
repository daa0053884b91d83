internal import GatewayCore

// What outputs do that say what they did.
extension SimulatedWorld {
    /// An output that is asked answers, unless it is silent or nothing gets through.
    mutating func answer(_ output: OutputID, isOn: Bool) {
        guard let connection = connection(of: output), connection.confirmation != nil, getsThrough(connection),
            !isSilent(output)
        else { return }
        after(SimulationLimits.outputAnswers, .outputSays(OutputReport(output: output, isOn: isOn)))
    }

    mutating func hear(_ report: OutputReport) {
        guard let connection = connection(of: report.output), getsThrough(connection), !isSilent(report.output) else {
            return
        }
        turn(.output(report))
    }

    private func connection(of output: OutputID) -> Output.Connection? {
        plans[settings]?.home.output(output)?.connection
    }

    private func getsThrough(_ connection: Output.Connection) -> Bool {
        connection.intake.map { !broker.down.contains($0) } ?? false
    }

    /// A scenario says so of it as of a device.
    private func isSilent(_ output: OutputID) -> Bool { silent[DeviceID(output.name)].map { time < $0 } ?? false }
}
