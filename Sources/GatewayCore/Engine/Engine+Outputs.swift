// Sirens, lamps and plugs: switched, asked again where they do not answer, and off again in time.
extension Engine {
    /// Asks an output to be on or off, and waits for its word where it gives one.
    mutating func drive(_ id: OutputID, isOn: Bool) {
        decision.effects.append(.drive(id, isOn: isOn))
        guard let confirmation = confirmation(of: id) else { return }
        gateway.outputCommands?.removeAll { $0.output == id }
        isGatewayTouched = true
        decision.mustBeDurable = true
        let said = gateway.outputReports?.first { $0.output == id }?.isOn
        if !confirmation.answersAlways, said == isOn, !isDown(.output(id)) { return }
        var commands = gateway.outputCommands ?? []
        commands.append(OutputCommand(output: id, isOn: isOn, attempts: 1, due: now.boot + Limits.outputAnswers))
        gateway.outputCommands = commands
    }

    /// An output says how it is.
    mutating func take(_ report: OutputReport) {
        guard confirmation(of: report.output) != nil else { return }
        if gateway.outputReports?.contains(report) != true {
            var reports = (gateway.outputReports ?? []).filter { $0.output != report.output }
            reports.append(report)
            gateway.outputReports = reports
            isGatewayTouched = true
        }
        guard let place = gateway.outputCommands?.firstIndex(where: { $0.output == report.output }) else {
            return take(.output(report.output), .up)
        }
        // What it was before it was asked, or what somebody has made of it since.
        guard gateway.outputCommands?[place].isOn == report.isOn else { return }
        gateway.outputCommands?.remove(at: place)
        isGatewayTouched = true
        decision.mustBeDurable = true
        take(.output(report.output), .up)
    }

    // MARK: - What is due

    /// When an output is asked again or goes off by itself.
    var outputDeadline: BootTime? {
        let times = (gateway.outputCommands ?? []).compactMap(\.due) + (gateway.outputLimits ?? []).map(\.until)
        return times.min()
    }

    mutating func runDueOutputs() {
        guard let due = outputDeadline, due <= now.boot else { return }
        isGatewayTouched = true
        decision.mustBeDurable = true
        for limit in gateway.outputLimits ?? [] where limit.until <= now.boot { end(limit.output) }
        for command in gateway.outputCommands ?? [] {
            if let due = command.due, due <= now.boot { askAgain(command) }
        }
    }

    private mutating func askAgain(_ command: OutputCommand) {
        guard let place = gateway.outputCommands?.firstIndex(of: command) else { return }
        // While nothing gets through, silence is not the output's fault; it is asked once something does.
        if let intake = intake(of: command.output), isDown(.intake(intake)) {
            gateway.outputCommands?[place].due = nil
            return
        }
        if command.attempts == Limits.outputAttempts {
            let wanted = command.isOn ? "on" : "off"
            let reason = "\(outputName(command.output)) did not answer when it was switched \(wanted)"
            take(.output(command.output), .down(reason: reason))
        }
        // What was not switched on is asked with the ladder's next round. What was not switched off is not: a siren
        // that howls on is worse than a command said once more.
        let attempts = Limits.outputAttempts + (command.isOn ? 0 : Limits.outputReminders)
        guard command.attempts < attempts else {
            gateway.outputCommands?[place].due = nil
            return
        }
        gateway.outputCommands?[place].attempts += 1
        let isReminder = command.attempts >= Limits.outputAttempts
        gateway.outputCommands?[place].due = now.boot + (isReminder ? Limits.outputReminder : Limits.outputAnswers)
        decision.effects.append(.drive(command.output, isOn: command.isOn))
    }

    // MARK: - Limits

    /// Notes until when an output stays on that a last action has just switched on.
    mutating func limit(_ id: OutputID) {
        guard let limit = plan.home.output(id)?.limit else { return }
        var limits = (gateway.outputLimits ?? []).filter { $0.output != id }
        limits.append(OutputLimit(output: id, until: now.boot + limit))
        gateway.outputLimits = limits
    }

    /// Its time is over, though nobody has taken the alert: it is on again with the next last action.
    private mutating func end(_ id: OutputID) {
        forgetLimit(of: id)
        guard gateway.drivenOutputs.contains(id) else { return }
        gateway.drivenOutputs.removeAll { $0 == id }
        gateway.releasedOutputs.append(id)
        for alert in alerts where alert.isOpen && alert.ladder?.step == .lastAction {
            tell(alert.id, .note, "\(outputName(id)) has been on for as long as it may and is off.")
        }
        drive(id, isOn: false)
    }

    mutating func forgetLimit(of id: OutputID) {
        let others = (gateway.outputLimits ?? []).filter { $0.output != id }
        gateway.outputLimits = others.isEmpty ? nil : others
    }

    // MARK: - Beginning anew

    /// After a restart the outputs are made to be as they should be: a stop may have come before they were told.
    mutating func resumeOutputs() {
        let asked = gateway.outputCommands ?? []
        for output in gateway.releasedOutputs { drive(output, isOn: false) }
        let over = (gateway.outputLimits ?? []).filter { $0.until <= now.boot }.map(\.output)
        for output in gateway.drivenOutputs where !over.contains(output) { drive(output, isOn: true) }
        for command in asked
        where !gateway.releasedOutputs.contains(command.output) && !gateway.drivenOutputs.contains(command.output) {
            drive(command.output, isOn: command.isOn)
        }
    }

    /// Something gets through again: outputs that were given up are asked anew, and those behind a port that are on
    /// are told once more, as it keeps nothing for later.
    mutating func askOutputs(behind intake: IntakeID) {
        for command in gateway.outputCommands ?? []
        where command.due == nil && self.intake(of: command.output) == intake {
            drive(command.output, isOn: command.isOn)
        }
        for output in unheardOutputs(behind: intake)
        where gateway.drivenOutputs.contains(output) && !isDown(.output(output)) {
            drive(output, isOn: true)
        }
    }

    /// A port opens that did not take what an output was to be told: at a start, too, when nobody has said that it
    /// was away.
    mutating func tellMissedOutputs(behind port: IntakeID) {
        for output in unheardOutputs(behind: port) where isDown(.output(output)) {
            drive(output, isOn: gateway.drivenOutputs.contains(output))
        }
    }

    /// Those behind a serial port that say nothing, and so are not asked again.
    private func unheardOutputs(behind port: IntakeID) -> [OutputID] {
        plan.home.outputs.filter { output in
            guard case .serial(let serial) = output.connection else { return false }
            return serial.intake == port && serial.confirmation == nil
        }.map(\.id)
    }

    /// What the settings no longer have is neither waited for nor known.
    mutating func forgetVanishedOutputs() {
        let commands = (gateway.outputCommands ?? []).filter { confirmation(of: $0.output) != nil }
        let reports = (gateway.outputReports ?? []).filter { confirmation(of: $0.output) != nil }
        let limits = (gateway.outputLimits ?? []).filter { plan.home.output($0.output) != nil }
        gateway.outputCommands = commands.isEmpty ? nil : commands
        gateway.outputReports = reports.isEmpty ? nil : reports
        gateway.outputLimits = limits.isEmpty ? nil : limits
    }

    // MARK: - Looking things up

    private func confirmation(of id: OutputID) -> OutputConfirmation? {
        plan.home.output(id)?.connection.confirmation
    }

    private func intake(of id: OutputID) -> IntakeID? {
        plan.home.output(id)?.connection.intake
    }

    private func isDown(_ path: Path) -> Bool { gateway.downPaths.contains { $0.path == path } }

    private func outputName(_ id: OutputID) -> String { plan.home.output(id)?.name ?? id.name }
}
