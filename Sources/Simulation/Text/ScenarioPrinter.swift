internal import GatewayCore

/// Writes a scenario as the text of docs/SCENARIOS.md; `ScenarioParser` reads it back to the same scenario.
package enum ScenarioPrinter {
    package static func text(_ scenario: Scenario) -> String {
        var lines = header(scenario)
        var entries: [(at: Duration, text: String)] = scenario.steps.map { step in
            (step.at, "\(clock(step.at))  \(text(step.incident))")
        }
        entries += scenario.stillness.map { ($0.from, "\(clock($0.from))-\(clock($0.to))  no motion") }
        entries += scenario.expectations.map { ($0.from, "expect \(times($0))  \(text($0.what))") }
        var day: Int64 = 0
        for place in entries.indices.sorted(by: { left, right in
            entries[left].at == entries[right].at ? left < right : entries[left].at < entries[right].at
        }) {
            let entryDay = entries[place].at.wholeSeconds / 86_400 + 1
            if entryDay != day {
                day = entryDay
                lines.append("day \(day)")
            }
            lines.append(entries[place].text)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func header(_ scenario: Scenario) -> [String] {
        let begins = scenario.begins
        var lines = (scenario.name.map { ["scenario \"\($0)\""] } ?? []) + [
            "home simulated settings \(scenario.settings)",
            "seed \(scenario.seed)",
            "begins \(begins.year.padded(to: 4))-\(begins.month.padded(to: 2))-\(begins.day.padded(to: 2))",
            "days \(scenario.days)",
        ]
        if scenario.hasEverydayLife { lines.append("everyday life") }
        if scenario.peopleAnswer { lines.append("people answer") }
        if scenario.endsQuietly { lines.append("ends quietly") }
        return lines
    }

    // MARK: - Steps

    /// As a line of a scenario: "press pendant", "power cut 5m, of the process".
    package static func text(_ incident: Incident) -> String {
        switch incident {
        case .event(let device, .helpCall, let radio): "press \(device)\(suffix(radio))"
        case .event(let device, let capability, let radio): "press \(device) \(capability.rawValue)\(suffix(radio))"
        case .state(let device, let capability, let isOn, let radio):
            "\(name(device)) \(capability.rawValue) \(isOn ? "yes" : "no")\(suffix(radio))"
        case .number(let device, let capability, let quantity, let radio):
            "\(name(device)) \(capability.rawValue) \(quantity)\(suffix(radio))"
        case .okay: "okay"
        case .away(let duration): "away \(ScenarioDuration.text(duration))"
        case .mode(let mode, let duration): "mode \(mode.rawValue) for \(ScenarioDuration.text(duration))"
        case .visit(let visitor, let isHere): "visit \(visitor) \(isHere ? "comes" : "goes")"
        case .answer(let contact, let answer): "contact \(contact) \(answer.rawValue)"
        case .closing(let contact, let outcome): "contact \(contact) closes with \(outcome.rawValue)"
        case .answering(let contact, let standing):
            "contact \(contact) \(standing.answer.rawValue)"
                + (standing.answer == .closes ? " with \(standing.outcome.rawValue)" : "")
                + " after \(ScenarioDuration.text(standing.after))"
        case .deviceSilent(let device, let duration): "\(name(device)) silent \(ScenarioDuration.text(duration))"
        case .unanswering(let contact, let duration): "contact \(contact) silent \(ScenarioDuration.text(duration))"
        case .brokerDown(let duration, let forgets, let broker):
            "broker \(one(broker?.name))down \(ScenarioDuration.text(duration))\(forgets ? ", forgets" : "")"
        case .bridgeDown(let duration, let bridge):
            "bridge \(one(bridge?.name))down \(ScenarioDuration.text(duration))"
        case .serialGone(let duration, let port):
            "serial \(one(port?.name))gone \(ScenarioDuration.text(duration))"
        case .copies: "copies"
        case .channel(let channel, let fault, let duration):
            "channel \(channel) \(fault.rawValue) \(ScenarioDuration.text(duration))"
        case .disk(let kind, let duration): "disk \(kind.rawValue) \(ScenarioDuration.text(duration))"
        case .powerCut(let cut): text(cut)
        case .clockStep(let size):
            "clock \(size < .zero ? "-" : "+")\(ScenarioDuration.text(size < .zero ? .zero - size : size))"
        case .reload(let number): "reload settings \(number)"
        case .stall(let duration): "stall \(ScenarioDuration.text(duration))"
        case .suspend(let duration): "suspend \(ScenarioDuration.text(duration))"
        }
    }

    private static func text(_ cut: Incident.PowerCut) -> String {
        var text = "power cut \(ScenarioDuration.text(cut.outage))"
        if cut.restart != .reboot { text += ", \(cut.restart.rawValue)" }
        if cut.place != .atOnce { text += ", \(cut.place.rawValue)" }
        if cut.effects > 0 { text += ", after \(cut.effects) effects" }
        if let settings = cut.settings { text += ", then settings \(settings)" }
        if cut.losesLedger { text += ", ledger lost" }
        return text
    }

    private static func suffix(_ radio: Incident.Radio) -> String {
        switch radio {
        case .clear: ""
        case .lost: ", lost"
        case .doubled(let gap): ", doubled after \(ScenarioDuration.text(gap))"
        case .late(let delay): ", late \(ScenarioDuration.text(delay))"
        }
    }

    /// Nothing for all of them.
    private static func one(_ name: String?) -> String { name.map { $0 + " " } ?? "" }

    /// A device whose name is a word of the grammar is marked as one.
    private static func name(_ device: DeviceID) -> String {
        ScenarioParser.verbs.contains(device.name) ? "device \(device)" : device.name
    }

    // MARK: - Expectations

    package static func text(_ what: Expectation.What) -> String {
        switch what {
        case .alert(let subject, let state): "alert \(text(subject))\(state.map { " \($0.rawValue)" } ?? "")"
        case .noAlert(let subject): "no alert\(subject.map { " " + text($0) } ?? "")"
        case .nothingRaised: "nothing raised"
        case .told(let contact, let message, let subject):
            "told \(contact) \(message.rawValue)\(subject.map { " of " + name($0) } ?? "")"
        case .toldWords(let contact, let words): "told \(contact) saying \"\(words)\""
        case .notTold(let contact): "told \(contact) nothing"
        case .toldWith(let contact, let data): "told \(contact) with \(text(data))"
        case .neverTold(let contact, let data): "never told \(contact) \(text(data))"
        case .rung(let number, let subject): "rung \(number) of \(name(subject))"
        case .lastAction(let subject): "last action of \(name(subject))"
        case .said(let stage): "said \(stage.rawValue)"
        case .saidWords(let words): "said \"\(words)\""
        case .output(let output, let isOn): "output \(output) \(isOn ? "on" : "off")"
        }
    }

    private static func text(_ subject: Expectation.Subject) -> String {
        if case .rule = subject { "of \(name(subject))" } else { name(subject) }
    }

    private static func name(_ subject: Expectation.Subject) -> String {
        switch subject {
        case .kind(let kind): kind.rawValue
        case .rule(let rule): "rule \(rule)"
        }
    }

    private static func text(_ data: SharedData) -> String {
        SharedData.names.filter { data.contains($0.1) }.map(\.0).joined(separator: " and ")
    }

    /// "07:10" or "07:10-07:20".
    package static func times(_ expectation: Expectation) -> String {
        expectation.from == expectation.to
            ? clock(expectation.from) : "\(clock(expectation.from))-\(clock(expectation.to))"
    }

    /// The time of day: "07:10", "07:10:05", "07:10:05.25".
    static func clock(_ time: Duration) -> String {
        let nanoseconds = Int(time.nanoseconds)
        let seconds = nanoseconds / 1_000_000_000 % 86_400
        var text = "\((seconds / 3_600).padded(to: 2)):\((seconds / 60 % 60).padded(to: 2))"
        let fraction = nanoseconds % 1_000_000_000
        if seconds % 60 > 0 || fraction > 0 { text += ":\((seconds % 60).padded(to: 2))" }
        if fraction > 0 {
            var digits = fraction.padded(to: 9)
            while digits.last == "0" { digits.removeLast() }
            text += ".\(digits)"
        }
        return text
    }
}
