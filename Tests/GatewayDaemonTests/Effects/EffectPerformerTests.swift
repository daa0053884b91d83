import AlertDelivery
import GatewayCore
import GatewayTesting
import LinuxSupport
import Logging
import Testing

@testable import GatewayDaemon

struct EffectPerformerTests {
    /// A channel that notes what it is to deliver.
    private struct NotingChannel: AlertChannel {
        let id = ChannelID("desk")
        let orders = Mailbox<DeliveryOrder>()
        var outcome = DeliveryOutcome.accepted

        func deliver(_ order: DeliveryOrder, at now: Moment) async -> DeliveryOutcome {
            orders.put(order)
            return outcome
        }

        func supervise(report: @escaping @Sendable (PathState) -> Void) async {}
        func shutdown() async {}
    }

    private static let now = Moment(boot: .zero, wall: WallTime(milliseconds: 0), quality: .holdover)

    private func order(_ number: Int64, over channel: String = "desk") -> Effect {
        let alert = AlertID(ledger: "k3f9", number: 1)
        let delivery = Delivery(
            id: DeliveryID(ledger: "k3f9", number: number), alert: alert, contact: ContactID("anna"),
            channel: ChannelID(channel), kind: .raised, priority: .emergency, created: Self.now, state: .underway)
        let message = AlertMessage(
            alert: alert, kind: .raised, about: .helpCall, priority: .emergency, isTest: false, sentence: "Help call.",
            home: "flat-12", zoneNumber: 1, happened: Self.now.wall, raised: Self.now.wall, clock: .holdover,
            state: "raised")
        return .deliver(DeliveryOrder(delivery: delivery, message: message))
    }

    private func performer(_ inbox: Inbox) -> EffectPerformer {
        let clock = SystemClock(line: .first, bootID: "test")
        return EffectPerformer(inbox: inbox, clock: clock, logger: Logger(label: "test"))
    }

    /// The outcomes that have come back to the engine.
    private func outcomes(_ inbox: Inbox) -> [(Int64, DeliveryOutcome)] {
        inbox.take().items.compactMap { item in
            guard case .event(.outcome(let id, let outcome), _) = item else { return nil }
            return (id.number, outcome)
        }
    }

    @Test func `effects from before the connections stand are performed in their order once they do`() async throws {
        let inbox = try Inbox()
        let performer = performer(inbox)
        let channel = NotingChannel()
        for number in 1...3 { performer.perform(order(Int64(number))) }
        #expect(inbox.take().items.isEmpty, "A channel that is not there yet is no failure.")
        var connections = EffectPerformer.Connections()
        connections.channels = [channel.id: channel]
        performer.use(connections)
        performer.perform(order(4))
        #expect(await eventually { channel.orders.all.count == 4 })
        #expect(Set(channel.orders.all.map(\.delivery.id.number)) == [1, 2, 3, 4])
        var seen: [Int64] = []
        #expect(await eventually { seen += outcomes(inbox).map(\.0); return seen.count == 4 })
        #expect(performer.deliveriesUnderway == 0)
    }

    @Test func `a channel that could not be started is a failure that is tried again`() async throws {
        let inbox = try Inbox()
        let performer = performer(inbox)
        performer.use(EffectPerformer.Connections())
        performer.perform(order(1, over: "nowhere"))
        let back = outcomes(inbox)
        #expect(back.map(\.0) == [1])
        guard case .failed? = back.first?.1 else {
            Issue.record("\(back)")
            return
        }
    }

    @Test func `an output without its broker is no crash`() throws {
        let performer = performer(try Inbox())
        var connections = EffectPerformer.Connections()
        connections.outputs = [
            OutputID("lamp"): Output(
                id: OutputID("lamp"), name: "the lamp",
                connection: .mqtt(MQTTOutput(intake: IntakeID("gone"), topic: "lamp", on: "ON", off: "OFF")))
        ]
        performer.use(connections)
        performer.perform(.drive(OutputID("lamp"), isOn: true))
        performer.perform(.drive(OutputID("unknown"), isOn: false))
    }
}
