package import GatewayCore

/// Events of a home at random, the same for the same seed: what nobody would think of writing down.
package struct RandomEvents {
    package var dice: Dice

    package init(seed: Int) {
        dice = Dice(seed: seed)
    }

    /// A reading of any device and any of its capabilities.
    private mutating func reading(_ driver: EngineDriver) -> Event {
        let devices = driver.engine.plan.home.devices
        let device = devices[dice.roll(devices.count)]
        let capability = device.capabilities[dice.roll(device.capabilities.count)]
        let value: ReadingValue =
            switch capability.kind {
            case .event: .happened
            case .state: .state(dice.roll(2) == 0)
            case .number: .number(Quantity(thousandths: Int64(dice.roll(25) * 5) * 1_000))
            }
        let freshness = [Freshness.live, .live, .live, .retained][dice.roll(4)]
        return .readings([
            Reading(device: device.id, capability: capability, value: value, moment: driver.now, freshness: freshness)
        ])
    }

    /// Anything that can happen to a gateway.
    package mutating func next(_ driver: EngineDriver) -> Event {
        let alert = driver.alert(Int64(dice.roll(12) + 1))
        let contact = ContactID(["anna", "bert", "centre", "stranger"][dice.roll(4)])
        switch dice.roll(24) {
        case 0...11: return reading(driver)
        case 12: return .acknowledge(alert, by: contact, way: .link)
        case 13: return .close(alert, by: contact, outcome: .attended, note: "words")
        case 14: return .okay(source: "page")
        case 15:
            let mode = HomeMode.allCases[dice.roll(HomeMode.allCases.count)]
            let until = dice.roll(2) == 0 ? nil : driver.now.wall + .hours(3)
            return .mode(dice.roll(3) == 0 ? nil : mode, until: until, source: "page")
        case 16: return .visit(VisitorID("carer"), isHere: dice.roll(2) == 0, until: nil, source: "page")
        case 17, 18:
            let paths: [Path] = [.bridge(BridgeID("zigbee")), .channel(ChannelID("anna-app")), .storage]
            return .path(paths[dice.roll(3)], dice.roll(2) == 0 ? .up : .down(reason: "gone"))
        default:
            let outcomes: [DeliveryOutcome] = [
                .accepted, .accepted, .failed(reason: "no", retryAfter: nil), .refused(reason: "never"),
            ]
            guard let order = driver.underway.first else { return .tick }
            return .outcome(order.delivery.id, outcomes[dice.roll(4)])
        }
    }

    /// Until the next event.
    package mutating func wait() -> Duration {
        [.milliseconds(50), .seconds(3), .seconds(40), .minutes(4), .hours(1)][dice.roll(5)]
    }
}
