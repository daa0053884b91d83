internal import GatewayCore
internal import GatewayTesting
internal import Simulation
internal import Testing

/// What the oracle makes of a gateway that breaks its promises in a home of settings.
@Suite struct GivenHomeOracleTests {
    private static let now = Moment(boot: .zero, wall: WallTime(milliseconds: 1_772_400_000_000), quality: .synchronised)

    private static func oracle() -> Oracle {
        var builder = HomeBuilder()
        builder.addHelpCall()
        return ScenarioHome(builder.plan, intakes: []).oracle(seed: 1)
    }

    private static func call(_ state: AlertState) -> Alert {
        let cord = DeviceID("cord")
        return Alert(
            id: AlertID(ledger: "s", number: 1),
            cause: .rule(RuleID("help_call"), device: cord, kind: .helpCall), kind: .helpCall, priority: .emergency,
            title: "Help call", device: cord, learned: now, happened: now.wall, state: state)
    }

    private static func press(_ freshness: Freshness) -> Reading {
        Reading(device: DeviceID("cord"), capability: .helpCall, value: .happened, moment: now, freshness: freshness)
    }

    private static func decided(_ alert: Alert) -> HistoryStep {
        var decision = Decision()
        decision.changes = [.alert(alert)]
        return .decided(decision, now)
    }

    private static func promises(_ steps: [HistoryStep]) -> [Violation.Promise] {
        var oracle = oracle()
        for step in [.started(now)] + steps { oracle.take(step) }
        return oracle.violations.map(\.promise)
    }

    private static let pending = call(.pending(until: .zero + .seconds(10)))

    @Test func `a press that is an alert is well`() {
        #expect(Self.promises([.arrived(number: 1, Self.press(.live), Self.now), Self.decided(Self.pending)]) == [])
    }

    @Test func `a copy that calls for help is noticed`() {
        let steps: [HistoryStep] = [.arrived(number: 0, Self.press(.retained), Self.now), Self.decided(Self.pending)]
        #expect(Self.promises(steps) == [.phantom])
        #expect(Self.promises([Self.decided(Self.pending)]) == [.phantom])
    }

    @Test func `a press that does nothing is noticed`() {
        let steps: [HistoryStep] = [
            .arrived(number: 1, Self.press(.live), Self.now), .decided(Decision(), Self.now),
        ]
        #expect(Self.promises(steps) == [.pressLost])
    }

    @Test func `a press that is acknowledged before it is on disk is noticed`() {
        let steps: [HistoryStep] = [
            .sent(number: 1, DeviceID("cord"), .helpCall), .arrived(number: 1, Self.press(.live), Self.now),
            Self.decided(Self.pending), .acknowledged(number: 1),
        ]
        #expect(Self.promises(steps) == [.pressLost])
    }

    @Test func `an emergency that is raised and told to nobody is noticed`() {
        let steps: [HistoryStep] = [
            .arrived(number: 1, Self.press(.live), Self.now), Self.decided(Self.pending), Self.decided(Self.call(.raised)),
        ]
        #expect(Self.promises(steps) == [.emergencyDelayed])
    }

    @Test func `a ladder that stands still is noticed`() {
        let looked = HistoryStep.looked([Self.call(.raised)], deliveries: 0, deadline: nil, Self.now)
        #expect(Self.promises([looked]) == [.ladderStands])
    }
}
