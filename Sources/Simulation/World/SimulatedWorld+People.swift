internal import GatewayCore

extension SimulatedWorld {
    /// A responder's service has a message.
    mutating func arrive(_ letter: Letter) {
        if letter.kind == .raised { arrived.formUnion(letter.alerts) }
        for alert in letter.alerts { see(.told(letter.contact, letter.kind, alert, letter.sentence)) }
        guard letter.kind == .raised, let alert = letter.alerts.first else { return }
        let contact = letter.contact
        if let answers = standing[contact] { return prepare(answers, to: letter) }
        guard scenario.peopleAnswer else { return }
        let character = Chance.fixed(scenario.seed, 40, letter.number, below: 10)
        let soon = Duration.seconds(15 + Chance.fixed(scenario.seed, 41, letter.number, below: 300))
        let later = soon + .seconds(60 + Chance.fixed(scenario.seed, 42, letter.number, below: 1_500))
        switch isQuiet ? 0 : character {
        case 0...4:
            // Who takes one alert of a message takes all; what was done is said of each.
            after(soon, .acknowledges(alert, contact, attempt: 0))
            for alert in letter.alerts { after(later, .closes(alert, contact, attempt: 0)) }
        case 5, 6: after(soon, .acknowledges(alert, contact, attempt: 0))
        case 7: for alert in letter.alerts { after(soon, .closes(alert, contact, attempt: 0)) }
        default: break
        }
    }

    /// Who takes one alert of a message takes all; what was done is said of each.
    private mutating func prepare(_ answers: [Incident.StandingAnswer], to letter: Letter) {
        for answer in answers {
            switch answer.answer {
            case .acknowledges: after(answer.after, .acknowledges(letter.alerts[0], letter.contact, attempt: 0))
            case .closes:
                for alert in letter.alerts {
                    after(answer.after, .closes(alert, letter.contact, answer.outcome, attempt: 0))
                }
            }
        }
    }

    /// From now on; what they did before with what they were told is over, when it is of the same sort.
    mutating func agree(_ contact: ContactID, _ answer: Incident.StandingAnswer) {
        standing[contact, default: []].removeAll { $0.answer == answer.answer }
        standing[contact, default: []].append(answer)
    }

    /// A contact answers the newest open alert that they were told of, or else presumes to answer another.
    mutating func answerNewest(
        _ contact: ContactID, _ answer: Incident.Answer, outcome: AlertOutcome = .attended
    ) {
        let open = gateway?.engine.alerts.filter(\.isOpen) ?? []
        guard let id = (open.last { $0.told.contains(contact) } ?? open.last)?.id else {
            return note("\(contact) knows of nothing to answer")
        }
        switch answer {
        case .acknowledges: self.answer(.acknowledges(id, contact, attempt: 0))
        case .closes: self.answer(.closes(id, contact, outcome, attempt: 0))
        }
    }

    /// Somebody answers; who cannot get through tries again.
    mutating func answer(_ item: Item) {
        switch item {
        case .acknowledges(let alert, let contact, let attempt):
            if isUnanswering(contact) { return }
            if gateway == nil {
                retry(attempt) { .acknowledges(alert, contact, attempt: $0) }
            } else {
                note("\(contact) takes \(alert)")
                turn(.acknowledge(alert, by: contact, way: .link))
            }
        case .closes(let alert, let contact, let outcome, let attempt):
            if isUnanswering(contact) { return }
            if gateway == nil {
                retry(attempt) { .closes(alert, contact, outcome, attempt: $0) }
            } else {
                note("\(contact) closes \(alert)")
                turn(.close(alert, by: contact, outcome: outcome, note: nil))
            }
        default: break
        }
    }

    private func isUnanswering(_ contact: ContactID) -> Bool {
        !isQuiet && (unanswering[contact].map { time < $0 } ?? false)
    }

    private mutating func retry(_ attempt: Int, _ item: (Int) -> Item) {
        guard attempt < SimulationLimits.answerAttempts else { return }
        after(.minutes(1), item(attempt + 1))
    }
}
