/// What an intake did since it was made; for `status` and tests.
package struct IntakeCounts: Hashable, Sendable {
    /// Messages handed over as arrivals.
    package var arrivals = 0
    /// Batches the alarm session refused to acknowledge, because they were not recorded in time.
    package var refusedBatches = 0
    /// Messages larger than `Limits.arrivalBytes`, or with a topic beyond `MQTTLimits.topicBytes`.
    package var oversized = 0
    /// Messages below the gateway's own topic that were not its own: retained, malformed or too large.
    package var ignoredOwn = 0
    /// Publications for which there was no room.
    package var droppedPublications = 0
    /// Publications the broker refused, as far as it says so (MQTT 5).
    package var refusedPublications = 0
    /// Connections made, of both sessions.
    package var connections = 0
}
