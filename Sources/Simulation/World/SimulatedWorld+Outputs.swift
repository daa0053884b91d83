internal import GatewayCore

// What outputs do that say what they did.
extension SimulatedWorld {
    /// An output that is asked answers, unless it is silent or nothing gets through.
    mutating func answer(_ output: OutputID, isOn: Bool) {
        guard let mqtt = mqttOutput(output), mqtt.confirmation != nil, !broker.down.contains(mqtt.intake),
            !isSilent(output)
        else { return }
        after(SimulationLimits.outputAnswers, .outputSays(OutputReport(output: output, isOn: isOn)))
    }

    mutating func hear(_ report: OutputReport) {
        guard let mqtt = mqttOutput(report.output), !broker.down.contains(mqtt.intake), !isSilent(report.output) else {
            return
        }
        turn(.output(report))
    }

    private func mqttOutput(_ output: OutputID) -> MQTTOutput? {
        guard case .mqtt(let mqtt) = plans[settings]?.home.output(output)?.connection else { return nil }
        return mqtt
    }

    /// A scenario says so of it as of a device.
    private func isSilent(_ output: OutputID) -> Bool { silent[DeviceID(output.name)].map { time < $0 } ?? false }
}
