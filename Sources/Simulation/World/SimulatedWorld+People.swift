internal import GatewayCore

extension SimulatedWorld {
    /// A responder's service has a message.
    mutating func arrive(_ order: DeliveryOrder) {
        arrived.insert(order.delivery.alert)
        guard order.delivery.kind == .raised else { return }
        let alert = order.delivery.alert
        let contact = order.delivery.contact
        let character = Chance.fixed(scenario.seed, 40, order.delivery.id.number, below: 10)
        let soon = Duration.seconds(15 + Chance.fixed(scenario.seed, 41, order.delivery.id.number, below: 300))
        let later = soon + .seconds(60 + Chance.fixed(scenario.seed, 42, order.delivery.id.number, below: 1_500))
        switch isQuiet ? 0 : character {
        case 0...4:
            after(soon, .acknowledges(alert, contact, attempt: 0))
            after(later, .closes(alert, contact, attempt: 0))
        case 5, 6: after(soon, .acknowledges(alert, contact, attempt: 0))
        case 7: after(soon, .closes(alert, contact, attempt: 0))
        default: break
        }
    }

    /// Somebody answers; who cannot get through tries again.
    mutating func answer(_ item: Item) {
        switch item {
        case .acknowledges(let alert, let contact, let attempt):
            if gateway == nil {
                retry(attempt) { .acknowledges(alert, contact, attempt: $0) }
            } else {
                note("\(contact) takes \(alert)")
                turn(.acknowledge(alert, by: contact, way: .link))
            }
        case .closes(let alert, let contact, let attempt):
            if gateway == nil {
                retry(attempt) { .closes(alert, contact, attempt: $0) }
            } else {
                note("\(contact) closes \(alert)")
                turn(.close(alert, by: contact, outcome: .attended, note: nil))
            }
        default: break
        }
    }

    private mutating func retry(_ attempt: Int, _ item: (Int) -> Item) {
        guard attempt < SimulationLimits.answerAttempts else { return }
        after(.minutes(1), item(attempt + 1))
    }
}
