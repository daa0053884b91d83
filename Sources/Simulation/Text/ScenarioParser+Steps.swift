internal import GatewayCore

extension ScenarioParser {
    /// The first words of what can happen.
    static let verbs = [
        "away", "battery", "bridge", "broker", "channel", "clock", "contact", "copies", "device", "disk", "mode", "no",
        "okay", "power", "press", "reboot", "reload", "serial", "stall", "suspend", "uplink", "visit",
    ]

    /// What one line says that happens, with how much later than its time.
    func steps(_ line: inout ScenarioLine) throws(ScenarioProblem) -> [Scenario.Step] {
        guard let verb = line.next else { throw line.problem("What happens is missing.") }
        if words.contacts.contains(ContactID(verb)), let next = line.afterNext,
            Incident.Answer(rawValue: next) != nil || next == "silent" && words.devices[DeviceID(verb)] == nil
        {
            return [step(try contact(&line))]
        }
        if words.outputs.contains(OutputID(verb)), line.afterNext == "silent", words.devices[DeviceID(verb)] == nil {
            _ = line.take()
            try expect("silent", &line)
            return [step(.deviceSilent(DeviceID(verb), try duration(&line)))]
        }
        guard Self.verbs.contains(verb) else { return try readings(&line) }
        _ = line.take()
        switch verb {
        case "press": return try presses(&line)
        case "device": return try readings(&line)
        case "battery": return [step(try battery(&line))]
        case "uplink":
            try expect("down", &line)
            let duration = try duration(&line)
            return words.channels.map { step(.channel($0, .down, duration)) }
        default: return [step(try incident(verb, &line))]
        }
    }

    func step(_ incident: Incident) -> Scenario.Step { Scenario.Step(at: .zero, incident: incident) }

    private func incident(_ verb: String, _ line: inout ScenarioLine) throws(ScenarioProblem) -> Incident {
        switch verb {
        case "contact": return try contact(&line)
        case "okay": return .okay
        case "copies": return .copies
        case "away": return .away(try duration(&line))
        case "mode": return try mode(&line)
        case "visit": return try visit(&line)
        case "stall": return .stall(try duration(&line))
        case "suspend": return .suspend(try duration(&line))
        case "channel": return try channel(&line)
        case "disk": return try disk(&line)
        case "clock": return try clockStep(&line)
        case "reboot": return .powerCut(try powerCut(&line))
        default: return try machine(verb, &line)
        }
    }

    /// What takes a second fixed word.
    private func machine(_ verb: String, _ line: inout ScenarioLine) throws(ScenarioProblem) -> Incident {
        switch verb {
        case "broker":
            let broker = try one("broker", words.brokers.map(\.name), "down", &line)
            return .brokerDown(
                try duration(&line), forgets: line.take(",", "forgets"), of: broker.map { IntakeID($0) })
        case "bridge":
            let bridge = try one("bridge", words.bridges.map(\.name), "down", &line)
            return .bridgeDown(try duration(&line), of: bridge.map { BridgeID($0) })
        case "serial":
            let port = try one("serial port", words.ports.map(\.name), "gone", &line)
            return .serialGone(try duration(&line), of: port.map { IntakeID($0) })
        case "reload":
            try expect("settings", &line)
            return .reload(try settings(&line))
        case "power":
            try expect("cut", &line)
            return .powerCut(try powerCut(&line))
        default: throw line.problemBefore("\"no motion\" is for a span, such as 22:00-06:30.")
        }
    }

    /// The name of one of these before what happens to it; nil for all of them.
    private func one(
        _ what: String, _ names: [String], _ happens: String, _ line: inout ScenarioLine
    ) throws(ScenarioProblem) -> String? {
        guard !names.isEmpty else { throw line.problemBefore("The home has no \(what).") }
        guard line.afterNext == happens, let word = line.take() else {
            try expect(happens, &line)
            return nil
        }
        guard names.contains(word.text) else {
            let near = NearestWord.to(word.text, among: names).map { "Did you mean \"\($0)\"?" }
            throw line.problemBefore(
                "There is no \(what) \"\(Self.shown(word.text))\".", near ?? Self.choice(names))
        }
        try expect(happens, &line)
        return word.text
    }

    func expect(_ word: String, _ line: inout ScenarioLine) throws(ScenarioProblem) {
        guard line.take(word) else { throw line.problem("Here stands \"\(word)\".") }
    }

    // MARK: - People and machines

    private func contact(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Incident {
        let contact = try contactName(&line)
        if line.take("silent") { return .unanswering(contact, try duration(&line)) }
        guard let word = line.take(), let answer = Incident.Answer(rawValue: word.text) else {
            throw line.problemBefore("A contact acknowledges, closes, or is silent for a time.")
        }
        let outcome = answer == .closes && line.take("with") ? try outcome(&line) : nil
        if line.take("after") {
            let standing = Incident.StandingAnswer(answer, outcome: outcome ?? .attended, after: try duration(&line))
            return .answering(contact, standing)
        }
        return outcome.map { .closing(contact, $0) } ?? .answer(contact, answer)
    }

    private func outcome(_ line: inout ScenarioLine) throws(ScenarioProblem) -> AlertOutcome {
        guard let word = line.take(), let outcome = AlertOutcome.choices.first(where: { $0.rawValue == word.text })
        else {
            let names = AlertOutcome.choices.map(\.rawValue)
            throw line.problemBefore("An alert is not closed like that.", "There are \(names.joined(separator: ", ")).")
        }
        return outcome
    }

    private func mode(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Incident {
        guard let word = line.take(), let mode = HomeMode(rawValue: word.text) else {
            let names = HomeMode.allCases.map(\.rawValue).joined(separator: ", ")
            throw line.problemBefore("There is no such mode.", "There are \(names).")
        }
        try expect("for", &line)
        return .mode(mode, try duration(&line))
    }

    private func visit(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Incident {
        guard let word = line.take(), words.visitors.contains(VisitorID(word.text)) else {
            throw line.problemBefore(
                "There is no such visitor.", Self.choice(words.visitors.map(\.name)))
        }
        if line.take("comes") { return .visit(VisitorID(word.text), isHere: true) }
        if line.take("goes") { return .visit(VisitorID(word.text), isHere: false) }
        throw line.problem("A visitor comes or goes.")
    }

    func contactName(_ line: inout ScenarioLine) throws(ScenarioProblem) -> ContactID {
        guard let word = line.take(), words.contacts.contains(ContactID(word.text)) else {
            throw line.problemBefore("There is no such contact.", Self.choice(words.contacts.map(\.name)))
        }
        return ContactID(word.text)
    }

    /// The words that could stand here.
    static func choice(_ names: [String]) -> String {
        names.isEmpty ? "This home has none." : "There are \(names.joined(separator: ", "))."
    }

    private func channel(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Incident {
        guard let word = line.take(), words.channels.contains(ChannelID(word.text)) else {
            throw line.problemBefore(
                "There is no such channel.", Self.choice(words.channels.map(\.name)))
        }
        for fault in Incident.ChannelFault.allCases {
            let parts = fault.rawValue.split(separator: " ").map(String.init)
            let isIt = parts.count == 2 ? line.take(parts[0], parts[1]) : line.take(fault.rawValue)
            if isIt { return .channel(ChannelID(word.text), fault, try duration(&line)) }
        }
        let names = Incident.ChannelFault.allCases.map(\.rawValue).joined(separator: ", ")
        throw line.problem("A channel does not do that.", "It can be: \(names).")
    }

    private func disk(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Incident {
        guard let word = line.take(), let kind = LedgerError.Kind(rawValue: word.text) else {
            throw line.problemBefore("A disk is \"full\", or answers with an error: \"io\".")
        }
        return .disk(kind, try duration(&line))
    }

    private func clockStep(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Incident {
        guard let word = line.take(), let sign = word.text.first, sign == "+" || sign == "-",
            let size = ScenarioDuration.parse(word.text.dropFirst())
        else { throw line.problemBefore("A clock steps forward or back, such as +3y or -5m.") }
        return .clockStep(sign == "-" ? .zero - size : size)
    }

    private func powerCut(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Incident.PowerCut {
        var cut = Incident.PowerCut(place: .atOnce, outage: try duration(&line), restart: .reboot)
        while line.take(",") {
            if line.take("after", "deciding") {
                cut.place = .afterDeciding
            } else if line.take("after", "recording") {
                cut.place = .afterRecording
            } else if line.take("after") {
                cut.effects = Int(try number(&line, 1...1_000, "how many effects"))
                guard line.take("effects") else { throw line.problem("Here stands \"effects\".") }
            } else if line.take("while", "recording") {
                cut.place = .whileRecording
            } else if line.take("while", "acting") {
                cut.place = .whileActing
            } else if line.take("at", "once") {
                cut.place = .atOnce
            } else if line.take("of", "the", "process") {
                cut.restart = .process
            } else if line.take("with", "reboot", "without", "clock") {
                cut.restart = .rebootWithoutClock
            } else if line.take("with", "reboot") {
                cut.restart = .reboot
            } else if line.take("then", "settings") {
                cut.settings = try settings(&line)
            } else if line.take("ledger", "lost") {
                cut.losesLedger = true
            } else {
                throw line.problem(
                    "A power cut is not like that.",
                    "It can be: of the process, with reboot without clock, after deciding, while recording, "
                        + "after recording, while acting, after 2 effects, then settings 1, ledger lost.")
            }
        }
        return cut
    }
}
