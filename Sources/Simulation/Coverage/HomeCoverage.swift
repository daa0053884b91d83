package import GatewayCore

/// What of a home's settings its scenarios have reached: what no scenario reaches, nobody has seen work.
package struct HomeCoverage: Sendable {
    package enum Group: String, CaseIterable, Sendable {
        /// Rules that raised an alert, or on trial found something.
        case rules
        /// Steps of escalations that an alert stood on: "emergency 1", "emergency last action".
        case rungs
        /// Contacts whom a message has reached.
        case contacts
        /// Stages that the person at home was told.
        case feedback
        /// Outputs that were switched, or told how a call stands.
        case outputs
    }

    package struct Item: Hashable, Sendable {
        package var group: Group
        package var name: String
    }

    /// In the order of the settings.
    package let all: [Item]
    private var met: Set<Item> = []

    package init(of plan: Plan) {
        var all = plan.rules.map { Item(group: .rules, name: $0.common.id.name) }
        for escalation in plan.escalations {
            all += escalation.rungs.indices.map { Self.rung(escalation.id, $0) }
            if !escalation.lastAction.isEmpty { all.append(Self.lastAction(escalation.id)) }
        }
        all += plan.contacts.map { Item(group: .contacts, name: $0.id.name) }
        all += FeedbackStage.allCases.filter { stage in plan.home.outputs.contains { $0.feedback.contains(stage) } }
            .map { Item(group: .feedback, name: $0.rawValue) }
        all += plan.home.outputs.map { Item(group: .outputs, name: $0.id.name) }
        self.all = all
    }

    package func reached(_ group: Group) -> [String] {
        all.filter { $0.group == group && met.contains($0) }.map(\.name)
    }

    package func missed(_ group: Group) -> [String] {
        all.filter { $0.group == group && !met.contains($0) }.map(\.name)
    }

    /// Whole per cent, rounded down; 100 where there is nothing to reach.
    package func percent(_ group: Group) -> Int {
        let reached = reached(group).count
        let count = all.count { $0.group == group }
        return count == 0 ? 100 : reached * 100 / count
    }

    /// Adds what another run of the same home has reached.
    package mutating func join(_ other: HomeCoverage) { met.formUnion(other.met) }

    mutating func take(_ sighting: Sighting) {
        switch sighting {
        case .held(let alerts): for alert in alerts { take(alert) }
        case .alert(let alert): take(alert)
        case .told(let contact, _, _, _): met.insert(Item(group: .contacts, name: contact.name))
        case .left: break
        case .said(let announcement):
            met.insert(Item(group: .feedback, name: announcement.stage.rawValue))
            for output in announcement.outputs { met.insert(Item(group: .outputs, name: output.name)) }
        case .driven(let output, let isOn):
            if isOn { met.insert(Item(group: .outputs, name: output.name)) }
        }
    }

    private mutating func take(_ alert: SeenAlert) {
        if let rule = alert.rule, alert.isShadow || alert.isTold {
            met.insert(Item(group: .rules, name: rule.name))
        }
        switch alert.ladder?.step {
        case .rung(let index): met.insert(Self.rung(alert.ladder?.escalation, index))
        case .lastAction: met.insert(Self.lastAction(alert.ladder?.escalation))
        case nil: break
        }
    }

    private static func rung(_ escalation: EscalationID?, _ index: Int) -> Item {
        Item(group: .rungs, name: "\(escalation?.name ?? "") \(index + 1)")
    }

    private static func lastAction(_ escalation: EscalationID?) -> Item {
        Item(group: .rungs, name: "\(escalation?.name ?? "") last action")
    }
}
