/// Where a reading's value comes from in time.
package enum Freshness: String, Codable, Sendable {
    /// The device said it just now.
    case live
    /// A copy that the broker kept. It can tell a state, never an event, and is no sign of life.
    case retained
    /// A copy that a bridge sent again from its cache, such as Zigbee2MQTT after its start. As `retained`.
    case restated
    /// Nobody said it: the gateway took a state for ended of which its device never says that. No sign of life.
    case cleared
}
