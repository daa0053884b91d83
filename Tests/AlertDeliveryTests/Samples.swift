import GatewayCore
import Logging

/// Time for what happens on loopback; only a broken test waits it out.
let patience = Duration.seconds(20)

let testLogger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
let testSecret = Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")

/// A moment of the machine's clock, as the daemon takes them.
@Sendable func momentNow() -> Moment {
    Moment(boot: .zero, wall: WallTime(milliseconds: 1_795_368_634_123), quality: .synchronised)
}

func sampleOrder(
    _ number: Int64 = 42, kind: MessageKind = .raised, about: AlertKind = .helpCall,
    priority: Priority = .emergency
) -> DeliveryOrder {
    let message = AlertMessage(
        alert: AlertID(ledger: "k3f9", number: 17), kind: kind, about: about, priority: priority, isTest: false,
        sentence: "Help call in the bathroom.", home: "mill-lane-12", zoneNumber: 3,
        happened: momentNow().wall, raised: momentNow().wall, clock: .synchronised, state: "raised")
    let delivery = Delivery(
        id: DeliveryID(ledger: "k3f9", number: number), alert: message.alert, contact: ContactID("anna"),
        channel: ChannelID("desk"), kind: kind, priority: priority, created: momentNow(), state: .underway)
    return DeliveryOrder(delivery: delivery, message: message)
}

extension DeliveryOutcome {
    var isFailed: Bool { if case .failed = self { true } else { false } }
    var isRefused: Bool { if case .refused = self { true } else { false } }

    var reason: String? {
        switch self {
        case .accepted: nil
        case .refused(let reason), .failed(let reason, _): reason
        }
    }
}

extension PathState {
    var reason: String? { if case .down(let reason) = self { reason } else { nil } }
}
