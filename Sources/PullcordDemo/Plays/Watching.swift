import DemoHome
import GatewayCore

// What the plays wait for.
extension VirtualHome {
    /// - Returns: when the lamp showed it.
    func lamp(_ colour: LampColour, since mark: Int) async throws -> Duration {
        try await log.first(colour.words, since: mark) { sighting in
            guard case .published(let topic, let payload, false) = sighting.what else { return false }
            return LampColour(topic: topic, payload: payload) == colour
        }.time
    }

    /// - Returns: when the gateway wrote it into an alert's story, and that alert.
    func story(
        _ kind: StoryEntry.Kind, of alertKind: AlertKind, since mark: Int
    ) async throws -> (time: Duration, alert: Alert) {
        let sighting = try await log.first("\(kind) in the story of \(alertKind.title)", since: mark) { sighting in
            guard case .story(let alert, let entry) = sighting.what else { return false }
            return alert.kind == alertKind && entry.kind == kind
        }
        guard case .story(let alert, _) = sighting.what else { throw HomeFailure("No story was seen.") }
        return (sighting.time, alert)
    }

    /// - Returns: when the desk showed an alert that fits, and that alert.
    func atDesk(
        _ expected: String, since mark: Int, where fits: @escaping @Sendable (DeskAlert) -> Bool
    ) async throws -> (time: Duration, alert: DeskAlert) {
        let sighting = try await log.first("\(expected) at the desk", since: mark) { sighting in
            if case .desk(let alert) = sighting.what { fits(alert) } else { false }
        }
        guard case .desk(let alert) = sighting.what else { throw HomeFailure("No alert was seen at the desk.") }
        return (sighting.time, alert)
    }

    /// - Returns: when the centre took an event that fits, and that event.
    func atCentre(
        _ expected: String, since mark: Int, where fits: @escaping @Sendable (CentreEvent) -> Bool
    ) async throws -> (time: Duration, event: CentreEvent) {
        let sighting = try await log.first("\(expected) at the centre", since: mark) { sighting in
            if case .centre(let event) = sighting.what { fits(event) } else { false }
        }
        guard case .centre(let event) = sighting.what else { throw HomeFailure("No event was seen at the centre.") }
        return (sighting.time, event)
    }
}
