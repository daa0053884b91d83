/// One message to publish.
package struct Publication: Hashable, Sendable {
    /// There is no third: QoS 2 loses messages when a process dies half-way.
    package enum QoS: Int32, Hashable, Sendable {
        case atMostOnce = 0
        case atLeastOnce = 1
    }

    package var topic: String
    package var payload: [UInt8]
    package var qos: QoS
    package var isRetained: Bool
    /// Feedback to the person and outputs are; figures for a dashboard are not, and give way.
    package var isEssential: Bool

    package init(
        topic: String, payload: [UInt8], qos: QoS = .atLeastOnce, isRetained: Bool = false, isEssential: Bool = true
    ) {
        self.topic = topic
        self.payload = payload
        self.qos = qos
        self.isRetained = isRetained
        self.isEssential = isEssential
    }
}
