internal import GatewayCore

extension ScenarioParser {
    func expectation(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Expectation.What {
        if line.take("nothing", "raised") || line.take("nothing", "is", "raised") { return .nothingRaised }
        if line.take("no", "alert") { return .noAlert(line.isAtEnd ? nil : try subject(&line)) }
        if line.take("alert") { return .alert(try subject(&line), try state(&line)) }
        if line.take("told") { return try told(&line) }
        if line.take("never", "told") { return .neverTold(try contactName(&line), try sharedData(&line)) }
        if line.take("said") {
            if line.isNextQuoted { return .saidWords(try quoted(&line, "what was said")) }
            return .said(try word(&line, "a stage of feedback", FeedbackStage.allCases))
        }
        if line.take("rung") {
            let rung = Int(try number(&line, 1...1_000, "the number of a rung"))
            guard line.take("of") else { throw line.problem("Here stands \"of\" and a kind of alert.") }
            return .rung(rung, try subject(&line))
        }
        if line.take("last", "action") {
            guard line.take("of") else { throw line.problem("Here stands \"of\" and a kind of alert.") }
            return .lastAction(try subject(&line))
        }
        if line.take("output") { return try output(&line) }
        throw line.problem(
            "That cannot be expected.",
            "Write \"alert KIND\", \"alert of rule NAME raised\", \"no alert KIND\", \"nothing raised\", "
                + "\"told CONTACT raised\", \"told CONTACT with access\", \"told CONTACT nothing\", "
                + "\"never told CONTACT address\", \"rung 2 of KIND\", \"output NAME on\" or \"said heard\".")
    }

    private func told(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Expectation.What {
        let contact = try contactName(&line)
        if line.take("nothing") { return .notTold(contact) }
        if line.take("with") { return .toldWith(contact, try sharedData(&line)) }
        if line.take("saying") { return .toldWords(contact, try quoted(&line, "what the message says")) }
        let message = try word(&line, "a kind of message", MessageKind.allCases)
        return .told(contact, message, line.take("of") ? try subject(&line) : nil)
    }

    /// One kind of data, or several with "and" between them.
    private func sharedData(_ line: inout ScenarioLine) throws(ScenarioProblem) -> SharedData {
        var data: SharedData = []
        repeat {
            guard let taken = line.take() else { throw line.problem("Here stands a kind of data.") }
            guard let kind = SharedData.names.first(where: { $0.0 == taken.text }) else {
                throw line.problemBefore(
                    "\"\(Self.shown(taken.text))\" is not a kind of data.", Self.choice(SharedData.names.map(\.0)))
            }
            data.insert(kind.1)
        } while line.take("and")
        return data
    }

    private func output(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Expectation.What {
        guard let word = line.take(), words.outputs.contains(OutputID(word.text)) else {
            throw line.problemBefore("There is no such output.", Self.choice(words.outputs.map(\.name)))
        }
        if line.take("on") { return .output(OutputID(word.text), isOn: true) }
        if line.take("off") { return .output(OutputID(word.text), isOn: false) }
        throw line.problem("An output is on or off.")
    }

    private func state(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Expectation.AlertName? {
        line.isAtEnd ? nil : try word(&line, "an alert's state", Expectation.AlertName.allCases)
    }

    /// A kind of alert, or "of rule NAME".
    private func subject(_ line: inout ScenarioLine) throws(ScenarioProblem) -> Expectation.Subject {
        guard line.take("of", "rule") || line.take("rule") else {
            return .kind(try word(&line, "a kind of alert", AlertKind.allCases))
        }
        guard let taken = line.take() else { throw line.problem("Here stands a rule's name.") }
        guard words.rules.contains(RuleID(taken.text)) else {
            let near = NearestWord.to(taken.text, among: words.rules.map(\.name))
            throw line.problemBefore(
                "There is no rule \"\(Self.shown(taken.text))\".", near.map { "Did you mean \"\($0)\"?" })
        }
        return .rule(RuleID(taken.text))
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
