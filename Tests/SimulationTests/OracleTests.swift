internal import GatewayCore
internal import Simulation
internal import Testing

/// An oracle that never objects proves nothing: histories with a lie in them must be noticed.
@Suite struct OracleTests {
    private static let history = SimulationRun(seed: 4, days: 2).history()

    private static func verdict(_ history: [HistoryStep]) -> Set<Violation.Promise> {
        var oracle = Oracle()
        for step in history { oracle.take(step) }
        return Set(oracle.violations.map { $0.promise })
    }

    /// The history with one kind of step changed where it first can be.
    private static func changed(_ change: (HistoryStep) -> [HistoryStep]?) -> [HistoryStep] {
        var history = Self.history
        for (index, step) in history.enumerated() {
            guard let replacement = change(step) else { continue }
            history.replaceSubrange(index...index, with: replacement)
            return history
        }
        Issue.record("The history has no place for the lie.")
        return history
    }

    private static func recording(_ change: (inout [Change]) -> Bool) -> [HistoryStep] {
        changed { step in
            guard case .recorded(var changes) = step, change(&changes) else { return nil }
            return [.recorded(changes)]
        }
    }

    @Test func `the true history breaks nothing`() {
        #expect(Self.verdict(Self.history).isEmpty)
    }

    private static func deciding(_ change: (inout Decision) -> Bool) -> [HistoryStep] {
        changed { step in
            guard case .decided(var decision, let moment) = step, change(&decision) else { return nil }
            return [.decided(decision, moment)]
        }
    }

    @Test(arguments: [AlertKind.vitalSign, .routineChange, .occupiedTooLong])
    func `an alert without anything that could have caused it is noticed`(_ kind: AlertKind) {
        let lie = Self.deciding { decision in
            for (place, change) in decision.changes.enumerated() {
                guard case .alert(var alert) = change, case .rule = alert.cause else { continue }
                alert.kind = kind
                decision.changes[place] = .alert(alert)
                return true
            }
            return false
        }
        #expect(Self.verdict(lie).contains(.phantom))
    }

    @Test func `an emergency that nobody is told of at once is noticed`() {
        let lie = Self.deciding { decision in
            let isRaised = decision.changes.contains { change in
                if case .alert(let alert) = change {
                    alert.priority == .emergency && alert.state == .raised && alert.told.isEmpty == false
                } else {
                    false
                }
            }
            guard isRaised else { return false }
            let count = decision.changes.count
            decision.changes.removeAll { if case .delivery = $0 { true } else { false } }
            return decision.changes.count < count
        }
        #expect(Self.verdict(lie).contains(.emergencyDelayed))
    }

    @Test func `what is on trial and told all the same is noticed`() {
        let lie = Self.recording { changes in
            guard changes.contains(where: { if case .delivery = $0 { true } else { false } }) else { return false }
            for (place, change) in changes.enumerated() {
                guard case .alert(var alert) = change, alert.state == .raised else { continue }
                alert.isOnTrial = true
                changes[place] = .alert(alert)
                return true
            }
            return false
        }
        #expect(Self.verdict(lie).contains(.trialTold))
    }

    @Test func `a delivery that left without a record is noticed`() {
        let lie = Self.recording { changes in
            let count = changes.count
            changes.removeAll { if case .delivery = $0 { true } else { false } }
            return changes.count < count
        }
        #expect(Self.verdict(lie).contains(.leftBeforeRecord))
    }

    @Test func `a delivery that changes whom it is for is noticed`() {
        let lie = Self.recording { changes in
            for case .delivery(var delivery) in changes {
                delivery.contact = ContactID("stranger")
                changes.append(.delivery(delivery))
                return true
            }
            return false
        }
        #expect(Self.verdict(lie).contains(.deliveryChanged))
    }

    @Test func `an alert that changes its meaning is noticed`() {
        let lie = Self.recording { changes in
            for case .alert(var alert) in changes {
                alert.kind = .fall
                changes.append(.alert(alert))
                return true
            }
            return false
        }
        #expect(Self.verdict(lie).contains(.meaningChanged))
    }

    @Test func `a hole in the story is noticed`() {
        let lie = Self.recording { changes in
            guard let place = changes.firstIndex(where: { if case .story = $0 { true } else { false } }) else {
                return false
            }
            changes.remove(at: place)
            return true
        }
        #expect(Self.verdict(lie).contains(.storyGap))
    }

    @Test func `a press that does nothing is noticed`() {
        var isPress = false
        let lie = Self.changed { step in
            if case .arrived(_, let reading, _) = step {
                isPress = reading.capability == .helpCall && reading.freshness == .live
            }
            guard isPress, case .decided(_, let moment) = step else { return nil }
            return [.decided(Decision(), moment)]
        }
        #expect(Self.verdict(lie).contains(.pressLost))
    }

    @Test func `an alert that nobody caused is noticed`() {
        let lie = Self.changed { step in
            if case .arrived(_, let reading, _) = step, reading.capability == .helpCall, reading.freshness == .live {
                return []
            }
            return nil
        }
        #expect(Self.verdict(lie).contains(.phantom))
    }

    @Test func `one press that became two alerts is noticed`() {
        var press: HistoryStep?
        let lie = Self.changed { step in
            if case .arrived(_, let reading, _) = step, reading.capability == .helpCall, reading.freshness == .live {
                press = step
            }
            guard let press, case .decided(let decision, let moment) = step else { return nil }
            var again = Decision()
            for case .alert(var alert) in decision.changes {
                alert.id.number += 10_000
                again.changes = [.alert(alert)]
            }
            let record = HistoryStep.recorded(decision.changes.filter { if case .alert = $0 { true } else { false } })
            return [step, record, press, .decided(again, moment)]
        }
        #expect(Self.verdict(lie).contains(.pressTwice))
    }

    @Test func `an emergency that vanishes is noticed`() {
        var isOpen = false
        let lie = Self.changed { step in
            if case .recorded(let changes) = step {
                for case .alert(let alert) in changes where alert.isOpen && alert.priority == .emergency {
                    isOpen = true
                }
            }
            guard isOpen, case .looked(_, let deliveries, let deadline, let moment) = step else { return nil }
            return [.looked([], deliveries: deliveries, deadline: deadline, moment)]
        }
        #expect(Self.verdict(lie).contains(.emergencyDropped))
    }

    @Test func `a ladder without a next step is noticed`() {
        let lie = Self.changed { step in
            guard case .looked(var alerts, let deliveries, let deadline, let moment) = step,
                let place = alerts.firstIndex(where: { $0.state == .raised })
            else { return nil }
            alerts[place].ladder = nil
            return [.looked(alerts, deliveries: deliveries, deadline: deadline, moment)]
        }
        #expect(Self.verdict(lie).contains(.ladderStands))
    }

    @Test func `a deadline in the past is noticed`() {
        let lie = Self.changed { step in
            guard case .looked(let alerts, let deliveries, _, let moment) = step else { return nil }
            return [.looked(alerts, deliveries: deliveries, deadline: moment.boot, moment)]
        }
        #expect(Self.verdict(lie).contains(.deadlinePast))
    }

    @Test func `two open alerts for one cause are noticed`() {
        let lie = Self.changed { step in
            guard case .looked(let alerts, let deliveries, let deadline, let moment) = step,
                let alert = alerts.first(where: { $0.isOpen })
            else { return nil }
            return [.looked(alerts + [alert], deliveries: deliveries, deadline: deadline, moment)]
        }
        #expect(Self.verdict(lie).contains(.twoForOneCause))
    }

    @Test func `telling as raised what somebody has taken is noticed`() {
        let lie = Self.changed { step in
            guard case .decided(var decision, let moment) = step else { return nil }
            for (place, effect) in decision.effects.enumerated() {
                guard case .deliver(var order) = effect, order.delivery.kind == .raised else { continue }
                order.message.state = "acknowledged"
                decision.effects[place] = .deliver(order)
                return [.decided(decision, moment)]
            }
            return nil
        }
        #expect(Self.verdict(lie).contains(.toldAfterTaken))
    }

    @Test func `a receipt before the record is noticed`() {
        var oracle = Oracle()
        oracle.take(.sent(number: 1, DeviceID("cord"), .helpCall))
        oracle.take(.acknowledged(number: 1))
        #expect(oracle.violations.map { $0.promise } == [.pressLost])
    }

    @Test func `what never comes to rest is noticed`() {
        var oracle = Oracle()
        oracle.take(.sent(number: 1, DeviceID("cord"), .helpCall))
        let moment = Moment(boot: .zero, wall: WallTime(milliseconds: 0), quality: .synchronised)
        let alert = Alert(
            id: AlertID(ledger: "s", number: 1), cause: .path(.storage), kind: .smoke, priority: .emergency,
            title: "smoke", learned: moment, happened: moment.wall, state: .raised)
        oracle.demandTold([alert], arrived: [])
        oracle.close([alert], deliveries: [], at: .zero + .days(1))
        #expect(Set(oracle.violations.map { $0.promise }) == [.pressLost, .untold, .unsettled])
    }
}
