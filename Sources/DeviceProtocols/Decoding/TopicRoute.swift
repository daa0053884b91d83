/// What stands on an MQTT topic. Numbers are places in the decoder's lists.
enum TopicRoute: Hashable, Sendable {
    /// A topic of a device, and which of its topics that is.
    case device(Int, topic: Int)
    /// A topic on which several devices publish.
    case shared(Int)
    /// Whether a device is there.
    case availability(Int)
    /// Whether a bridge is there.
    case bridge(Int)
    /// A copy of what stands elsewhere (`…/action`), or a command to a device (`…/set`).
    case ignored
}
