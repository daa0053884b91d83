internal import GatewayCore

/// Makes an explanation of what the engine decides while something is supposed to happen.
struct ExplanationObserver {
    private struct Followed {
        var id: AlertID
        var story: ExplainedAlert
        /// Where the ladder stood when it was last looked at.
        var ladder: LadderPosition?
        /// When it was over, or its ladder began again.
        var ended: BootTime?

        var isDone: Bool { ended != nil }
    }

    private let plan: Plan
    private let supposition: Supposition
    private let without: [Cause]
    private var alerts: [Followed] = []
    /// What was raised in all, whether it comes of this or not.
    private(set) var raised: [Cause] = []
    private var standings: [RuleStanding] = []
    private var mode = HomeMode.home
    private var otherRules: [RuleID] = []
    private var hasLooked = false
    private var newest = BootTime.zero

    init(_ plan: Plan, _ supposition: Supposition, without: [Cause]) {
        self.plan = plan
        self.supposition = supposition
        self.without = without
    }

    /// Every ladder has begun again, or ended, and who is to learn that has been told.
    var isDone: Bool {
        alerts.allSatisfy { $0.ended.map { newest > $0 + lingering } ?? false }
    }

    /// That an alert is over may be told a while later, together with others.
    private var lingering: Duration { plan.groupWait + .seconds(1) }

    // MARK: - Turns

    /// - Parameter isFollowed: what is newly raised still counts.
    mutating func take(_ step: SupposedHome.Step, _ home: SupposedHome, isFollowed: Bool) {
        let after = home.sinceHappening(step.moment)
        newest = step.moment.boot
        if home.isHappened, !hasLooked { look(at: home) }
        for case .alert(let alert) in step.decision.changes {
            if !raised.contains(alert.cause) { raised.append(alert.cause) }
            guard let place = place(of: alert, isFollowed && after >= .zero, after) else { continue }
            follow(alert, place, step, after)
        }
        for case .deliver(let order) in step.decision.effects { tell(order, step, after) }
    }

    /// How the rules stand when it has just happened.
    private mutating func look(at home: SupposedHome) {
        hasLooked = true
        mode = home.engine.mode
        let names = supposition.device.map { home.engine.rules(watching: $0) } ?? home.engine.ruleNames
        for standing in names.compactMap({ home.engine.standing(of: $0) }) {
            if concerns(standing) { standings.append(standing) } else { otherRules.append(standing.rule) }
        }
    }

    /// Whether a rule watches what happens, and not only something else of the device.
    private func concerns(_ standing: RuleStanding) -> Bool {
        switch supposition.happening {
        case .told(let device, let capability, _):
            // That a device is heard at all concerns its supervision, and nobody who asks what comes of a press.
            standing.kind != SilenceRule.kind.name
                && standing.watched.contains { $0.device == device && $0.capability == capability }
        case .silence, .noActivity: true
        }
    }

    private mutating func place(of alert: Alert, _ isNewCounted: Bool, _ after: Duration) -> Int? {
        if let known = alerts.firstIndex(where: { $0.id == alert.id }) { return known }
        guard isNewCounted, !without.contains(alert.cause), alerts.count < ExplanationLimits.alerts else { return nil }
        var preAlert = Duration.zero
        if case .pending(let until) = alert.state { preAlert = until - alert.learned.boot }
        let story = ExplainedAlert(
            source: alert.cause.source, kind: alert.kind, priority: alert.priority, title: alert.title,
            detail: alert.detail, isTest: alert.isTest, isOnTrial: alert.isShadow, noticed: after, preAlert: preAlert,
            steps: [])
        alerts.append(Followed(id: alert.id, story: story))
        add(.noticed, to: alerts.count - 1, alert.learned, after)
        return alerts.count - 1
    }

    private mutating func follow(_ alert: Alert, _ place: Int, _ step: SupposedHome.Step, _ after: Duration) {
        guard !alerts[place].isDone else { return }
        for case .announce(let said) in step.decision.effects where said.alert == alert.id {
            add(.said(said.stage, phrase: said.phrase, outputs: said.outputs), to: place, step.moment, after)
        }
        switch alert.state {
        case .pending: break
        case .raised: climb(alert, place, step.moment, after)
        case .acknowledged(let taken, let until):
            let comesBack = until - step.moment.boot
            let name = plan.contact(taken.by)?.name ?? taken.by.name
            add(.taken(taken.by, name: name, comesBack: comesBack), to: place, step.moment, after)
            alerts[place].ended = step.moment.boot
        case .closed, .cancelled:
            if !alert.isShadow { add(.over(state: alert.state.name), to: place, step.moment, after) }
            alerts[place].ended = step.moment.boot
        }
        if alert.isShadow, !alerts[place].isDone { alerts[place].ended = step.moment.boot }
    }

    private mutating func climb(_ alert: Alert, _ place: Int, _ moment: Moment, _ after: Duration) {
        guard !alert.isShadow else { return }
        guard let ladder = alert.ladder, let escalation = plan.escalation(ladder.escalation) else {
            add(.nobody, to: place, moment, after)
            alerts[place].ended = moment.boot
            return
        }
        let before = alerts[place].ladder
        guard before?.step != ladder.step || before?.round != ladder.round else { return }
        alerts[place].ladder = ladder
        if before == nil, alerts[place].story.preAlert > .zero { add(.raised, to: place, moment, after) }
        switch ladder.step {
        case .rung where ladder.round > 0:
            add(.again(limit: escalation.repeatLimit), to: place, moment, after)
            alerts[place].ended = moment.boot
        case .rung(let index):
            let rung = escalation.rungs[index]
            let told = ExplainedStep.Rung(
                number: index + 1, count: escalation.rungs.count, contacts: rung.contacts, wait: rung.wait)
            add(.rung(told), to: place, moment, after)
        case .lastAction:
            let names = escalation.lastAction.map { id in plan.home.outputs.first { $0.id == id }?.name ?? id.name }
            if !names.isEmpty {
                add(.lastAction(escalation.lastAction, names: names), to: place, moment, after)
            }
        }
    }

    private mutating func tell(_ order: DeliveryOrder, _ step: SupposedHome.Step, _ after: Duration) {
        let delivery = order.delivery
        guard let contact = plan.contact(delivery.contact) else { return }
        let telling = ExplainedStep.Telling(
            contact: contact.id, name: contact.name, channel: delivery.channel,
            isReceiver: !(plan.channel(delivery.channel)?.carriesSeveral ?? true), message: order.message,
            shares: SharedData.names.filter { contact.shares.contains($0.1) }.map(\.0))
        for place in alerts.indices where delivery.alerts.contains(alerts[place].id) {
            // The first rung of the next round belongs to that.
            if let ended = alerts[place].ended {
                guard delivery.kind != .raised, step.moment.boot <= ended + lingering else { continue }
            }
            add(.told(telling), to: place, step.moment, after)
        }
    }

    private mutating func add(_ what: ExplainedStep.What, to place: Int, _ moment: Moment, _ after: Duration) {
        guard alerts[place].story.steps.count < ExplanationLimits.steps else { return }
        alerts[place].story.steps.append(
            ExplainedStep(after: after, clock: plan.home.zone.clockWithSeconds(moment.wall), what: what))
    }

    // MARK: - The explanation

    var explanation: Explanation {
        let words = ExplanationWords(plan)
        let anyway = standings.map(\.rule).filter { rule in without.contains { $0.source == rule } && !finds(rule) }
        // Of the whole home most rules have nothing to do with who moves about in it.
        let shown = standings.filter { standing in
            supposition.happening != .noActivity || finds(standing.rule) || standing.kind == InactivityRule.kind.name
        }
        return Explanation(
            what: words.what(supposition.happening), at: supposition.at,
            localTime: words.dateAndTime(supposition.at), zone: plan.home.zone.name, mode: mode,
            lasts: supposition.length, followed: supposition.followed,
            rules: shown.map { explained($0, anyway.contains($0.rule), words) },
            otherRules: otherRules, alerts: alerts.map(\.story), anyway: anyway, prevented: [])
    }

    private func finds(_ rule: RuleID) -> Bool { alerts.contains { $0.story.source == rule } }

    private func explained(_ standing: RuleStanding, _ isAnyway: Bool, _ words: ExplanationWords) -> ExplainedRule {
        let own = alerts.first { $0.story.source == standing.rule }
        let outcome: ExplainedRule.Outcome =
            if let own {
                own.story.isOnTrial ? .isOnTrial(after: own.story.noticed) : .raises(after: own.story.noticed)
            } else if isAnyway {
                .raisesAnyway
            } else {
                .raisesNothing(words.whyNot(standing, supposition))
            }
        return ExplainedRule(
            rule: standing.rule, title: standing.title, kind: standing.kind, priority: standing.priority,
            outcome: outcome, waits: standing.waits)
    }
}
