internal import GatewayCore

// What devices say.
extension ScenarioParser {
    /// Once, or "3 times every 2s".
    func presses(_ line: inout ScenarioLine) throws(ScenarioProblem) -> [Scenario.Step] {
        let device = try device(&line)
        let isPlain = line.isAtEnd || line.next == "," || line.next == "every" || line.afterNext == "times"
        let capability = isPlain ? .helpCall : try capability(&line, of: device, [.event])
        guard words.devices[device]?.contains(capability) ?? false else {
            throw line.problemBefore("\(device) has no \(capability.rawValue).")
        }
        var times: Int64 = 1
        var every = Duration.zero
        if line.afterNext == "times" {
            times = try number(&line, 2...Int64(SimulationLimits.seriesValues), "how many times")
            try expect("times", &line)
            try expect("every", &line)
            every = try interval(&line)
        }
        let radio = line.next == "every" ? .clear : try radio(&line)
        return (0..<times).map { number in
            Scenario.Step(at: every * Int(number), incident: .event(device, capability, radio))
        }
    }

    /// "battery of door 3%".
    func battery(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Incident {
        try expect("of", &line)
        let device = try device(&line)
        guard words.devices[device]?.contains(.battery) ?? false else {
            throw line.problemBefore("\(device) does not tell how full its battery is.")
        }
        guard let word = line.take(), word.text.hasSuffix("%"),
            let quantity = Quantity(decimal: String(word.text.dropLast())),
            Capability.battery.range?.contains(quantity) ?? true
        else { throw line.problemBefore("A battery is so full: 3%.") }
        return .number(device, .battery, quantity, try radio(&line))
    }

    func readings(_ line: inout ScenarioLine) throws(ScenarioProblem) -> [Scenario.Step] {
        let device = try device(&line)
        if line.take("silent") { return [step(.deviceSilent(device, try duration(&line)))] }
        let capability = try capability(&line, of: device, [.state, .number])
        guard !line.isAtEnd, line.next != "," else { throw line.problem("What \(device) says is missing.") }
        if capability.kind == .state {
            let cause = "A \(capability.rawValue) is yes or no."
            return try series(&line, cause, ScenarioSeries.states) { .state(device, capability, $0, $1) }
        }
        let cause = "A \(capability.rawValue) is a number with at most three decimals, such as 21.5."
        return try series(&line, cause, ScenarioSeries.quantities) { .number(device, capability, $0, $1) }
    }

    /// One value, or several with how far apart they are.
    private func series<Value>(
        _ line: inout ScenarioLine, _ cause: String, _ read: (String) -> [Value?]?,
        _ incident: (Value, Incident.Radio) -> Incident
    ) throws(ScenarioProblem) -> [Scenario.Step] {
        var values: [Value?] = []
        while let word = line.next, word != ",", word != "every" {
            _ = line.take()
            guard let next = read(word) else { throw line.problemBefore(cause) }
            values += next
            guard values.count <= SimulationLimits.seriesValues else {
                throw line.problemBefore("A series has at most \(SimulationLimits.seriesValues) values.")
            }
        }
        var every = Duration.zero
        if values.count > 1 {
            guard line.take("every") else { throw line.problem("Here stands how far apart they are: every 10m.") }
            every = try interval(&line)
        }
        let isRepeated = line.next == "every"
        let radio = isRepeated ? .clear : try radio(&line)
        return values.enumerated().compactMap { number, value in
            value.map { Scenario.Step(at: every * number, incident: incident($0, radio)) }
        }
    }

    private func device(_ line: inout ScenarioLine) throws(ScenarioProblem) -> DeviceID {
        guard let word = line.take() else { throw line.problem("A device is missing.") }
        let device = DeviceID(word.text)
        guard words.devices[device] != nil else {
            let names = words.devices.map(\.key.name).sorted() + words.contacts.map(\.name)
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
}
