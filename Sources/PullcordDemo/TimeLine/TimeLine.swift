import DemoHome
import GatewayCore

/// Prints what is seen in the home, one line each: when, who, what.
struct TimeLine: Sendable {
    /// The gateway's stories are seen a little after they were written; lines wait so long for their place.
    private static let delay = Duration.milliseconds(200)
    private static let tick = Duration.milliseconds(50)

    let printed: Printed

    /// Prints all that comes, until the home is closed.
    func follow(_ sightings: AsyncStream<Sighting>) async {
        let page = TimeLinePage(printed: printed)
        let printing = Task {
            while (try? await Task.sleep(for: Self.tick, clock: .continuous)) != nil {
                page.print(before: ContinuousClock.now - Self.delay)
            }
        }
        for await sighting in sightings { page.add(sighting) }
        printing.cancel()
        await printing.value
        page.print(before: nil)
    }

    /// "  12.34": seconds since the home was made.
    static func clock(_ time: Duration) -> String { String("        \(time.hundredths)".suffix(8)) }

    /// Nil for what is not worth a line.
    static func line(of what: Sighting.What) -> (who: Speaker, text: String)? {
        switch what {
        case .note(let text): (.play, text)
        case .deed(let text): (.people, text)
        case .published(let topic, let payload, let isRetained):
            isRetained ? nil : published(topic, payload)
        case .said(let phrase): (.voice, "“\(phrase)”")
        case .story(let alert, let entry):
            entry.kind == .announced ? nil : (.gateway, "\(alert.id) \(alert.title): \(entry.text)")
        case .desk(let alert): (.desk, shown(alert))
        case .centre(let event): (.centre, event.words)
        case .program(let name, let ending): program(name, ending)
        case .log: nil
        }
    }

    private static func published(_ topic: String, _ payload: String) -> (Speaker, String)? {
        if topic.hasSuffix("/status") { return (.broker, "The gateway is \(payload).") }
        if let colour = LampColour(topic: topic, payload: payload) { return (.lamp, colour.words) }
        if topic == "zigbee2mqtt/siren/set" {
            return (.lamp, payload.contains("stop") ? "The siren is quiet." : "The siren in the hall sounds.")
        }
        return nil
    }

    private static func shown(_ alert: DeskAlert) -> String {
        let newest = alert.deliveries.last
        let again = newest.map { $0.repeats > 0 ? ", again" : "" } ?? ""
        let state = alert.outcome.map { "\(alert.state), \($0)" } ?? alert.state
        return "\(alert.alert) [\(state)\(again)] \(alert.sentence)"
    }

    private static func program(_ name: String, _ ending: Int32?) -> (Speaker, String)? {
        let speaker: Speaker
        let title: String
        switch name {
        case "broker": (speaker, title) = (.broker, "The broker")
        case "gateway": (speaker, title) = (.gateway, "The gateway")
        case "desk": (speaker, title) = (.desk, "Anna's desk")
        case "centre": (speaker, title) = (.centre, "The centre's receiver")
        case "radio":
            return (.people, ending == nil ? "The radio receiver is plugged in." : "The radio receiver is unplugged.")
        default: return nil
        }
        guard let ending else { return (speaker, "\(title) is ready.") }
        return (speaker, ending == 137 ? "\(title) was killed." : "\(title) has stopped.")
    }
}

extension Duration {
    /// "12.34".
    var hundredths: String {
        let whole = max(0, milliseconds / 10)
        return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100)"
    }
}

extension CentreEvent {
    /// What a person at the centre would read.
    var words: String {
        if isPoll { return "A poll: the path stands." }
        let kind = isNew ? "New alarm" : "End of alarm"
        let how = encrypted == true ? "encrypted" : "in plain text"
        return "\(kind): Contact ID code \(code ?? "?"), zone \(zone ?? "?"), account \(account ?? "?"), \(how)."
    }
}
