/// What stands on an MQTT topic. Numbers are places in the decoder's lists.
enum TopicRoute: Hashable, Sendable {
    /// A device's own topic.
    case device(Int)
    /// Zigbee2MQTT's verdict on a device.
    case availability(Int)
    /// Zigbee2MQTT's own state.
    case bridge(Int)
    /// A copy of what stands elsewhere (`…/action`), or a command to a device (`…/set`).
    case ignored
}
