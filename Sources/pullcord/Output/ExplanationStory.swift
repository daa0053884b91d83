import GatewayCore
import Simulation

/// An explanation as `pullcord explain --format json` prints it. Times since it happened are in milliseconds.
struct ExplanationStory: Encodable {
    struct Rule: Encodable {
        var rule: String
        var title: String
        var kind: String
        var priority: Priority
        /// raises, is_on_trial, raises_anyway or raises_nothing.
        var outcome: String
        var afterMilliseconds: Int64?
        var why: String?
        var waits: [String]
    }

    struct Expected: Encodable {
        var expectation: String
        var isMet: Bool
        /// What it is instead.
        var found: String?
    }

    struct Step: Encodable {
        var afterMilliseconds: Int64
        var clock: String
        /// noticed, raised, said, rung, told, last_action, again, taken, over or nobody.
        var kind: String
        var rung: Int?
        var contacts: [String]?
        var waitMilliseconds: Int64?
        var contact: String?
        var channel: String?
        /// In the words of the settings.
        var shares: [String]?
        /// All that the contact learns, with a "…" for how to get in; nothing where they get an event in codes.
        var message: AlertMessage?
        /// The device's number in such an event; 0 for the home.
        var eventOfDevice: Int?
        var stage: FeedbackStage?
        var phrase: String?
        var outputs: [String]?
        var state: String?

        init(_ step: ExplainedStep, kind: String) {
            afterMilliseconds = step.after.milliseconds
            clock = step.clock
            self.kind = kind
        }
    }

    struct Raised: Encodable {
        var rule: String
        var kind: AlertKind
        var priority: Priority
        var title: String
        var detail: String?
        var isTest: Bool
        var isOnTrial: Bool
        var noticedMilliseconds: Int64
        var preAlertMilliseconds: Int64
        var told: [String]
        var steps: [Step]
    }

    var what: String
    var at: String
    var localTime: String
    var zone: String
    var mode: HomeMode
    var lastsMilliseconds: Int64?
    var rules: [Rule]
    var otherRules: [String]
    var prevented: [String]
    var anyway: [String]
    var alerts: [Raised]
    var expectations: [Expected]

    init(_ explanation: Explanation, expectations: [ExplanationExpectation]) {
        what = explanation.what
        at = explanation.at.rfc3339
        localTime = explanation.localTime
        zone = explanation.zone
        mode = explanation.mode
        lastsMilliseconds = explanation.lasts?.milliseconds
        rules = explanation.rules.map { Rule($0) }
        otherRules = explanation.otherRules.map(\.name)
        prevented = explanation.prevented.map(\.name)
        anyway = explanation.anyway.map(\.name)
        alerts = explanation.alerts.map { Raised($0) }
        self.expectations = expectations.map { expectation in
            let mismatch = expectation.mismatch(explanation)
            return Expected(expectation: expectation.text, isMet: mismatch == nil, found: mismatch?.found)
        }
    }
}

extension ExplanationStory.Rule {
    init(_ rule: ExplainedRule) {
        self.init(
            rule: rule.rule.name, title: rule.title, kind: rule.kind, priority: rule.priority, outcome: "",
            waits: rule.waits.map(\.words))
        switch rule.outcome {
        case .raises(let after): (outcome, afterMilliseconds) = ("raises", after.milliseconds)
        case .isOnTrial(let after): (outcome, afterMilliseconds) = ("is_on_trial", after.milliseconds)
        case .raisesAnyway: outcome = "raises_anyway"
        case .raisesNothing(let words): (outcome, why) = ("raises_nothing", words)
        }
    }
}

extension ExplanationStory.Raised {
    init(_ alert: ExplainedAlert) {
        self.init(
            rule: alert.source.name, kind: alert.kind, priority: alert.priority, title: alert.title,
            detail: alert.detail, isTest: alert.isTest, isOnTrial: alert.isOnTrial,
            noticedMilliseconds: alert.noticed.milliseconds, preAlertMilliseconds: alert.preAlert.milliseconds,
            told: alert.told.map(\.name), steps: alert.steps.map { ExplanationStory.Step($0) })
    }
}

extension ExplanationStory.Step {
    init(_ step: ExplainedStep) {
        switch step.what {
        case .noticed: self.init(step, kind: "noticed")
        case .raised: self.init(step, kind: "raised")
        case .said(let stage, let phrase, let outputs):
            self.init(step, kind: "said")
            self.stage = stage
            self.phrase = phrase
            self.outputs = outputs.map(\.name)
        case .rung(let rung):
            self.init(step, kind: "rung")
            self.rung = rung.number
            contacts = rung.contacts.map(\.name)
            waitMilliseconds = rung.wait.milliseconds
        case .told(let telling):
            self.init(step, kind: "told")
            contact = telling.contact.name
            channel = telling.channel.name
            shares = telling.shares
            if telling.isReceiver { eventOfDevice = telling.message.zoneNumber } else { message = telling.message }
            // That they learn how to get in is to be seen; the number of the key safe is not.
            message?.access = telling.message.access.map { _ in "…" }
        case .lastAction(let outputs, _):
            self.init(step, kind: "last_action")
            self.outputs = outputs.map(\.name)
        case .again(let limit):
            self.init(step, kind: "again")
            waitMilliseconds = limit.milliseconds
        case .taken(let contact, _, let comesBack):
            self.init(step, kind: "taken")
            self.contact = contact.name
            waitMilliseconds = comesBack.milliseconds
        case .over(let state):
            self.init(step, kind: "over")
            self.state = state
        case .nobody: self.init(step, kind: "nobody")
        }
    }
}
