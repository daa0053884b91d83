import GatewayCore

/// One message that reached the desk.
struct DeskDelivery: Sendable {
    /// The webhook-id: the delivery's id, the same on each attempt.
    var id: String
    var kind: MessageKind
    var received: WallTime
    /// How often it came again.
    var repeats = 0

    /// The number in "k3f9-d42": a later order of the gateway has a greater one.
    var number: Int64? {
        guard let mark = id.lastIndex(of: "d") else { return nil }
        return Int64(id[id.index(after: mark)...])
    }
}
