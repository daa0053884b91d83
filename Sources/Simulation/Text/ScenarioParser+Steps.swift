internal import GatewayCore

extension ScenarioParser {
    /// The first words of what can happen.
    static let verbs = [
        "away", "bridge", "broker", "channel", "clock", "contact", "copies", "device", "disk", "mode", "no", "okay",
        "power", "press", "reload", "serial", "stall", "suspend", "visit",
    ]

    func incident(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Incident {
        guard let verb = line.next else { throw line.problem("What happens is missing.") }
        guard Self.verbs.contains(verb) else { return try reading(&line) }
        _ = line.take()
        switch verb {
        case "press": return try press(&line)
        case "device": return try reading(&line)
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
        default: return try machine(verb, &line)
        }
    }

    /// What takes a second fixed word.
    private func machine(_ verb: String, _ line: inout ScenarioLine) throws(ScenarioProblem) -> Incident {
        switch verb {
        case "broker":
            try expect("down", &line)
            return .brokerDown(try duration(&line), forgets: line.take(",", "forgets"))
        case "bridge":
            try expect("down", &line)
            return .bridgeDown(try duration(&line))
        case "serial":
            try expect("gone", &line)
            return .serialGone(try duration(&line))
        case "reload":
            try expect("settings", &line)
            return .reload(try settings(&line))
        case "power":
            try expect("cut", &line)
            return .powerCut(try powerCut(&line))
        default: throw line.problemBefore("\"no motion\" is for a span, such as 22:00-06:30.")
        }
    }

    private func expect(_ word: String, _ line: inout ScenarioLine) throws(ScenarioProblem) {
        guard line.take(word) else { throw line.problem("Here stands \"\(word)\".") }
    }

    // MARK: - Devices

    private func press(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Incident {
        let device = try device(&line)
        let capability = line.isAtEnd || line.next == "," ? .helpCall : try capability(&line, of: device, [.event])
        guard words.devices[device]?.contains(capability) ?? false else {
            throw line.problemBefore("\(device) has no \(capability.rawValue).")
        }
        return .event(device, capability, try radio(&line))
    }

    private func reading(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Incident {
        let device = try device(&line)
        let capability = try capability(&line, of: device, [.state, .number])
        guard let value = line.take() else { throw line.problem("What \(device) says is missing.") }
        if capability.kind == .state {
            guard let isOn = ["yes": true, "no": false][value.text] else {
                throw line.problemBefore("A \(capability.rawValue) is yes or no.")
            }
            return .state(device, capability, isOn, try radio(&line))
        }
        guard let quantity = Quantity(scenarioText: value.text) else {
            throw line.problemBefore("A \(capability.rawValue) is a number with at most three decimals, such as 21.5.")
        }
        return .number(device, capability, quantity, try radio(&line))
    }

    private func device(_ line: inout ScenarioLine) throws(ScenarioProblem) -> DeviceID {
        guard let word = line.take() else { throw line.problem("A device is missing.") }
        let device = DeviceID(word.text)
        guard words.devices[device] != nil else {
            let names = words.devices.map(\.key.name).sorted()
            let near = NearestWord.to(word.text, among: Self.verbs + names)
            throw line.problemBefore(
                "There is no device and no word \"\(Self.shown(word.text))\".", near.map { "Did you mean \"\($0)\"?" })
        }
        return device
    }

    private func capability(
        _ line: inout ScenarioLine, of device: DeviceID, _ kinds: [Capability.Kind]
    ) throws(ScenarioProblem) -> Capability {
        let known = (words.devices[device] ?? []).filter { kinds.contains($0.kind) }
        guard let word = line.take() else { throw line.problem("What of \(device) is missing.") }
        guard let capability = known.first(where: { $0.rawValue == word.text }) else {
            let names = known.map(\.rawValue)
            throw line.problemBefore(
                "\(device) has no \"\(Self.shown(word.text))\" here.",
                names.isEmpty ? nil : "It has \(names.joined(separator: ", ")).")
        }
        return capability
    }

    private func radio(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Incident.Radio {
        if line.isAtEnd { return .clear }
        if line.take(",", "lost") { return .lost }
        if line.take(",", "doubled", "after") { return .doubled(after: try duration(&line)) }
        if line.take(",", "late") { return .late(try duration(&line)) }
        throw line.problem("A message can be \", lost\", \", doubled after 2s\" or \", late 5m\".")
    }

    // MARK: - People and machines

    private func contact(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Incident {
        let contact = try contactName(&line)
        if line.take("silent") { return .unanswering(contact, try duration(&line)) }
        guard let word = line.take(), let answer = Incident.Answer(rawValue: word.text) else {
            throw line.problemBefore("A contact acknowledges, closes, or is silent for a time.")
        }
        return .answer(contact, answer)
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
                "There is no such visitor.", "There are \(words.visitors.map(\.name).joined(separator: ", ")).")
        }
        if line.take("comes") { return .visit(VisitorID(word.text), isHere: true) }
        if line.take("goes") { return .visit(VisitorID(word.text), isHere: false) }
        throw line.problem("A visitor comes or goes.")
    }

    func contactName(_ line: inout ScenarioLine) throws(ScenarioProblem) -> ContactID {
        guard let word = line.take(), words.contacts.contains(ContactID(word.text)) else {
            throw line.problemBefore(
                "There is no such contact.", "There are \(words.contacts.map(\.name).joined(separator: ", ")).")
        }
        return ContactID(word.text)
    }

    private func channel(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Incident {
        guard let word = line.take(), words.channels.contains(ChannelID(word.text)) else {
            throw line.problemBefore(
                "There is no such channel.", "There are \(words.channels.map(\.name).joined(separator: ", ")).")
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

extension Quantity {
    /// "21.5", "-3", "0.005": what `description` writes.
    fileprivate init?(scenarioText text: String) {
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), (1...12).contains(parts[0].utf8.count),
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }), let whole = Int64(parts[0])
        else { return nil }
        var thousandths = whole * 1_000
        if parts.count == 2 {
            guard (1...3).contains(parts[1].utf8.count), let fraction = Int64(parts[1]) else { return nil }
            thousandths += fraction * [100, 10, 1][parts[1].utf8.count - 1]
        }
        self.init(thousandths: isNegative ? -thousandths : thousandths)
    }
}
