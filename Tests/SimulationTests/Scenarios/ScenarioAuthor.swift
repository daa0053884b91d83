internal import GatewayCore
internal import Simulation

/// Writes scenarios of everything that a scenario can say, from a seed.
struct ScenarioAuthor {
    private var chance: Chance

    init(seed: UInt64) {
        chance = Chance(seed: seed)
    }

    mutating func scenario() -> Scenario {
        let days = 1 + Int(chance.below(30))
        let name = chance.happens(perMille: 300) ? pick(["A call", "\u{E9}t\u{E9}, #2", "-"]) : nil
        var scenario = Scenario(
            name: name, seed: chance.next(), days: days,
            begins: Scenario.Date(
                year: 2025 + Int(chance.below(25)), month: 1 + Int(chance.below(12)), day: 1 + Int(chance.below(28))),
            settings: Int(chance.below(5)), peopleAnswer: chance.happens(perMille: 500),
            hasEverydayLife: chance.happens(perMille: 500), endsQuietly: chance.happens(perMille: 500))
        for _ in 0..<chance.below(60) {
            scenario.steps.append(Scenario.Step(at: time(days), incident: incident()))
        }
        for _ in 0..<chance.below(4) {
            let from = time(days)
            scenario.stillness.append(
                Scenario.Stillness(from: from, to: from + chance.duration(.milliseconds(1) ... .hours(24))))
        }
        for _ in 0..<chance.below(10) {
            let from = time(days)
            let span = chance.happens(perMille: 500) ? chance.duration(.milliseconds(1) ... .hours(24)) : .zero
            scenario.expectations.append(Expectation(from: from, to: from + span, what: expected()))
        }
        scenario.steps.sort { $0.at < $1.at }
        scenario.stillness.sort { $0.from < $1.from }
        scenario.expectations.sort { $0.from < $1.from }
        return scenario
    }

    /// The text with letters changed, lost, doubled and put elsewhere.
    mutating func spoiled(_ text: String) -> String {
        var bytes = Array(text.utf8)
        for _ in 0...chance.below(8) where !bytes.isEmpty {
            let place = Int(chance.below(Int64(bytes.count)))
            switch chance.below(4) {
            case 0: bytes[place] = UInt8(chance.below(256))
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(bytes[place], at: place)
            default: bytes.removeSubrange(place..<min(bytes.count, place + Int(chance.below(40))))
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func time(_ days: Int) -> Duration {
        .days(chance.below(Int64(days))) + .milliseconds(chance.below(86_400_000))
    }

    private mutating func pick<Thing>(_ things: [Thing]) -> Thing { things[Int(chance.below(Int64(things.count)))] }

    private mutating func length() -> Duration { chance.duration(.zero ... .days(4_000)) }

    private mutating func radio() -> Incident.Radio {
        switch chance.below(4) {
        case 0: .lost
        case 1: .doubled(after: length())
        case 2: .late(length())
        default: .clear
        }
    }

    private mutating func incident() -> Incident {
        let contact = ContactID(pick(["anna", "bert", "centre"]))
        switch chance.below(21) {
        case 18: return .closing(contact, pick(AlertOutcome.choices.filter { $0 != .attended }))
        case 19:
            let answer = pick(Incident.Answer.allCases)
            let outcome = answer == .closes ? pick(AlertOutcome.choices) : .attended
            return .answering(contact, Incident.StandingAnswer(answer, outcome: outcome, after: length()))
        case 20: return .deviceSilent(DeviceID("door"), length())
        case 0: return .event(DeviceID("pendant"), pick([.helpCall, .cancel, .testPress]), radio())
        case 1: return .event(DeviceID("cord"), .helpCall, radio())
        case 2: return .state(DeviceID("door"), .open, chance.happens(perMille: 500), radio())
        case 3:
            let quantity = Quantity(thousandths: chance.below(200_000) - 100_000)
            return .number(DeviceID("thermometer"), .temperature, quantity, radio())
        case 4: return .okay
        case 5: return .away(length())
        case 6: return .answer(contact, pick(Incident.Answer.allCases))
        case 7: return .unanswering(contact, length())
        case 8: return .brokerDown(length(), forgets: chance.happens(perMille: 500), of: pick([nil, IntakeID("broker")]))
        case 9: return .bridgeDown(length(), of: pick([nil, BridgeID("zigbee")]))
        case 10: return .serialGone(length(), of: pick([nil, IntakeID("serial")]))
        case 11: return .copies
        case 12: return .channel(ChannelID("centre"), pick(Incident.ChannelFault.allCases), length())
        case 13: return .disk(pick([.full, .io]), length())
        case 14: return .powerCut(powerCut())
        case 15: return .clockStep(chance.happens(perMille: 500) ? length() : .zero - length())
        case 16: return .reload(Int(chance.below(5)))
        default: return chance.happens(perMille: 500) ? .stall(length()) : .suspend(length())
        }
    }

    private mutating func powerCut() -> Incident.PowerCut {
        Incident.PowerCut(
            place: pick(Incident.PowerCut.Place.allCases), effects: Int(chance.below(9)), outage: length(),
            restart: pick(Incident.PowerCut.Restart.allCases),
            settings: chance.happens(perMille: 500) ? Int(chance.below(5)) : nil,
            losesLedger: chance.happens(perMille: 500))
    }

    private mutating func sharedData() -> SharedData { SharedData(rawValue: 1 + Int(chance.below(63))) }

    private mutating func expected() -> Expectation.What {
        let kind: Expectation.Subject =
            chance.happens(perMille: 300) ? .rule(RuleID("pendant")) : .kind(pick(AlertKind.allCases))
        let contact = ContactID(pick(["anna", "bert", "centre"]))
        switch chance.below(15) {
        case 8: return .noAlert(nil)
        case 9: return .toldWith(contact, sharedData())
        case 10: return .neverTold(contact, sharedData())
        case 11: return .toldWords(contact, pick(["Help call", "a, b # c"]))
        case 12: return .saidWords("All right.")
        case 13: return .output(OutputID("siren"), isOn: chance.happens(perMille: 500))
        case 14: return .lastAction(kind)
        case 0: return .alert(kind, nil)
        case 1: return .alert(kind, pick(Expectation.AlertName.allCases))
        case 2: return .noAlert(kind)
        case 3: return .nothingRaised
        case 4: return .told(contact, pick(MessageKind.allCases), chance.happens(perMille: 500) ? kind : nil)
        case 5: return .notTold(contact)
        case 6: return .rung(1 + Int(chance.below(9)), kind)
        default: return .said(pick(FeedbackStage.allCases))
        }
    }
}
