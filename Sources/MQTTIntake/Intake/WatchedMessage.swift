/// A message of a program beside the gateway, at one of the watched topics.
package struct WatchedMessage: Hashable, Sendable {
    package var topic: String
    package var payload: [UInt8]
    /// The broker had kept it for whoever subscribes.
    package var isRetained: Bool
    /// It came over a connection that stood: it was not kept for us while we were away.
    package var isFresh: Bool
}
