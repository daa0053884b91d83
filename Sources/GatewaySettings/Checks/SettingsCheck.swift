internal import GatewayCore

/// What `pullcord check` says about good settings.
package enum SettingsCheck {
    /// A few lines for people: what was understood.
    package static func summary(_ settings: Settings) -> [String] {
        let plan = settings.plan
        let emergencies = plan.rules.count { $0.common.priority == .emergency }
        var lines = [
            "home \(plan.home.id): "
                + [
                    count(plan.home.devices.count, "device"),
                    count(plan.rules.count, "rule") + " (\(emergencies) for emergencies)",
                    count(plan.contacts.count, "contact"), count(plan.channels.count, "channel"),
                    count(plan.home.outputs.count, "output"), count(settings.intakes.count, "intake"),
                ].joined(separator: ", ")
        ]
        for priority in Priority.allCases.reversed() {
            guard let id = plan.escalationByPriority[priority],
                let escalation = plan.escalations.first(where: { $0.id == id })
            else { continue }
            lines.append("\(priority.rawValue): " + ladder(escalation, plan))
        }
        if emergencies == 0 { lines.append("nothing in this home calls for help yet: no rule is for emergencies") }
        lines += settings.packs.map(\.sentence)
        let unsupervised = plan.home.devices.filter { $0.supervision == .none }.map(\.id.name)
        if !unsupervised.isEmpty {
            lines.append("not supervised, press them now and then: " + unsupervised.joined(separator: ", "))
        }
        lines.append("read from " + count(settings.sources.count, "file") + ", digest \(settings.digest)")
        return lines
    }

    /// "Anna (daughter), after 1m Mill Valley, after 2m siren, again every 2m to 30m".
    private static func ladder(_ escalation: Escalation, _ plan: Plan) -> String {
        var text = ""
        var wait: Duration?
        for rung in escalation.rungs {
            let names = rung.contacts.compactMap { plan.contact($0)?.name }.joined(separator: " and ")
            text += wait.map { ", after \(DurationText.write($0)) " } ?? ""
            text += names
            wait = rung.wait
        }
        if !escalation.lastAction.isEmpty, let wait {
            text +=
                ", after \(DurationText.write(wait)) " + escalation.lastAction.map(\.name).joined(separator: " and ")
        }
        return text
            + ", again every \(DurationText.write(escalation.repeatAfter))"
            + " to \(DurationText.write(escalation.repeatLimit))"
    }

    /// "2 errors, 1 warning".
    package static func tally(_ problems: [Problem]) -> String {
        let errors = problems.count { $0.severity == .error }
        return count(errors, "error") + ", " + count(problems.count - errors, "warning")
    }

    private static func count(_ number: Int, _ word: String) -> String {
        "\(number) \(word)\(number == 1 ? "" : "s")"
    }
}
