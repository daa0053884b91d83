internal import GatewayCore

extension ScenarioParser {
    func expectation(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Expectation.What {
        if line.take("nothing", "raised") { return .nothingRaised }
        if line.take("no", "alert") { return .noAlert(try kind(&line)) }
        if line.take("alert") { return .alert(try kind(&line), try state(&line)) }
        if line.take("told") { return try told(&line) }
        if line.take("said") { return .said(try word(&line, "a stage of feedback", FeedbackStage.allCases)) }
        if line.take("rung") {
            let rung = Int(try number(&line, 1...1_000, "the number of a rung"))
            guard line.take("of") else { throw line.problem("Here stands \"of\" and a kind of alert.") }
            return .rung(rung, try kind(&line))
        }
        throw line.problem(
            "That cannot be expected.",
            "Write \"alert KIND\", \"alert KIND raised\", \"no alert KIND\", \"nothing raised\", "
                + "\"told CONTACT raised\", \"told CONTACT nothing\", \"rung 2 of KIND\" or \"said heard\".")
    }

    private func told(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Expectation.What {
        let contact = try contactName(&line)
        if line.take("nothing") { return .notTold(contact) }
        let message = try word(&line, "a kind of message", MessageKind.allCases)
        return .told(contact, message, line.take("of") ? try kind(&line) : nil)
    }

    private func state(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Expectation.AlertName? {
        line.isAtEnd ? nil : try word(&line, "an alert's state", Expectation.AlertName.allCases)
    }

    private func kind(_ line: inout ScenarioLine) throws(ScenarioProblem) -> AlertKind {
        try word(&line, "a kind of alert", AlertKind.allCases)
    }

    /// One of the words of an enumeration.
    private func word<Word: RawRepresentable<String>>(
        _ line: inout ScenarioLine, _ what: String, _ all: [Word]
    ) throws(ScenarioProblem) -> Word {
        guard let taken = line.take() else { throw line.problem("Here stands \(what).") }
        guard let word = Word(rawValue: taken.text) else {
            let near = NearestWord.to(taken.text, among: all.map(\.rawValue))
            throw line.problemBefore(
                "\"\(Self.shown(taken.text))\" is not \(what).", near.map { "Did you mean \"\($0)\"?" })
        }
        return word
    }
}
